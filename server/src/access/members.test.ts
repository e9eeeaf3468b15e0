// Users, invitations and tokens, as an admin and as each for themselves, over HTTP.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joined, PASSWORD, Visitor } from "../../test/visitor.ts";
import { engines, type World, world } from "../../test/world.ts";
import { lastStamp } from "../history/history.ts";
import { buildApp } from "../http/app.ts";
import { schema } from "../schema.ts";
import { viewerOf as sentBy } from "./access.ts";

const ERRORS = "errors { __typename ... on UserError { code message path } }";
const INVITE = `mutation ($email: String!, $role: Role!) {
  inviteUser(input: { email: $email, role: $role }) { path expiresAt ${ERRORS} }
}`;
const GIVE = `mutation ($id: ID!) { giveLink(input: { userId: $id }) { path ${ERRORS} } }`;
const UNINVITE = `mutation ($id: ID!) { revokeInvitation(input: { invitationId: $id }) { email ${ERRORS} } }`;
const ROLE = `mutation ($id: ID!, $role: Role!) {
  setUserRole(input: { userId: $id, role: $role }) { user { name role } ${ERRORS} }
}`;
const DISABLE = `mutation ($id: ID!) { disableUser(input: { userId: $id }) { user { name disabledAt } ${ERRORS} } }`;
const CREATE = `mutation ($role: Role!, $days: Int = 90) {
  createToken(input: { name: "laptop", role: $role, days: $days }) {
    secret token { id name role hint owner expiresAt revokedAt } ${ERRORS}
  }
}`;
const REVOKE = `mutation ($id: ID!) { revokeToken(input: { tokenId: $id }) { token { name revokedAt } ${ERRORS} } }`;
const VIEWER = "{ viewer { name role via } }";
const NOBODY = { name: null, role: null, via: null };

