// How a session ends, and for whom.
import { eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANYBODY, joined, PASSWORD, RETRACT, Visitor, viewerOf } from "../../test/visitor.ts";
import { engines, type World, world } from "../../test/world.ts";
import { userOfEmail } from "../access/people.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

const HOUR = 3_600_000;

describe.each(engines)("a session on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let address: string;
  let later = 0;

  beforeAll(async () => {
    home = await world(engine);
    const clock = () => new Date(Date.now() + later);
    app = await buildApp({ schema, storage: home.storage, config: { logLevel: "error" }, clock });
    address = await app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const sessions = () => home.storage.read(({ db, tables }) => db.$count(tables.login));

  it("is listed among its owner's, and ended with the others or alone left, at once", async () => {
    const known = { email: "sana@example.org", password: PASSWORD };
    const here = await joined(home.storage, address, { name: "Sana", role: "EDITOR" });
    const stranger = await joined(home.storage, address, { name: "Tariq", role: "EDITOR" });
    const [there, away] = [new Visitor(address), new Visitor(address)];
    for (const each of [there, away]) await each.post("/auth/sign-in/email", known);
    const listed = async (visitor: Visitor) =>
      (await visitor.send("GET", "/auth/sessions")).body.sessions.map(
        (each: { here: boolean }) => each.here,
      );
    expect((await listed(here)).sort()).toEqual([false, false, true]);
    const { body: first } = await here.send("GET", "/auth/sessions");
    expect(Object.keys(first.sessions[0]).sort()).toEqual([
      ...["createdAt", "expiresAt", "here", "seenAt"],
    ]);
    expect((await here.post("/auth/sign-out-everywhere", {})).status).toBe(400);
    const { body } = await here.post("/auth/sign-out-everywhere", { stay: true });
    expect(body).toEqual({ ended: 2 });
    expect(await listed(here)).toEqual([true]);
    expect(await Promise.all([here, there, away, stranger].map(viewerOf))).toMatchObject([
      { name: "Sana" },
      ANYBODY,
      ANYBODY,
      { name: "Tariq" },
    ]);

    await there.post("/auth/sign-in/email", known);
    const all = await there.post("/auth/sign-out-everywhere", { stay: false });
    expect(all.body).toEqual({ ended: 2 });
    expect(there.cookies.size).toBe(0);
    expect(await Promise.all([here, there].map(viewerOf))).toEqual([ANYBODY, ANYBODY]);
    for (const out of [here, new Visitor(address)]) {
      expect((await out.send("GET", "/auth/sessions")).status).toBe(401);
      expect((await out.post("/auth/sign-out-everywhere", { stay: true })).status).toBe(401);
    }
  });

  it("ends when nobody uses it for twelve hours, and not before", async () => {
    const zahra = await joined(home.storage, address, { name: "Zahra", role: "EDITOR" });
    for (const hours of [11, 22]) {
      later = hours * HOUR;
      expect(await viewerOf(zahra)).toMatchObject({ name: "Zahra" });
    }
    later = 34.1 * HOUR;
    const before = await sessions();
    expect(await viewerOf(zahra)).toEqual(ANYBODY);
    expect(await sessions()).toBe(before - 1);
    later = 0;
    expect(await viewerOf(zahra)).toEqual(ANYBODY);
  });

  it("ends after a week, however much it is used", async () => {
    const reza = await joined(home.storage, address, { name: "Reza", role: "EDITOR" });
    for (let hours = 11; hours < 168; hours += 11) {
      later = hours * HOUR;
      expect(await viewerOf(reza)).toMatchObject({ name: "Reza" });
    }
    later = 168.1 * HOUR;
    expect(await viewerOf(reza)).toEqual(ANYBODY);
    later = 0;
  });

  it("that nobody comes back to is forgotten when somebody else comes in", async () => {
    await joined(home.storage, address, { name: "Gone", role: "VIEWER" });
    const gone = (await home.storage.read((tx) => userOfEmail(tx, "gone@example.org")))?.id ?? "";
    const past = { expiresAt: new Date(Date.now() - 1000).toISOString() };
    await home.storage.write(({ db, tables }) =>
      db.update(tables.login).set(past).where(eq(tables.login.userId, gone)),
    );
    const before = await sessions();
    await joined(home.storage, address, { name: "Come", role: "VIEWER" });
    expect(await sessions()).toBe(before);
  });

  it("says to whoever writes after its end that it has ended", async () => {
    const maryam = await joined(home.storage, address, { name: "Maryam", role: "EDITOR" });
    await home.storage.write(({ db, tables }) => db.delete(tables.login));
    const { body } = await maryam.ask(RETRACT);
    expect(body.errors[0]).toMatchObject({
      message: "Your session has ended. Sign in again.",
      extensions: { code: "UNAUTHENTICATED" },
    });
  });

  it("is nobody's whose signature is not ours", async () => {
    const ali = await joined(home.storage, address, { name: "Ali", role: "ADMIN" });
    const value = decodeURIComponent(ali.cookies.get("entente.session_token") ?? "");
    const [token, signature = ""] = value.split(".");
    const other = signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    ali.cookies.set("entente.session_token", encodeURIComponent(`${token}.${other}`));
    expect(await viewerOf(ali)).toEqual(ANYBODY);
  });

  it("ends with another password, but for the one in which it was chosen", async () => {
    const here = await joined(home.storage, address, { name: "Nasrin", role: "EDITOR" });
    const there = new Visitor(address);
    await there.post("/auth/sign-in/email", { email: "nasrin@example.org", password: PASSWORD });
    expect(await viewerOf(there)).toMatchObject({ name: "Nasrin" });
    const next = "nine mountains, one pass";
    const wrong = { currentPassword: "not the password", newPassword: next };
    const { status, body } = await here.post("/auth/change-password", wrong);
    expect([status, body.errors[0].extensions.argument]).toEqual([400, ["currentPassword"]]);
    const right = { currentPassword: PASSWORD, newPassword: next };
    expect((await here.post("/auth/change-password", right)).status).toBe(200);
    expect(await viewerOf(here)).toMatchObject({ name: "Nasrin" });
    expect(await viewerOf(there)).toEqual(ANYBODY);
    const again = { email: "nasrin@example.org", password: next };
    expect((await there.post("/auth/sign-in/email", again)).status).toBe(200);
  });

  it("outlives the server, unless cookies are signed with something else", async () => {
    const parviz = await joined(home.storage, address, { name: "Parviz", role: "EDITOR" });
    const on = async (authSecret?: string) => {
      const config = { logLevel: "error", ...(authSecret && { authSecret }) } as const;
      const other = await buildApp({ schema, storage: home.storage, config });
      const there = new Visitor(await other.listen({ host: "127.0.0.1", port: 0 }));
      for (const [name, value] of parviz.cookies) there.cookies.set(name, value);
      const viewer = await viewerOf(there);
      await other.close();
      return viewer.name;
    };
    expect(await on()).toBe("Parviz");
    expect(await on("thirty-two characters, or some more")).toBeNull();
  });
});
