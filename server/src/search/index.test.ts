// The index is never behind what was written, and says the same however it came about.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { type World, world } from "../../test/world.ts";
import { insertAll } from "../storage/batch.ts";
import { openStorage } from "../storage/open.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { loadShipped } from "../transfer/load.ts";
import { reindex } from "./index.ts";
import { indexed } from "./search.ts";

const slugs = async (storage: Storage, text: string, kind: string) => {
  const { search } = await ask(
    storage,
    `{ search(text: "${text}", kinds: [${kind}], first: 50) { edges { slug } } }`,
  );
  return search.edges.map(({ slug }: { slug: string }) => slug);
};
const entries = (storage: Storage) =>
  storage.read(({ db, tables: { searchEntry } }) =>
    db.select().from(searchEntry).orderBy(searchEntry.key),
  );
const stale = (storage: Storage) => storage.read(({ db, tables }) => db.$count(tables.searchStale));

describe.each(engines)("the index on %s", (engine) => {
  let home: World;
  beforeEach(async () => {
    home = await shippedWorld(engine);
  });
  afterEach(() => home.close());

  const rename = (name: string) => (tx: Tx) =>
    tx.db
      .update(tx.tables.leader)
      .set({ name, alsoKnownAs: [] })
      .where(eq(tx.tables.leader.id, "masoud-pezeshkian"));

  it("follows a write in its transaction, and what it touches elsewhere", async () => {
    const meetings = await slugs(home.storage, "masoud pezeshkian", "EVENT");
    await home.storage.write(rename("Zaphod Beeblebrox"));
    expect(await slugs(home.storage, "zaphod", "LEADER")).toEqual(["masoud-pezeshkian"]);
    expect(await slugs(home.storage, "masoud pezeshkian", "LEADER")).toEqual([]);
    expect(new Set(await slugs(home.storage, "zaphod", "EVENT"))).toEqual(new Set(meetings));
    expect(meetings.length).toBeGreaterThan(20);
    expect(await stale(home.storage)).toBe(0);
  });

  it("is asked by sound only when nothing of any kind is spelled so: kinds leave out, and add nothing", async () => {
    await home.storage.write(rename("Masoud Pezeshkyan"));
    expect(await slugs(home.storage, "pezeshkian", "EVENT")).not.toEqual([]);
    expect(await slugs(home.storage, "pezeshkian", "LEADER")).toEqual([]);
    expect(await slugs(home.storage, "pezeshkeyan", "LEADER")).toEqual(["masoud-pezeshkian"]);
  });

  it("does not follow a write that failed or only rehearsed", async () => {
    await home.storage.write(rename("Zaphod Beeblebrox"), { dryRun: true });
    await expect(
      home.storage.write(async (tx) => {
        await rename("Zaphod Beeblebrox")(tx);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await slugs(home.storage, "zaphod", "LEADER")).toEqual([]);
    expect(await slugs(home.storage, "masoud", "LEADER")).toContain("masoud-pezeshkian");
  });

  it("is made for a database that had none, and the same as by writing", async () => {
    const written = await entries(home.storage);
    const old = await world(engine);
    const bare = await openStorage(old.url);
    await loadShipped(bare, { clock: () => new Date(NOW) });
    expect(await entries(bare)).toEqual([]);
    expect(await stale(bare)).toBeGreaterThan(600);
    await indexed(bare).migrate();
    expect(await entries(bare)).toEqual(written);
    expect(await stale(bare)).toBe(0);
    await bare.close();
    await old.close();
  });

  it("is the same made anew", async () => {
    const before = await entries(home.storage);
    expect(await reindex(home.storage)).toBe(before.length);
    expect(await entries(home.storage)).toEqual(before);
    expect(await slugs(home.storage, "pezeshkian", "LEADER")).toEqual(["masoud-pezeshkian"]);
  });

  it("is read on in order where there are more hits than are sorted, and counted no further than it says", async () => {
    const many = Array.from({ length: 10_050 }, (_, number) => {
      const id = `n${String(number).padStart(5, "0")}`;
      return { id, name: `${id} namesake` };
    });
    await home.storage.write((tx) => insertAll(tx, tx.tables.topic, many));
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { search } = await ask(
        home.storage,
        `{ search(text: "namesake", kinds: [TOPIC], first: 100, after: ${JSON.stringify(after)}) {
            totalCount nodes { slug } pageInfo { endCursor } } }`,
      );
      expect(search.totalCount).toBe(10_000);
      seen.push(...search.nodes.map(({ slug }: { slug: string }) => slug));
      after = search.pageInfo.endCursor;
    }
    expect(seen).toEqual(many.slice(0, 300).map(({ id }) => id));
  }, 120_000);

  it("has room for things of one name", async () => {
    await home.storage.write(async ({ db, tables: { topic } }) => {
      for (const id of ["a", "b", "c"]) await db.insert(topic).values({ id, name: "Namesakes" });
    });
    expect((await slugs(home.storage, "namesakes", "TOPIC")).sort()).toEqual(["a", "b", "c"]);
  });
});

describe("the plan of a search on sqlite", () => {
  it("reads the full-text index newest first, sorts nothing, and finds entries by key", async () => {
    const home = await shippedWorld("sqlite");
    const seen: { sql: string; params: readonly unknown[] }[] = [];
    const end = home.storage.onStatement((sql, params) => seen.push({ sql, params }));
    await slugs(home.storage, "yerevan", "EVENT");
    end();
    const searches = seen.filter(({ sql }) => sql.includes("search_text"));
    expect(searches).toHaveLength(3);
    for (const { sql, params } of searches) {
      const plan = await home.storage.explain(sql, params);
      expect(plan[0]).toMatch(/^SCAN search_text VIRTUAL TABLE INDEX \d+:M/);
      expect(plan[1]).toMatch(/^SEARCH e USING INTEGER PRIMARY KEY/);
      expect(plan).toHaveLength(2);
    }
    await home.close();
  });
});
