// Every mutation of the schema, sent by everybody there can be: who has no right is refused before anything is looked at, and nothing is written.
// PRINT_RIGHTS=1 prints what came of it.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { type GraphQLField, getNamedType, isCompositeType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createToken,
  RANDOM_BYTES,
  RIGHTS,
  ROLES,
  type Role,
  revokeToken,
} from "../src/access/access.ts";
import { userOfEmail } from "../src/access/people.ts";
import { gateTo, type Verdict, verdictOn } from "../src/access/rights.ts";
import { hashOfToken, idOfHash } from "../src/access/token.ts";
import { table } from "../src/docs/docs.ts";
import { build } from "../src/graphql/build.ts";
import { sdl } from "../src/graphql/sdl.gen.ts";
import { buildApp } from "../src/http/app.ts";
import { rooms, schema } from "../src/schema.ts";
import type { TableName } from "../src/storage/shape.ts";
import { leastOf } from "./least.ts";
import { joined, PASSWORD, Visitor } from "./visitor.ts";
import { engines, type World, world } from "./world.ts";

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** The mutation with the least that it takes. */
function least({ name, args, type }: GraphQLField<unknown, unknown>) {
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const below = isCompositeType(getNamedType(type)) ? "{ __typename }" : "";
  return {
    query: `mutation (${declared}) { ${name}(${given}) ${below} }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, leastOf(arg.type)])),
  };
}

/** Somebody, with what they send along. */
interface Somebody {
  name: string;
  role: Role | null;
  via: "TOKEN" | "SESSION" | null;
  visitor: Visitor;
  more: object;
}

it("names every mutation there is, and no other", () => {
  expect(Object.keys(RIGHTS).sort()).toEqual(mutations.map(({ name }) => name).sort());
  expect(mutations.length).toBeGreaterThan(20);
});

it("lets nobody do what it does not name", () => {
  const more = `${sdl}\nextend type Mutation { dropEverything: Boolean }`;
  const all = [...rooms, { mutations: { dropEverything: async () => true } }];
  expect(() => build(more, all, gateTo)).toThrow("Nobody may dropEverything");
});

const told = new Map<string, string>();

describe.each(engines)("the rights on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  const everybody: Somebody[] = [];
  const names = [
    "anonymous",
    "a token revoked",
    "a session ended",
    ...ROLES.flatMap((role) => [`${role} by token`, `${role} by session`]),
  ];

  beforeAll(async () => {
    home = await world(engine);
    app = await buildApp({ schema, storage: home.storage, config: { logLevel: "error" } });
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const tokenOf = (role: Role, userId: string) =>
      home.storage.write((tx) =>
        createToken(
          tx,
          { name: "a test's", role, days: null, userId },
          new Date(),
          randomBytes(RANDOM_BYTES),
        ),
      );
    const add = (name: string, given: Partial<Somebody>) =>
      everybody.push({
        name,
        role: null,
        via: null,
        visitor: new Visitor(address),
        more: {},
        ...given,
      });
    for (const role of ROLES) {
      const visitor = await joined(home.storage, address, { name: role, role });
      const user = await home.storage.read((tx) =>
        userOfEmail(tx, `${role.toLowerCase()}@example.org`),
      );
      const token = await tokenOf(role, user?.id ?? "");
      const more = { authorization: `Bearer ${token}` };
      add(`${role} by session`, { role, via: "SESSION", visitor });
      add(`${role} by token`, { role, via: "TOKEN", more });
      if (role !== "ADMIN") continue;
      const late = await tokenOf(role, user?.id ?? "");
      const at = new Date().toISOString();
      await home.storage.write((tx) => revokeToken(tx, idOfHash(hashOfToken(late)), at));
      add("a token revoked", { more: { authorization: `Bearer ${late}` } });
      const gone = new Visitor(address);
      await gone.post("/auth/sign-in/email", {
        email: "admin@example.org",
        password: PASSWORD,
      });
      const kept = new Map(gone.cookies);
      await gone.post("/auth/sign-out");
      for (const [cookie, value] of kept) gone.cookies.set(cookie, value);
      add("a session ended", { visitor: gone });
    }
    add("anonymous", {});
  });
  afterAll(async () => {
    await app.close();
    await home.close();
    if (process.env.PRINT_RIGHTS && engine === "sqlite") process.stdout.write(`${printed()}\n`);
  });

  /** How many rows each table has. */
  const counts = () =>
    home.storage.read(async ({ db, tables }) => {
      const all: Record<string, number> = {};
      for (const name of Object.keys(tables) as TableName[])
        all[name] = await db.$count(tables[name]);
      return all;
    });

  async function said(who: Somebody, field: GraphQLField<unknown, unknown>): Promise<Verdict> {
    const { query, variables } = least(field);
    const { body, status } = await who.visitor.ask(query, variables, who.more);
    const code = body.errors?.[0].extensions.code;
    if (code === "UNAUTHENTICATED" || code === "FORBIDDEN") {
      expect(status).toBe(code === "FORBIDDEN" ? 403 : 401);
      return code;
    }
    // Whatever is wrong with the least that it takes is said of the input, by somebody who may ask.
    expect([undefined, "BAD_USER_INPUT", "NOT_FOUND"]).toContain(code);
    return "allowed";
  }

  it.each(names)("%s", async (name) => {
    const who = everybody.find((each) => each.name === name);
    if (!who) throw new Error(`Nobody is ${name}`);
    const refused: GraphQLField<unknown, unknown>[] = [];
    for (const field of mutations) {
      const right = RIGHTS[field.name];
      const verdict = right ? verdictOn(right, who.role, who.via) : "FORBIDDEN";
      if (verdict !== "allowed") refused.push(field);
      else expect([field.name, await said(who, field)]).toEqual([field.name, verdict]);
      told.set(`${field.name} ${name}`, verdict);
    }
    const before = await counts();
    for (const field of refused) {
      const right = RIGHTS[field.name];
      const verdict = right ? verdictOn(right, who.role, who.via) : "FORBIDDEN";
      expect([field.name, await said(who, field)]).toEqual([field.name, verdict]);
    }
    expect(await counts()).toEqual(before);
  });

  function printed(): string {
    return table(
      ["Mutation", ...names],
      mutations.map((field) => [
        field.name,
        ...names.map((name) => told.get(`${field.name} ${name}`) ?? "not asked"),
      ]),
    );
  }
});

it("is as it was meant: facts are editors', users are admins', tokens are everybody's own", () => {
  const of = (needs: Role) => Object.keys(RIGHTS).filter((name) => RIGHTS[name]?.needs === needs);
  expect(of("VIEWER")).toEqual(["createToken", "revokeToken"]);
  expect(of("ADMIN")).toEqual([
    "inviteUser",
    "revokeInvitation",
    "giveLink",
    "setUserRole",
    "disableUser",
  ]);
  expect(Object.keys(RIGHTS).filter((name) => RIGHTS[name]?.signedIn)).toEqual(["createToken"]);
});
