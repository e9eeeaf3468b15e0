import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines, type World, world } from "../../test/world.ts";
import { next } from "./match.ts";
import { openStorage } from "./open.ts";
import type { Tx } from "./storage.ts";

const topics = (tx: Tx) => tx.db.select().from(tx.tables.topic).orderBy(tx.tables.topic.id);
const addTopic = (tx: Tx, id: string) =>
  tx.db.insert(tx.tables.topic).values({ id, name: `The topic ${id}` });
/** Records a change under the next revision. */
const append = async (tx: Tx, action: string) => {
  const { change } = tx.tables;
  const at = "2024-12-05T00:00:00Z";
  const row = { revision: next(change.revision), at, by: "test", action };
  const [written] = await tx.db.insert(change).values(row).returning({ revision: change.revision });
  return written?.revision;
};
const soon = (check: () => boolean) => expect.poll(check, { timeout: 5_000 }).toBe(true);
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

describe.each(engines)("a storage on %s", (engine) => {
  let here: World;
  beforeEach(async () => {
    here = await world(engine);
  });
  afterEach(() => here.close());

  it("shows a write to everybody once it has resolved", async () => {
    await here.storage.write((tx) => addTopic(tx, "trade"));
    const other = await openStorage(here.url);
    expect(await other.read(topics)).toEqual([{ id: "trade", name: "The topic trade" }]);
    await other.close();
  });

  it("answers with what the write's function returns", async () => {
    expect(await here.storage.write((tx) => append(tx, "first"))).toBe(1);
    expect(await here.storage.write((tx) => append(tx, "second"))).toBe(2);
  });

  it("keeps nothing of a write that throws, and passes on what was thrown", async () => {
    const thrown = new Error("second thoughts");
    const write = here.storage.write(async (tx) => {
      await addTopic(tx, "trade");
      throw thrown;
    });
    await expect(write).rejects.toBe(thrown);
    expect(await here.storage.read(topics)).toEqual([]);
  });

  it("keeps the writes that wait beside one that throws", async () => {
    const writes = await Promise.allSettled([
      here.storage.write((tx) => addTopic(tx, "a")),
      here.storage.write(async (tx) => {
        await addTopic(tx, "b");
        throw new Error("no");
      }),
      here.storage.write((tx) => addTopic(tx, "c")),
    ]);
    expect(writes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await here.storage.read(topics)).map(({ id }) => id)).toEqual(["a", "c"]);
  });

  it("answers a dry run as if it had been kept, and keeps nothing", async () => {
    const imagined = await here.storage.write(
      async (tx) => {
        await addTopic(tx, "trade");
        return topics(tx);
      },
      { dryRun: true },
    );
    expect(imagined).toHaveLength(1);
    expect(await here.storage.read(topics)).toEqual([]);
  });

  it("loses none of 80 appends that come at once, and numbers them without a gap", async () => {
    const appends = Array.from({ length: 80 }, (_, i) =>
      here.storage.write((tx) => append(tx, String(i))),
    );
    const numbers = (await Promise.all(appends)).sort((a, b) => (a ?? 0) - (b ?? 0));
    expect(numbers).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
    expect(await here.storage.read((tx) => tx.db.$count(tx.tables.change))).toBe(80);
  });

  it("loses none of the appends that two programs make at once", async () => {
    const other = await openStorage(here.url);
    const appends = Array.from({ length: 40 }, (_, i) =>
      (i % 2 === 0 ? here.storage : other).write((tx) => append(tx, String(i))),
    );
    const numbers = (await Promise.all(appends)).sort((a, b) => (a ?? 0) - (b ?? 0));
    await other.close();
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it("reads from one snapshot, whatever is written meanwhile", async () => {
    await here.storage.write((tx) => addTopic(tx, "a"));
    let written: Promise<unknown> = Promise.resolve();
    let begun: () => void = () => {};
    const reading = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const counts = here.storage.read(async (tx) => {
      const before = await tx.db.$count(tx.tables.topic);
      begun();
      await aMoment();
      await written;
      return [before, await tx.db.$count(tx.tables.topic)];
    });
    await reading;
    written = here.storage.write((tx) => addTopic(tx, "b"));
    expect(await counts).toEqual([1, 1]);
    expect(await here.storage.read((tx) => tx.db.$count(tx.tables.topic))).toBe(2);
  });

  it("serves many reads at once, more than it has connections", async () => {
    await here.storage.write((tx) => addTopic(tx, "a"));
    const reads = Array.from({ length: 40 }, () =>
      here.storage.read(async (tx) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return tx.db.$count(tx.tables.topic);
      }),
    );
    expect(new Set(await Promise.all(reads))).toEqual(new Set([1]));
  });

  it("reads from a replica that may be stale when that is enough", async () => {
    expect(await here.storage.read(topics, { stale: true })).toEqual([]);
  });

  it("refuses a transaction inside another, in words, instead of waiting for ever", async () => {
    const { storage } = here;
    const inside = (outer: "read" | "write", inner: "read" | "write") =>
      storage[outer](() => storage[inner](topics));
    await expect(inside("write", "write")).rejects.toThrow("A write inside a write");
    await expect(inside("write", "read")).rejects.toThrow("A read inside a write");
    await expect(inside("read", "write")).rejects.toThrow("A write inside a read");
    await expect(inside("read", "read")).rejects.toThrow("A read inside a read");
    expect(await storage.read(topics)).toEqual([]);
  });

  it("lets what a transaction left running open one of its own afterwards", async () => {
    let later: Promise<unknown> = Promise.resolve();
    await here.storage.write(() => {
      later = aMoment().then(() => here.storage.write((tx) => addTopic(tx, "later")));
    });
    await later;
    expect(await here.storage.read(topics)).toHaveLength(1);
  });

  it("notifies after the commit, and then the listener sees the write", async () => {
    const seen: number[] = [];
    here.storage.listen("topics", () => {
      here.storage
        .read((tx) => tx.db.$count(tx.tables.topic))
        .then((count) => seen.push(count), console.error);
    });
    await here.storage.write(async (tx) => {
      tx.notify("topics");
      await addTopic(tx, "trade");
    });
    await soon(() => seen.includes(1));
  });

  it("notifies of nothing that was not kept", async () => {
    let calls = 0;
    const end = here.storage.listen("topics", () => calls++);
    await aMoment();
    calls = 0;
    const failed = here.storage.write((tx) => {
      tx.notify("topics");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await here.storage.write((tx) => tx.notify("topics"), { dryRun: true });
    await here.storage.write((tx) => tx.notify("others"));
    await aMoment();
    expect(calls).toBe(0);
    end();
    await here.storage.write((tx) => tx.notify("topics"));
    await aMoment();
    expect(calls).toBe(0);
  });

  it("notifies of what another program wrote", async () => {
    let calls = 0;
    here.storage.listen("topics", () => calls++);
    await aMoment();
    calls = 0;
    const other = await openStorage(here.url);
    await other.write(async (tx) => {
      await addTopic(tx, "trade");
      tx.notify("topics");
    });
    await soon(() => calls > 0);
    await other.close();
  });

  it("tells by its generation that something was written, by whomever, or does not tell at all", async () => {
    const other = await openStorage(here.url);
    const told = [here.storage.generation()];
    await here.storage.read(topics);
    expect(here.storage.generation()).toBe(told[0]);
    for (const storage of [here.storage, other, here.storage]) {
      await storage.write((tx) => append(tx, "again"));
      told.push(here.storage.generation());
    }
    expect(new Set(told).size).toBe(engine === "sqlite" ? 4 : 1);
    expect(told.every((each) => (each === null) === (engine === "postgres"))).toBe(true);
    await other.close();
  });

  it("tells every statement that is run, and how the engine would carry it out", async () => {
    const told: { text: string; params: readonly unknown[] }[] = [];
    const end = here.storage.onStatement((text, params) => told.push({ text, params }));
    await here.storage.read((tx) =>
      tx.db.select().from(tx.tables.topic).where(eq(tx.tables.topic.id, "trade")),
    );
    end();
    await here.storage.read(topics);
    expect(told).toHaveLength(1);
    const [{ text, params } = { text: "", params: [] }] = told;
    expect(text).toContain('from "topic"');
    expect(params).toEqual(["trade"]);
    expect((await here.storage.explain(text, params)).join("\n")).toMatch(/topic/);
  });

  it("gives whole numbers for counts, sums and maxima", async () => {
    for (const action of ["a", "b"]) await here.storage.write((tx) => append(tx, action));
    const [row] = await here.storage.read(({ db, tables: { change } }) =>
      db
        .select({
          largest: sql<number>`max(${change.revision})`,
          sum: sql<number>`sum(${change.revision})`,
          count: sql<number>`count(*)`,
        })
        .from(change),
    );
    expect(row).toEqual({ largest: 2, sum: 3, count: 2 });
  });

  it("finishes what is under way before it closes, and refuses what comes after", async () => {
    const write = here.storage.write((tx) => addTopic(tx, "trade"));
    const read = here.storage.read(async (tx) => {
      await aMoment();
      return tx.db.$count(tx.tables.topic);
    });
    await here.storage.close();
    await expect(write).resolves.toBeDefined();
    await expect(read).resolves.toBeTypeOf("number");
    await expect(here.storage.read(topics)).rejects.toThrow("closed");
    await expect(here.storage.write((tx) => addTopic(tx, "late"))).rejects.toThrow("closed");
    const again = await openStorage(here.url);
    expect(await again.read(topics)).toHaveLength(1);
    await again.close();
  });
});
