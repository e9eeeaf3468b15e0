// What better-auth asks of its tables, held to on both engines.
import type { DBAdapter } from "better-auth/adapters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, type World, world } from "../../test/world.ts";
import { adapterOver } from "./adapter.ts";

describe.each(engines)("better-auth's tables on %s", (engine) => {
  let home: World;
  let adapter: DBAdapter;
  beforeAll(async () => {
    home = await world(engine);
    adapter = adapterOver(home.storage)({ session: { modelName: "login" } });
    await home.storage.write(({ db, tables }) =>
      db.insert(tables.user).values({
        id: "vera",
        name: "Vera",
        email: "vera@example.org",
        emailVerified: true,
        role: "ADMIN",
        createdAt: "2026-01-05T08:00:00.000Z",
        updatedAt: "2026-01-05T08:00:00.000Z",
      }),
    );
  });
  afterAll(() => home.close());

  const words = (identifier: string) => ({
    identifier,
    value: "a value",
    expiresAt: new Date("2026-01-06T08:00:00.000Z"),
    createdAt: new Date("2026-01-05T08:00:00.000Z"),
    updatedAt: new Date("2026-01-05T08:00:00.000Z"),
  });
  const kept = (identifier: string) =>
    adapter.count({ model: "verification", where: [{ field: "identifier", value: identifier }] });

  it("hold moments as moments", async () => {
    const made = await adapter.create({ model: "verification", data: words("moments") });
    expect(made).toMatchObject({ expiresAt: new Date("2026-01-06T08:00:00.000Z") });
    const among = (operator: "gt" | "lt", day: string) =>
      adapter.findMany({
        model: "verification",
        where: [{ field: "expiresAt", operator, value: new Date(day) }],
      });
    expect(await among("gt", "2026-01-06")).toHaveLength(1);
    expect(await among("lt", "2026-01-06")).toHaveLength(0);
  });

  it("keep nothing of a transaction that throws, and all of one that does not", async () => {
    const work = (identifier: string, isGood: boolean) =>
      adapter.transaction(async (inside) => {
        await inside.create({ model: "verification", data: words(identifier) });
        await inside.create({ model: "verification", data: words(identifier) });
        if (!isGood) throw new Error("thought better of");
        return inside.count({ model: "verification" });
      });
    await expect(work("lost", false)).rejects.toThrow("thought better of");
    expect(await kept("lost")).toBe(0);
    await work("kept", true);
    expect(await kept("kept")).toBe(2);
  });

  it("give what can be had once to one alone, however many ask at once", async () => {
    await adapter.create({ model: "verification", data: words("once") });
    const where = [{ field: "identifier", value: "once" }];
    const asked = Array.from({ length: 10 }, () =>
      adapter.consumeOne<{ value: string }>({ model: "verification", where }),
    );
    const got = (await Promise.all(asked)).filter((row) => row !== null);
    expect(got).toMatchObject([{ value: "a value" }]);
    expect(await kept("once")).toBe(0);
  });

  it("find a session by its token, and hold no token", async () => {
    const at = new Date("2026-01-05T08:00:00.000Z");
    const data = {
      token: "open sesame",
      userId: "vera",
      expiresAt: at,
      createdAt: at,
      updatedAt: at,
    };
    expect(await adapter.create({ model: "session", data })).toMatchObject({
      token: "open sesame",
    });
    const rows = await home.storage.read(({ db, tables }) => db.select().from(tables.login));
    expect(JSON.stringify(rows)).not.toContain("sesame");
    const of = (value: string) => ({ model: "session", where: [{ field: "token", value }] });
    expect(await adapter.findOne({ ...of("open sesame"), join: { user: true } })).toMatchObject({
      token: "open sesame",
      user: { name: "Vera" },
    });
    expect(await adapter.findOne(of(rows[0]?.token ?? ""))).toBeNull();
    const later = { expiresAt: new Date("2026-02-01T08:00:00.000Z") };
    expect(await adapter.update({ ...of("open sesame"), update: later })).toMatchObject(later);
    await adapter.delete(of("open sesame"));
    expect(await adapter.findOne(of("open sesame"))).toBeNull();
  });

  it("refuse what they do not know rather than answer something else", async () => {
    const where = [{ field: "identifier", operator: "contains" as const, value: "o" }];
    await expect(adapter.count({ model: "verification", where })).rejects.toThrow("contains");
  });
});
