// Coming in, staying in and going out, as a browser does it.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SUBSCRIPTIONS } from "../../test/limits/asked.ts";
import { talkTo } from "../../test/talking.ts";
import {
  ANYBODY,
  joined,
  linkForFirst,
  PASSWORD,
  RETRACT,
  VIEWER,
  Visitor,
  viewerOf,
} from "../../test/visitor.ts";
import { engines, type World, world } from "../../test/world.ts";
import { insertUser } from "../access/people.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

const HOUR = 3_600_000;

describe.each(engines)("sign-in on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let address: string;

  beforeAll(async () => {
    home = await world(engine);
    app = await buildApp({ schema, storage: home.storage, config: { logLevel: "error" } });
    address = await app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const sessions = () => home.storage.read(({ db, tables }) => db.$count(tables.login));

  describe("the first admin", () => {
    const admin = { email: "Vera@Example.org", name: " Vera  Ivanova ", password: PASSWORD };
    let token: string;
    let vera: Visitor;
    beforeAll(async () => {
      token = await linkForFirst(home.storage);
      vera = new Visitor(address);
    });

    it("is told what the link is for, and chooses address, name and password", async () => {
      const { body } = await vera.post("/auth/join/look", { token });
      expect(body).toEqual({
        email: null,
        name: "",
        role: "ADMIN",
        again: false,
        expiresAt: expect.stringMatching(/Z$/),
      });
    });

    it.each([
      [{ ...admin, password: "short" }, "password", "at least 12 characters"],
      [{ ...admin, password: "a".repeat(129) }, "password", "at most 128 characters"],
      [{ ...admin, password: "aaaaaaaaaaaaaaa" }, "password", "four different characters"],
      [{ ...admin, password: "VERA@example.org" }, "password", "must not be the e-mail address"],
      [{ ...admin, email: "vera" }, "email", "not an e-mail address"],
      [{ ...admin, name: " " }, "name", "A name needs 1 to 80 characters"],
      [{ ...admin, name: 7 }, "name", "expected string"],
    ])("is refused %j, and the link still works", async (given, argument, words) => {
      const { status, body } = await vera.post("/auth/join", { token, ...given });
      expect(status).toBe(400);
      const [{ message, extensions }] = body.errors;
      expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: [argument] });
      expect(message).toContain(words);
      expect(await home.storage.read(({ db, tables }) => db.$count(tables.user))).toBe(0);
    });

    it("is in with that, by a cookie that no script can read and no other site gets", async () => {
      const { status, headers, body } = await vera.post("/auth/join", { token, ...admin });
      expect(body).toEqual({
        session: { expiresAt: expect.any(String) },
        user: { name: "Vera Ivanova", email: "vera@example.org", role: "ADMIN" },
      });
      expect(status).toBe(200);
      const [line, ...others] = headers.getSetCookie();
      expect(others).toEqual([]);
      expect(line).toMatch(
        /^entente\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
      );
      expect(await viewerOf(vera)).toMatchObject({
        name: "Vera Ivanova",
        email: "vera@example.org",
        role: "ADMIN",
        via: "SESSION",
      });
      const { body: same } = await vera.send("GET", "/auth/get-session");
      expect(same).toEqual(body);
    });

    it("has used the link up", async () => {
      const { status, body } = await new Visitor(address).post("/auth/join", { token, ...admin });
      expect([status, body.errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
    });

    it("leaves neither the token of a session nor a password in the database", async () => {
      const rows = await home.storage.read(async ({ db, tables }) => [
        await db.select().from(tables.login),
        await db.select().from(tables.account),
        await db.select().from(tables.joinLink),
      ]);
      const value = decodeURIComponent(vera.cookies.get("entente.session_token") ?? "");
      const [secret = ""] = value.split(".");
      expect(secret.length).toBeGreaterThan(30);
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(rows)).not.toContain(PASSWORD);
      expect(rows[2]).toEqual([]);
    });

    it("goes out, and the cookie is worth nothing to whoever kept it", async () => {
      const before = await sessions();
      const thief = new Visitor(address);
      for (const [name, value] of vera.cookies) thief.cookies.set(name, value);
      expect(await viewerOf(thief)).toMatchObject({ name: "Vera Ivanova" });
      expect((await vera.post("/auth/sign-out")).status).toBe(200);
      expect(vera.cookies.size).toBe(0);
      expect(await sessions()).toBe(before - 1);
      expect(await viewerOf(thief)).toEqual(ANYBODY);
      expect((await thief.send("GET", "/auth/get-session")).body).toBeNull();
    });

    it("comes back by address, in any letters, and password: with another session each time", async () => {
      const given = { email: "VERA@example.org ", password: PASSWORD };
      expect((await vera.post("/auth/sign-in/email", given)).status).toBe(200);
      const first = vera.cookie;
      const before = await sessions();
      expect((await vera.post("/auth/sign-in/email", given)).status).toBe(200);
      expect(vera.cookie).not.toBe(first);
      expect(await sessions()).toBe(before);
    });
  });

  it("says the same of a wrong password, an unknown address and one who has yet to join", async () => {
    const wrong = async (email: string, password: string) => {
      const visitor = new Visitor(address);
      const { status, body, headers } = await visitor.post("/auth/sign-in/email", {
        email,
        password,
      });
      const [{ message, extensions }] = body.errors;
      return { status, message, code: extensions.code, cookies: headers.getSetCookie() };
    };
    const said = await wrong("vera@example.org", "not the password");
    expect(said).toEqual({
      status: 401,
      message: "The e-mail address or the password is wrong.",
      code: "UNAUTHENTICATED",
      cookies: [],
    });
    expect(await wrong("nobody@example.org", PASSWORD)).toEqual(said);
    expect(await wrong("no address", PASSWORD)).toEqual(said);
    const yet = { id: "yet", email: "yet@example.org", role: "EDITOR" } as const;
    await home.storage.write((tx) => insertUser(tx, { ...yet, at: "2026-01-05T08:00:00.000Z" }));
    expect(await wrong(yet.email, PASSWORD)).toEqual(said);
  });

  describe("a request with a cookie", () => {
    let omid: Visitor;
    beforeAll(async () => {
      omid = await joined(home.storage, address, { name: "Omid", role: "EDITOR" });
    });
    const as = (origin: string | null) => {
      const other = new Visitor(address, origin);
      for (const [name, value] of omid.cookies) other.cookies.set(name, value);
      return other;
    };

    it.each(["https://evil.example", "http://localhost:1", "http://127.0.0.1", "null", null])(
      "is refused from %s, at /graphql and at /auth",
      async (origin) => {
        for (const answer of [
          await as(origin).ask(VIEWER),
          await as(origin).post("/auth/sign-out"),
          await new Visitor(address, origin).post("/auth/sign-in/email", {
            email: "omid@example.org",
            password: PASSWORD,
          }),
        ]) {
          expect(answer.status).toBe(403);
          expect(answer.body.errors[0].extensions.code).toBe("FORBIDDEN");
        }
        expect(await viewerOf(omid)).toMatchObject({ name: "Omid" });
      },
    );

    it("is a stranger's without the cookie, from wherever it comes", async () => {
      const { status, body } = await new Visitor(address, "https://evil.example").ask(VIEWER);
      expect([status, body.data.viewer]).toEqual([200, ANYBODY]);
    });

    it("is refused as anything but JSON", async () => {
      const { status, body } = await omid.ask(VIEWER, {}, { "content-type": "text/plain" });
      expect([status, body.errors[0].extensions.code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    });

    it("is taken where the browser says that the page is ours without naming it", async () => {
      const { body } = await as(null).ask(VIEWER, {}, { "sec-fetch-site": "same-origin" });
      expect(body.data.viewer).toMatchObject({ name: "Omid" });
    });

    it("is judged by its token, if it has one", async () => {
      const { body } = await omid.ask(VIEWER, {}, { authorization: "Bearer ent_nonsense" });
      expect(body.errors[0].extensions.code).toBe("UNAUTHENTICATED");
    });

    it("is kept by nobody as a POST, and is anybody's as a GET", async () => {
      const own = await omid.ask(VIEWER);
      expect(own.headers.get("cache-control")).toBe("private, no-store");
      expect(own.headers.get("etag")).toBeNull();
      const stranger = await new Visitor(address).ask(VIEWER);
      expect(stranger.body.data.viewer).toEqual(ANYBODY);
      const path = `/graphql?query=${encodeURIComponent(VIEWER)}`;
      const mine = await omid.send("GET", path);
      const theirs = await new Visitor(address).send("GET", path);
      expect(mine.body.data.viewer).toEqual(ANYBODY);
      expect(mine.headers.get("etag")).toBe(theirs.headers.get("etag"));
    });

    it("writes under the user's name, as far as their role goes", async () => {
      const viewer = await joined(home.storage, address, { name: "Viewer", role: "VIEWER" });
      const { body: refused } = await viewer.ask(RETRACT);
      expect(refused.errors[0].extensions).toMatchObject({ code: "FORBIDDEN", role: "VIEWER" });
      const { body: nobody } = await new Visitor(address).ask(RETRACT);
      expect(nobody.errors[0].extensions.code).toBe("UNAUTHENTICATED");
      const { body: allowed } = await omid.ask(RETRACT);
      expect(allowed.errors).toBeUndefined();
    });
  });

  it("counts on a socket from our own pages, where a stranger's limits are too narrow", async () => {
    const sima = await joined(home.storage, address, { name: "Sima", role: "EDITOR" });
    const { query, operationName } = SUBSCRIPTIONS.tokens(1_500);
    const payload = { query, operationName };
    const said = async (headers: object) => {
      const talk = await talkTo(app, {}, headers);
      talk.send({ id: "long", type: "subscribe", payload });
      // Answered at once, so whatever was wrong with the first has been said by then.
      talk.send({ id: "next", type: "subscribe", payload: { query: "{" } });
      const { id, payload: errors } = await talk.next();
      talk.socket.terminate();
      return id === "long" ? errors[0].extensions.code : "taken";
    };
    const { cookie } = sima;
    expect(await said({ cookie, origin: address })).toBe("taken");
    expect(await said({ cookie, origin: "https://evil.example" })).toBe("TOO_COSTLY");
    expect(await said({ cookie })).toBe("TOO_COSTLY");
    expect(await said({ origin: address })).toBe("TOO_COSTLY");
  });

  it("lets in by a link only within a day, and two people of one name not at all", async () => {
    await expect(
      joined(home.storage, address, {
        name: "Late",
        role: "EDITOR",
        now: new Date(Date.now() - 24.1 * HOUR),
      }),
    ).rejects.toThrow("This link does not work");
    await expect(
      joined(home.storage, address, { name: "OMID", role: "EDITOR", email: "other@example.org" }),
    ).rejects.toThrow(/email|called/);
  });
});

describe("a site with https", () => {
  let home: World;
  let app: FastifyInstance;
  beforeAll(async () => {
    home = await world("sqlite");
    const config = { logLevel: "error", publicUrl: "https://entente.example" } as const;
    app = await buildApp({ schema, storage: home.storage, config });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  it("gives a Secure cookie of this host alone, to its own pages", async () => {
    const token = await linkForFirst(home.storage);
    const send = (origin: string) =>
      app.inject({
        method: "POST",
        url: "/auth/join",
        headers: { origin, host: "evil.example" },
        payload: { token, email: "vera@example.org", name: "Vera", password: PASSWORD },
      });
    expect((await send("http://localhost:80")).statusCode).toBe(403);
    expect((await send("https://evil.example")).statusCode).toBe(403);
    const answer = await send("https://entente.example");
    expect(answer.statusCode).toBe(200);
    expect([answer.headers["set-cookie"]].flat()[0]).toMatch(
      /^__Host-entente\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});
