// What only a server can do to us: drop connections, and find that two writes do not go together.
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type World, world } from "../../test/world.ts";
import { openStorage } from "./open.ts";
import { prepared } from "./prepared.ts";
import type { Storage, Tx } from "./storage.ts";

const topics = (tx: Tx) =>
  prepared(tx, "test.all", (db, { topic }) => db.select().from(topic).orderBy(topic.id))();
const addTopic = (id: string) => (tx: Tx) =>
  tx.db.insert(tx.tables.topic).values({ id, name: "first" });

describe("a PostgreSQL server", () => {
  let here: World;
  let other: pg.Client;
  beforeEach(async () => {
    here = await world("postgres");
    other = new pg.Client({ connectionString: here.url });
    other.on("error", () => {});
    await other.connect();
  });
  afterEach(async () => {
    await other.end();
    await here.close();
  });

  const dropEverybodyElse = () =>
    other.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );

  it("a write that meets another's change is run again, on what is there now", async () => {
    await here.storage.write(addTopic("trade"));
    const seen: (string | undefined)[] = [];
    await here.storage.write(async ({ db, tables: { topic } }) => {
      const [row] = await db.select().from(topic);
      seen.push(row?.name);
      if (seen.length === 1) await other.query(`update topic set name = 'second'`);
      await db
        .update(topic)
        .set({ name: `${row?.name}, then third` })
        .where(eq(topic.id, "trade"));
    });
    expect(seen).toEqual(["first", "second"]);
    expect((await here.storage.read(topics))[0]?.name).toBe("second, then third");
  });

  it("a read that takes longer than it may is refused, and the connection serves others without a bound", async () => {
    const sleep = (seconds: number) => (tx: Tx) =>
      tx.db.select({ slept: sql`pg_sleep(${seconds})` }).from(sql`(values (1)) as one`);
    await expect(here.storage.read(sleep(20), { withinMs: 100 })).rejects.toMatchObject({
      code: "EXECUTION_TIMEOUT",
    });
    await expect(here.storage.read(sleep(0), { withinMs: 5000 })).resolves.toHaveLength(1);
    await expect(here.storage.read(sleep(0.2))).resolves.toHaveLength(1);
  });

  it("a write that never gets through is given up with the conflict", async () => {
    await here.storage.write(addTopic("trade"));
    let runs = 0;
    const write = here.storage.write(async ({ db, tables: { topic } }) => {
      await db.select().from(topic);
      await other.query(`update topic set name = '${runs++}'`);
      await db.update(topic).set({ name: "mine" });
    });
    await expect(write).rejects.toMatchObject({ code: "40001" });
    expect(runs).toBe(10);
  });

  it("dropped connections are replaced, and a listener is told to look again", async () => {
    const troubles: Error[] = [];
    const storage = await openStorage(here.url, { onTrouble: (error) => troubles.push(error) });
    let calls = 0;
    storage.listen("topics", () => calls++);
    await storage.write(addTopic("a"));
    await expect.poll(() => calls).toBeGreaterThan(0);

    calls = 0;
    await dropEverybodyElse();
    // Nobody notified: back on the line, it cannot know what it missed.
    await expect.poll(() => calls, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(troubles.length).toBeGreaterThan(0);

    calls = 0;
    await storage.write(async (tx) => {
      await addTopic("b")(tx);
      tx.notify("topics");
    });
    await expect.poll(() => calls).toBeGreaterThan(0);
    expect(await storage.read(topics)).toHaveLength(2);
    await storage.close();
  });

  it("a connection lost in the middle ends the transaction with a refusal, not the program", async () => {
    const lostIn = async (kind: "read" | "write") =>
      here.storage[kind as keyof Pick<Storage, "read" | "write">](async (tx: Tx) => {
        await topics(tx);
        await dropEverybodyElse();
        return topics(tx);
      });
    for (const kind of ["read", "write"] as const) {
      await expect(lostIn(kind)).rejects.toMatchObject({ name: "Refusal", code: "UNAVAILABLE" });
      expect(await here.storage.read(topics)).toEqual([]);
    }
  });
});
