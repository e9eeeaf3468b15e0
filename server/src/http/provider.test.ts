// Coming in by a provider of OpenID Connect, as a browser goes there and back.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Issuer, issuer } from "../../test/issuer.ts";
import { deskOn } from "../../test/typed.ts";
import { joined, Visitor } from "../../test/visitor.ts";
import { engines, type World, world } from "../../test/world.ts";
import { userCommands } from "../access/command.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

const VIEWER = "{ viewer { name email role via } }";

/** A port that nobody has just now: the site's address must be known before it listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.each(engines)("a provider on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let there: Issuer;
  let address: string;
  beforeAll(async () => {
    home = await world(engine);
    there = await issuer();
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const { address: at, clientId, clientSecret } = there;
    const oidc = { issuer: at, clientId, clientSecret, name: "The Ministry" };
    const config = { logLevel: "error", publicUrl: address, oidc } as const;
    app = await buildApp({ schema, storage: home.storage, config });
    await app.listen({ host: "127.0.0.1", port });
    await joined(home.storage, address, { name: "Vera", role: "ADMIN" });
  });
  afterAll(async () => {
    await app.close();
    await there.close();
    await home.close();
  });
  beforeEach(() => {
    there.forged = {};
  });

  /** Goes there and back; answers where the browser ends up, as a path. */
  async function go(visitor: Visitor, to = "/desk", change?: (back: URL) => void): Promise<string> {
    const { status, body } = await visitor.post("/auth/sign-in/provider", { to });
    expect(status).toBe(200);
    const away = await fetch(body.url, { redirect: "manual" });
    const back = new URL(away.headers.get("location") ?? "");
    expect(back.origin).toBe(address);
    change?.(back);
    const { status: moved, headers } = await visitor.send("GET", back.pathname + back.search);
    expect(moved).toBe(302);
    return (headers.get("location") ?? "").replace(address, "");
  }
  const viewerOf = async (visitor: Visitor) => (await visitor.ask(VIEWER)).body.data.viewer;
  const users = () => home.storage.read(({ db, tables }) => db.$count(tables.user));
  const typed = (name: string, ...words: string[]) =>
    userCommands[name]?.run(
      words,
      deskOn(home, () => new Date(), address),
    );

  it("is named among the ways in", async () => {
    const { body } = await new Visitor(address).send("GET", "/auth/ways");
    expect(body).toEqual({ password: true, provider: { name: "The Ministry" } });
  });

  it("lets in a user whose address it vouches for, to the page they wanted, each time", async () => {
    there.next = { sub: "v", email: "VERA@example.org", email_verified: true, name: "Other" };
    for (const to of ["/agreements/ru-ir-2025?asOf=2025-01-01", "/desk"]) {
      const vera = new Visitor(address);
      expect(await go(vera, to)).toBe(to);
      expect(await viewerOf(vera)).toEqual({
        name: "Vera",
        email: "vera@example.org",
        role: "ADMIN",
        via: "SESSION",
      });
    }
    const kept = await home.storage.read(({ db, tables }) => db.select().from(tables.account));
    const [account] = kept.filter(({ providerId }) => providerId === "oidc");
    expect(account).toMatchObject({ accountId: "v", accessToken: null, idToken: null });
  });

  it("joins whoever was invited, under a name that nobody else has", async () => {
    await typed("user add", "--email", "vera2@example.org", "--role", "editor");
    there.next = { sub: "w", email: "vera2@example.org", email_verified: true, name: "vera" };
    const other = new Visitor(address);
    expect(await go(other)).toBe("/desk");
    expect(await viewerOf(other)).toMatchObject({ name: "vera 2", role: "EDITOR" });
    expect(await home.storage.read(({ db, tables }) => db.$count(tables.joinLink))).toBe(0);
    const change = { currentPassword: "none", newPassword: "five bridges and a ferry" };
    const { status, body } = await other.post("/auth/change-password", change);
    expect([status, body.errors[0].message]).toEqual([
      400,
      "You have no password here. An admin can give you a link that sets one.",
    ]);
  });

  it.each([
    ["nobody has the address", { sub: "x", email: "x@example.org", email_verified: true }],
    ["it does not vouch for it", { sub: "y", email: "omid@example.org", email_verified: false }],
  ])("brings nobody in when %s", async (_why, claims) => {
    if (claims.sub === "y") await joined(home.storage, address, { name: "Omid", role: "EDITOR" });
    const before = await users();
    there.next = claims;
    const visitor = new Visitor(address);
    expect(await go(visitor)).toBe("/sign-in?error=unknown");
    expect(await viewerOf(visitor)).toMatchObject({ name: null });
    expect(await users()).toBe(before);
  });

  it("does not let in who is disabled", async () => {
    await typed("user remove", "vera2@example.org");
    there.next = { sub: "w", email: "vera2@example.org", email_verified: true };
    const visitor = new Visitor(address);
    expect(await go(visitor)).toBe("/sign-in?error=unknown");
    expect(await viewerOf(visitor)).toMatchObject({ name: null });
  });

  it.each([
    ["another audience", { aud: "somebody else" }],
    ["another issuer", { iss: "https://evil.example" }],
    ["another nonce", { nonce: "another" }],
    ["a day long gone", { exp: 1 }],
  ])("is not believed with %s in its word", async (_what, forged) => {
    there.next = { sub: "v", email: "vera@example.org", email_verified: true };
    there.forged = forged;
    const visitor = new Visitor(address);
    expect(await go(visitor)).toBe("/sign-in?error=failed");
    expect(await viewerOf(visitor)).toMatchObject({ name: null });
  });

  it("is not believed by another browser than the one that went, nor twice, nor with another state", async () => {
    there.next = { sub: "v", email: "vera@example.org", email_verified: true };
    const victim = new Visitor(address);
    let link = "";
    const mine = new Visitor(address);
    expect(
      await go(mine, "/desk", (back) => {
        link = back.pathname + back.search;
      }),
    ).toBe("/desk");
    for (const visitor of [victim, mine]) {
      const { headers } = await visitor.send("GET", link);
      expect(headers.get("location")).toBe(`${address}/sign-in?error=failed`);
    }
    expect(await viewerOf(victim)).toMatchObject({ name: null });
    const third = new Visitor(address);
    const forge = (back: URL) => back.searchParams.set("state", "forged");
    expect(await go(third, "/desk", forge)).toBe("/sign-in?error=failed");
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "desk", "/a b"])(
    "sends nobody on to %s",
    async (to) => {
      const { status, body } = await new Visitor(address).post("/auth/sign-in/provider", { to });
      expect(status).toBe(400);
      expect(body.errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: ["to"] });
    },
  );
});

