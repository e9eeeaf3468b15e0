// What all merges promise: undone, every read answers as before, whatever two were made one.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { rowsOf } from "../../test/merging.ts";
import type { World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { verify } from "../history/verify.ts";

const TYPES = ["Agreement", "Event", "Forum", "Leader", "Source"] as const;
const STALE = /\.\.\. on StaleVersionError.*?\} \}/;
const merging = (type: string) =>
  mutation(`merge${type}s`, "slug version").replace(type === "Source" ? STALE : /$^/, "");
const SEND = {
  ...Object.fromEntries(TYPES.map((type) => [`merge${type}s`, merging(type)])),
  undoChange: mutation("undoChange", "slug version"),
};

describe("whatever two are made one", () => {
  let home: World;
  let desk: Correcting;
  let slugs: Record<string, string[]>;
  beforeAll(async () => {
    home = await shippedWorld("sqlite");
    desk = await correcting(home, SEND);
    slugs = await home.storage.read(async ({ db, tables }) => {
      const found: Record<string, string[]> = {};
      for (const type of TYPES) {
        const rows = await db.select().from(tables[type.toLowerCase() as "forum"]);
        found[type] = rows.map(({ id }) => id).sort();
      }
      return found;
    });
  }, 60_000);
  afterAll(() => home.close());

  const version = async (type: string, slug: string) =>
    (await desk.ask(`{ node(id: "${globalId(type, slug)}") { ... on ${type} { slug version } } }`))
      .node as { slug: string; version: number };

  test("undone they are the two that they were, redone the one, and the chain holds", async () => {
    let merges = 0;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TYPES), fc.nat(), fc.nat(), async (type, a, b) => {
        const all = slugs[type] as string[];
        const from = all[a % all.length] as string;
        const into = all[b % all.length] as string;
        const before = await rowsOf(home);
        const merged = await desk.sent(`merge${type}s`, {
          ...{ fromId: globalId(type, from), intoId: globalId(type, into), note: "n" },
          expectedFromVersion: (await version(type, from)).version,
          expectedVersion: (await version(type, into)).version,
        });
        if (merged.errors.length > 0) {
          refusals += 1;
          expect(merged.errors[0].path).toEqual(["input", "fromId"]);
          expect(await rowsOf(home)).toEqual(before);
          return;
        }
        merges += 1;
        expect(await version(type, from)).toEqual(merged.entity);
        const made = await rowsOf(home);
        const undone = await desk.undo(merged, merged.change.version);
        expect(undone.errors).toEqual([]);
        expect(await rowsOf(home)).toEqual(before);
        const redone = await desk.undo(undone, undone.change.version);
        expect(redone.errors).toEqual([]);
        expect(await rowsOf(home)).toEqual(made);
        expect((await desk.undo(redone, redone.change.version)).errors).toEqual([]);
        expect(await rowsOf(home)).toEqual(before);
      }),
      {
        ...{ numRuns: 15, endOnFailure: true },
        // Two that can be one, and one that is itself, whatever chance brings.
        examples: [
          ["Leader", 0, 1],
          ["Leader", 0, 0],
        ],
      },
    );
    expect([merges > 0, refusals > 0]).toEqual([true, true]);
    expect(await home.storage.read((tx) => verify(tx))).toMatchObject({ fault: null });
  }, 120_000);
});