describe.each(engines)("users on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let address: string;
  let admin: Visitor;
  beforeAll(async () => {
    home = await world(engine);
    app = await buildApp({ schema, storage: home.storage, config: { logLevel: "error" } });
    address = await app.listen({ host: "127.0.0.1", port: 0 });
    admin = await joined(home.storage, address, { name: "Vera", role: "ADMIN" });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const told = async (visitor: Visitor, query: string, variables: object = {}) => {
    const { body } = await visitor.ask(query, variables);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    const [value] = Object.values(body.data);
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
    return value as any;
  };
  const idOf = async (name: string): Promise<string> => {
    const { nodes } = await told(admin, "{ users { nodes { id name } } }");
    return nodes.find((user: { name: string }) => user.name === name).id;
  };
  const by = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const viewerOf = async (visitor: Visitor, more?: object) =>
    (await visitor.ask(VIEWER, {}, more)).body;

  describe("an invitation", () => {
    let path: string;
    it("gives a link once, and stands in the list until it is used", async () => {
      const given = await told(admin, INVITE, { email: " Omid@Example.org", role: "EDITOR" });
      expect(given).toEqual({
        path: expect.stringMatching(/^\/join\/[\w-]{43}$/),
        expiresAt: expect.any(String),
        errors: [],
      });
      path = given.path;
      const list = await told(
        admin,
        "{ invitations { totalCount nodes { email role by expiresAt } } }",
      );
      expect(list).toEqual({
        totalCount: 1,
        nodes: [
          { email: "omid@example.org", role: "EDITOR", by: "Vera", expiresAt: given.expiresAt },
        ],
      });
    });

    it("given again, is another link, and the one before no longer works", async () => {
      const again = await told(admin, INVITE, { email: "omid@example.org", role: "VIEWER" });
      const omid = new Visitor(address);
      const join = (where: string) =>
        omid.post("/auth/join", { token: where.slice(6), name: "Omid", password: PASSWORD });
      expect((await join(path)).status).toBe(404);
      const { body } = await join(again.path);
      expect(body.user).toEqual({ name: "Omid", email: "omid@example.org", role: "VIEWER" });
      expect(await told(admin, "{ invitations { totalCount } }")).toEqual({ totalCount: 0 });
      const users = await told(admin, "{ users { totalCount nodes { name role disabledAt } } }");
      expect(users.nodes).toEqual([
        { name: "Vera", role: "ADMIN", disabledAt: null },
        { name: "Omid", role: "VIEWER", disabledAt: null },
      ]);
    });

    it("is refused to who is here already, and to what is no address", async () => {
      for (const [email, words] of [
        ["OMID@example.org", "omid@example.org is here already, as Omid"],
        ["omid", "not an e-mail address"],
      ]) {
        const { path, errors } = await told(admin, INVITE, { email, role: "ADMIN" });
        expect(path).toBeNull();
        expect(errors).toEqual([
          {
            __typename: "InvalidInputError",
            code: "INVALID_INPUT",
            message: expect.stringContaining(words ?? ""),
            path: ["input", "email"],
          },
        ]);
      }
    });

    it("is taken back, and its link with it", async () => {
      const given = await told(admin, INVITE, { email: "reza@example.org", role: "ADMIN" });
      const { nodes } = await told(admin, "{ invitations { nodes { id } } }");
      const [{ id }] = nodes;
      expect(await told(admin, UNINVITE, { id })).toEqual({
        email: "reza@example.org",
        errors: [],
      });
      const look = { token: given.path.slice(6) };
      expect((await admin.post("/auth/join/look", look)).status).toBe(404);
      const [error] = (await told(admin, UNINVITE, { id })).errors;
      expect(error).toMatchObject({ code: "NOT_FOUND", path: ["input", "invitationId"] });
      const vera = await idOf("Vera");
      expect((await told(admin, UNINVITE, { id: vera })).errors).toHaveLength(1);
    });
  });

  it("a role that changes ends the sessions of whoever has it, and only then", async () => {
    const zahra = await joined(home.storage, address, { name: "Zahra", role: "VIEWER" });
    const id = await idOf("Zahra");
    expect((await told(admin, ROLE, { id, role: "VIEWER" })).errors).toEqual([]);
    expect((await viewerOf(zahra)).data.viewer).toMatchObject({ role: "VIEWER" });
    const { user } = await told(admin, ROLE, { id, role: "EDITOR" });
    expect(user).toEqual({ name: "Zahra", role: "EDITOR" });
    expect((await viewerOf(zahra)).data.viewer).toEqual(NOBODY);
    await zahra.post("/auth/sign-in/email", { email: "zahra@example.org", password: PASSWORD });
    expect((await viewerOf(zahra)).data.viewer).toMatchObject({ role: "EDITOR" });
  });

  it("the last admin stays one", async () => {
    const id = await idOf("Vera");
    for (const [query, path] of [
      [ROLE, "role"],
      [DISABLE, "userId"],
    ] as const) {
      const { user, errors } = await told(admin, query, { id, role: "EDITOR" });
      expect(user).toBeNull();
      expect(errors[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", path] });
      expect(errors[0].message).toContain("Vera is the last admin");
    }
    expect((await viewerOf(admin)).data.viewer).toMatchObject({ role: "ADMIN" });
    const second = await joined(home.storage, address, { name: "Second", role: "ADMIN" });
    expect((await told(second, ROLE, { id, role: "EDITOR" })).errors).toEqual([]);
    expect((await told(second, ROLE, { id, role: "ADMIN" })).errors).toEqual([]);
    await admin.post("/auth/sign-in/email", { email: "vera@example.org", password: PASSWORD });
    expect((await told(admin, DISABLE, { id: await idOf("Second") })).errors).toEqual([]);
  });

  describe("a token", () => {
    let maryam: Visitor;
    let secret: string;
    let id: string;
    beforeAll(async () => {
      maryam = await joined(home.storage, address, { name: "Maryam", role: "EDITOR" });
    });

    it("is made when signed in, told once, and acts in its owner's name", async () => {
      const made = await told(maryam, CREATE, { role: "EDITOR" });
      secret = made.secret;
      id = made.token.id;
      expect(secret).toMatch(/^ent_[0-9A-Za-z]{36}$/);
      expect(made.token).toMatchObject({
        name: "laptop",
        role: "EDITOR",
        owner: "Maryam",
        hint: `${secret.slice(0, 8)}…`,
        revokedAt: null,
      });
      const { data } = await viewerOf(new Visitor(address), by(secret));
      expect(data.viewer).toEqual({ name: "Maryam", role: "EDITOR", via: "TOKEN" });
      const list = await maryam.ask("{ tokens { totalCount nodes { name hint } } }");
      expect(list.body.data.tokens.totalCount).toBe(1);
      expect(JSON.stringify(list.body)).not.toContain(secret);
    });

    it("makes no other, and can do no more than its owner", async () => {
      const { body } = await new Visitor(address).ask(CREATE, { role: "VIEWER" }, by(secret));
      expect(body.errors[0].extensions.code).toBe("FORBIDDEN");
      for (const [wish, path] of [
        [{ role: "ADMIN" }, "role"],
        [{ role: "EDITOR", days: 0 }, "days"],
        [{ role: "EDITOR", days: 36_501 }, "days"],
      ] as const) {
        const { token, secret: none, errors } = await told(maryam, CREATE, wish);
        expect([token, none]).toEqual([null, null]);
        expect(errors[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", path] });
      }
      const { token } = await told(maryam, CREATE, { role: "VIEWER", days: null });
      expect(token).toMatchObject({ role: "VIEWER", expiresAt: null });
    });

    it("says in which hour it was last used, noted once in it at most", async () => {
      const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      const usedAt = async () => {
        const { nodes } = await told(maryam, "{ tokens { nodes { id usedAt } } }");
        return nodes.find((token: { id: string }) => token.id === id).usedAt;
      };
      const use = (at: string) =>
        sentBy(home.storage, `Bearer ${secret}`, new Date(`${day}T${at}Z`));
      await use("10:59:00");
      await expect.poll(usedAt).toBe(`${day}T10:00:00.000Z`);
      const before = await home.storage.read(lastStamp);
      let writes = 0;
      const counted = {
        ...home.storage,
        read: home.storage.read.bind(home.storage),
        write: ((...given: Parameters<typeof home.storage.write>) => {
          writes++;
          return home.storage.write(...given);
        }) as typeof home.storage.write,
      };
      for (const minute of ["10:59:59", "11:00:00", "11:20:00", "11:59:59", "10:30:00"])
        await sentBy(counted, `Bearer ${secret}`, new Date(`${day}T${minute}Z`));
      expect(writes).toBe(1);
      await expect.poll(usedAt).toBe(`${day}T11:00:00.000Z`);
      // Nothing of it is a change of facts.
      expect(await home.storage.read(lastStamp)).toBe(before);
    });

    it("is read with while others write, and where nothing can be written", async () => {
      const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
      let asked = 0;
      const busy = (write: () => Promise<never>) => ({ ...home.storage, write: () => write() });
      const never = busy(() => {
        asked++;
        return new Promise(() => {});
      });
      const failing = busy(() => Promise.reject(new Error("The disk is full")));
      for (const storage of [never, never, failing]) {
        const at = new Date(`${day}T10:00:00Z`);
        const answer = await sentBy(storage, `Bearer ${secret}`, at);
        expect(answer.refused).toBeNull();
      }
      expect(asked).toBe(1);
    });

    it("shrinks with its owner's role, though it does not grow with it", async () => {
      const userId = await idOf("Maryam");
      await told(admin, ROLE, { id: userId, role: "VIEWER" });
      const role = async () => (await viewerOf(new Visitor(address), by(secret))).data.viewer.role;
      expect(await role()).toBe("VIEWER");
      await told(admin, ROLE, { id: userId, role: "ADMIN" });
      expect(await role()).toBe("EDITOR");
      await maryam.post("/auth/sign-in/email", { email: "maryam@example.org", password: PASSWORD });
    });

    it("is listed to its owner and to admins, and revoked by them alone", async () => {
      const omid = new Visitor(address);
      await omid.post("/auth/sign-in/email", { email: "omid@example.org", password: PASSWORD });
      expect(await told(omid, "{ tokens { totalCount } }")).toEqual({ totalCount: 0 });
      const { body } = await omid.ask("{ tokens(everybodys: true) { totalCount } }");
      expect(body.errors[0].extensions.code).toBe("FORBIDDEN");
      const [error] = (await told(omid, REVOKE, { id })).errors;
      expect(error).toMatchObject({ code: "NOT_FOUND", path: ["input", "tokenId"] });
      const all = await told(admin, "{ tokens(everybodys: true) { nodes { name owner } } }");
      expect(all.nodes).toContainEqual({ name: "laptop", owner: "Maryam" });
      const { token } = await told(admin, REVOKE, { id });
      expect(token).toEqual({ name: "laptop", revokedAt: expect.any(String) });
      const { errors } = await viewerOf(new Visitor(address), by(secret));
      expect(errors[0].extensions.code).toBe("UNAUTHENTICATED");
    });
  });

  it("who is disabled is out at once, by every way, until a link lets them in again", async () => {
    const ali = await joined(home.storage, address, { name: "Ali", role: "EDITOR" });
    const { secret } = await told(ali, CREATE, { role: "EDITOR" });
    const id = await idOf("Ali");
    const { user } = await told(admin, DISABLE, { id });
    expect(user).toEqual({ name: "Ali", disabledAt: expect.any(String) });
    expect((await viewerOf(ali)).data.viewer).toEqual(NOBODY);
    const { errors } = await viewerOf(new Visitor(address), by(secret));
    expect(errors[0].extensions.code).toBe("UNAUTHENTICATED");
    const known = { email: "ali@example.org", password: PASSWORD };
    const { status, body } = await ali.post("/auth/sign-in/email", known);
    expect([status, body.errors[0].message]).toEqual([
      401,
      "The e-mail address or the password is wrong.",
    ]);
    const { path } = await told(admin, GIVE, { id });
    const look = await ali.post("/auth/join/look", { token: path.slice(6) });
    expect(look.body).toMatchObject({ email: "ali@example.org", name: "Ali", again: true });
    const again = { token: path.slice(6), name: "Ali", password: "another one, much longer" };
    expect((await ali.post("/auth/join", again)).status).toBe(200);
    expect((await viewerOf(ali)).data.viewer).toMatchObject({ name: "Ali", role: "EDITOR" });
  });

  it("tells admins what was done, by whom, page by page, and nobody can change it", async () => {
    const log: { by: string; action: string; subject: string; detail: string | null }[] = [];
    for (let after: string | null = null, isMore = true; isMore; ) {
      const page = await told(
        admin,
        `query ($after: String) { accessChanges(first: 5, after: $after) {
          nodes { by action subject detail } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      log.push(...page.nodes);
      after = page.pageInfo.endCursor;
      isMore = page.pageInfo.hasNextPage;
    }
    const total = await home.storage.read(({ db, tables }) => db.$count(tables.accessChange));
    expect(log).toHaveLength(total);
    expect(log).toEqual(
      expect.arrayContaining([
        { by: "Vera", action: "INVITE", subject: "omid@example.org", detail: "editor" },
        { by: "Omid", action: "JOIN", subject: "omid@example.org", detail: null },
        {
          by: "Vera",
          action: "SET_ROLE",
          subject: "zahra@example.org",
          detail: "viewer to editor",
        },
        { by: "Maryam", action: "CREATE_TOKEN", subject: "laptop", detail: "editor" },
        { by: "Vera", action: "REVOKE_TOKEN", subject: "laptop", detail: null },
        { by: "Vera", action: "DISABLE", subject: "ali@example.org", detail: null },
      ]),
    );
    expect(JSON.stringify(log)).not.toMatch(/ent_|\/join\//);
    for (const rewrite of [
      () => home.storage.write(({ db, tables }) => db.delete(tables.accessChange)),
      () => home.storage.write(({ db, tables }) => db.update(tables.accessChange).set({ by: "x" })),
    ]) {
      await expect(rewrite()).rejects.toThrow("append-only");
    }
  });

  it.each(["users", "invitations", "accessChanges", "tokens(everybodys: true)", "tokens"])(
    "%s is told to nobody without the right",
    async (field) => {
      const query = `{ ${field} { totalCount } }`;
      const { body } = await new Visitor(address).ask(query);
      expect(body.errors[0].extensions.code).toBe("UNAUTHENTICATED");
      if (field === "tokens") return;
      const zahra = new Visitor(address);
      await zahra.post("/auth/sign-in/email", { email: "zahra@example.org", password: PASSWORD });
      const { body: forbidden } = await zahra.ask(query);
      expect(forbidden.errors[0].extensions.code).toBe("FORBIDDEN");
    },
  );
});