describe("without a provider", () => {
  it("there is no such way in", async () => {
    const home = await world("sqlite");
    const config = { logLevel: "error" } as const;
    const app = await buildApp({ schema, storage: home.storage, config });
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const visitor = new Visitor(address);
    const { body } = await visitor.send("GET", "/auth/ways");
    expect(body).toEqual({ password: true, provider: null });
    expect((await visitor.post("/auth/sign-in/provider", { to: "/" })).status).toBe(404);
    expect((await visitor.send("GET", "/auth/callback/oidc?code=x&state=y")).status).toBe(404);
    await app.close();
    await home.close();
  });
});

describe("a provider that is down", () => {
  it("is said to be, and keeps nobody else out", async () => {
    const home = await world("sqlite");
    const address = `http://127.0.0.1:${await freePort()}`;
    const oidc = {
      issuer: `http://127.0.0.1:${await freePort()}`,
      clientId: "x",
      clientSecret: "y",
      name: "The Ministry",
    };
    const config = { logLevel: "error", publicUrl: address, oidc } as const;
    const app = await buildApp({ schema, storage: home.storage, config });
    await app.listen({ host: "127.0.0.1", port: Number(new URL(address).port) });
    const { status, body } = await new Visitor(address).post("/auth/sign-in/provider", {});
    expect([status, body.errors[0].extensions.code]).toEqual([503, "UNAVAILABLE"]);
    expect(body.errors[0].message).toContain("The Ministry cannot be reached");
    const vera = await joined(home.storage, address, { name: "Vera", role: "ADMIN" });
    expect((await vera.ask(VIEWER)).body.data.viewer).toMatchObject({ name: "Vera" });
    await app.close();
    await home.close();
  });
});
