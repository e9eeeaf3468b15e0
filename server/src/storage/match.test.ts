import { asc, eq, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, type World, world } from "../../test/world.ts";
import { contains, fold, folded, inList } from "./match.ts";
import { prepared } from "./prepared.ts";
import type { Tx } from "./storage.ts";

// Text that people search for here: Latin, Cyrillic, Greek, Arabic, Chinese, and marks upon them.
const TEXTS = [
  "Türkiye",
  "ERDOĞAN",
  "Çavuşoğlu",
  "İran",
  "Ω Ελλάδα",
  "Лавров Ё",
  "ایران",
  "中国",
  "",
];
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc
    .array(fc.constantFrom(..."aAüÜşŞİiIğĞ%_\\'\"*[].éÉñßжЖ中".split("")), { maxLength: 12 })
    .map((x) => x.join("")),
);

describe.each(engines)("matching on %s", (engine) => {
  let here: World;
  beforeAll(async () => {
    here = await world(engine);
    await here.storage.write(({ db, tables }) =>
      db
        .insert(tables.topic)
        .values(
          ["b", "Z", "a", "é", "10%", "a_b", "Türkiye"].map((name, i) => ({ id: `t${i}`, name })),
        ),
    );
  });
  afterAll(() => here.close());

  const names = (find: (tx: Tx) => SQL | undefined) =>
    here.storage.read(async (tx) => {
      const { topic } = tx.tables;
      const rows = await tx.db
        .select({ name: topic.name })
        .from(topic)
        .where(find(tx))
        .orderBy(asc(topic.name));
      return rows.map(({ name }) => name);
    });

  it("finds text whatever its case and accents, and takes nothing in it for a pattern", async () => {
    expect(await names((tx) => contains(tx, tx.tables.topic.name, "TURK"))).toEqual(["Türkiye"]);
    expect(await names((tx) => contains(tx, tx.tables.topic.name, "%"))).toEqual(["10%"]);
    expect(await names((tx) => contains(tx, tx.tables.topic.name, "a_"))).toEqual(["a_b"]);
    expect(await names((tx) => contains(tx, tx.tables.topic.name, "É"))).toEqual(["Türkiye", "é"]);
  });

  it("folds text in the database as it does here", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (given) => {
        const answer = await here.storage.write(
          async (tx) => {
            const { topic } = tx.tables;
            const rows = given.map((name, i) => ({ id: `x${String(i).padStart(2, "0")}`, name }));
            await tx.db.insert(topic).values(rows);
            return tx.db
              .select({ folded: folded(tx, topic.name) })
              .from(topic)
              .where(sql`${topic.id} like 'x%'`)
              .orderBy(topic.id);
          },
          { dryRun: true },
        );
        expect(answer.map((row) => row.folded)).toEqual(given.map(fold));
      }),
      { numRuns: 25 },
    );
  });

  it("orders text by its bytes, the same on both engines", async () => {
    expect(await names(() => undefined)).toEqual(["10%", "Türkiye", "Z", "a", "a_b", "b", "é"]);
  });

  it("takes a list as one parameter, of text or of numbers, and an empty one too", async () => {
    const told: (readonly unknown[])[] = [];
    const end = here.storage.onStatement((_text, params) => told.push(params));
    expect(await names((tx) => inList(tx, tx.tables.topic.id, ["t0", "t2", "none"]))).toEqual([
      "a",
      "b",
    ]);
    expect(await names((tx) => inList(tx, tx.tables.topic.id, []))).toEqual([]);
    end();
    expect(told.map(({ length }) => length)).toEqual([1, 1]);
    await here.storage.write(
      async (tx) => {
        const { change } = tx.tables;
        const row = { at: "x", by: "x", action: "x" };
        await tx.db.insert(change).values([1, 2, 3].map((revision) => ({ revision, ...row })));
        expect(await tx.db.$count(change, inList(tx, change.revision, [1, 3, 9]))).toBe(2);
      },
      { dryRun: true },
    );
  });

  it("prepares a statement once for each connection, and runs it with other values", async () => {
    let builds = 0;
    const find = (tx: Tx, ids: string[], words: string) =>
      prepared(tx, "test.topics", (db, { topic }) => {
        builds++;
        return db
          .select({ id: topic.id })
          .from(topic)
          .where(
            sql`${inList(tx, topic.id, sql.placeholder("ids"))} and ${contains(tx, topic.name, sql.placeholder("words"))}`,
          );
      })({ ids, words });
    expect(await here.storage.read((tx) => find(tx, ["t0", "t6"], "KIYE"))).toEqual([{ id: "t6" }]);
    expect(await here.storage.read((tx) => find(tx, ["t0", "t6"], "b"))).toEqual([{ id: "t0" }]);
    expect(await here.storage.read((tx) => find(tx, [], "b"))).toEqual([]);
    expect(builds).toBe(1);
    await here.storage.write((tx) =>
      tx.db.delete(tx.tables.topic).where(eq(tx.tables.topic.id, "t0")),
    );
    expect(await here.storage.read((tx) => find(tx, ["t0", "t6"], "b"))).toEqual([]);
  });
});
