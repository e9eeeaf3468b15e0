import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANGE } from "../../test/changes.ts";
import { engines, type World, world } from "../../test/world.ts";
import { openStorage } from "../storage/open.ts";
import type { Storage } from "../storage/storage.ts";
import { ALL, isWanted, type Wanted } from "./filter.ts";
import { follow, STEP, startOf } from "./follow.ts";
import { changesSince, changesWithin, countChangesSince, recordChange, revision } from "./store.ts";
import { KEPT } from "./tail.ts";

const record = (storage: Storage, count = 1) =>
  storage.write(async (tx) => {
    for (let n = 0; n < count; n++) await recordChange(tx, CHANGE);
  });

/** Takes changes until there are `count`. */
async function take(storage: Storage, after: number, count: number, wanted: Wanted = ALL) {
  const ending = new AbortController();
  const taken: number[] = [];
  for await (const { changes } of follow(storage, wanted, after, ending.signal)) {
    taken.push(...changes.map(({ revision }) => revision));
    if (taken.length >= count) ending.abort();
  }
  return taken;
}
const upFrom = (after: number, count: number) =>
  Array.from({ length: count }, (_, n) => after + 1 + n);

describe.each(engines)("following the log on %s", (engine) => {
  let here: World;
  beforeAll(async () => {
    here = await world(engine);
  });
  afterAll(() => here.close());

  it("tells what was recorded long ago, a moment ago and from now on, each once and in order", async () => {
    const after = await here.storage.read(revision);
    await record(here.storage, KEPT);
    const taken = take(here.storage, after, KEPT + 2 * STEP + 5);
    await record(here.storage, STEP);
    // Comes from memory: the tail is open by then.
    const second = take(here.storage, after + KEPT, STEP + 5);
    await record(here.storage, STEP);
    for (let n = 0; n < 5; n++) await record(here.storage);
    expect(await taken).toEqual(upFrom(after, KEPT + 2 * STEP + 5));
    expect((await second).slice(0, STEP + 5)).toEqual(upFrom(after + KEPT, STEP + 5));
  });

  it("hears what another process records", async () => {
    const after = await here.storage.read(revision);
    const taken = take(here.storage, after, 1);
    const other = await openStorage(here.url);
    await record(other);
    expect(await taken).toEqual([after + 1]);
    await other.close();
  });

  it("reads a change once, however many wait for it", async () => {
    const after = await here.storage.read(revision);
    const taken = Array.from({ length: 50 }, () => take(here.storage, after, 1));
    // All of them wait once a first change was told to somebody who came last.
    await take(here.storage, after - 1, 1);
    let read = 0;
    const stop = here.storage.onStatement((sql) => {
      if (/^select .* from "change"/s.test(sql) && !/max\(/.test(sql)) read++;
    });
    await record(here.storage);
    for (const each of taken) expect(await each).toEqual([after + 1]);
    stop();
    // The write looks where the log ends; one finds the change, perhaps one more that there is nothing behind it. A hint that came late asks again.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(10);
  });

  it("ends when told to, while it waits", async () => {
    const ending = new AbortController();
    const steps = follow(here.storage, ALL, await here.storage.read(revision), ending.signal);
    const next = steps.next();
    setImmediate(() => ending.abort());
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it("begins at the end, at the cursor, or with `since` at the beginning; never ahead of the log", async () => {
    const end = await here.storage.read(revision);
    expect(await startOf(here.storage, null, null)).toBe(end);
    expect(await startOf(here.storage, null, CHANGE.at)).toBe(0);
    expect(await startOf(here.storage, String(end), CHANGE.at)).toBe(end);
    await expect(startOf(here.storage, String(end + 1), null)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      facts: { cursor: end + 1, revision: end },
    });
  });

  it("wants the same in memory as in SQL", async () => {
    const types = ["Agreement", "Event"] as const;
    const slugs = ["a", "b"];
    const actions = ["test", "load"];
    const people = ["Ada", "Bob, and others"];
    const moments = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];
    const start = await here.storage.read(revision);
    await here.storage.write(async (tx) => {
      for (const action of actions) {
        for (const at of moments) {
          await recordChange(tx, { ...CHANGE, action, at });
          for (const [place, entityType] of types.entries()) {
            for (const entityId of slugs) {
              const by = people[place] ?? "";
              await recordChange(tx, { ...CHANGE, action, at, by, entityType, entityId });
            }
          }
        }
      }
    });
    const all = await here.storage.read((tx) => changesSince(tx, ALL, start, 100));
    expect(all).toHaveLength(20);
    const some = <T>(values: readonly T[]) =>
      fc.option(fc.subarray([...values]).map((chosen) => new Set(chosen)));
    const wishes = fc.record({
      since: fc.option(fc.constantFrom(...moments)),
      types: some(types),
      slugs: some([...slugs, "c"]),
      actions: some(actions),
      by: some([...people, "nobody"]),
      until: fc.option(fc.constantFrom(...moments, "2026-01-15T00:00:00.000Z")),
    });
    await fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const expected = all.filter((change) => isWanted(wanted, change));
        await here.storage.read(async (tx) => {
          expect(await changesSince(tx, wanted, start, 100)).toEqual(expected);
          const { changes, cursor } = await changesWithin(tx, wanted, start, 100);
          expect([changes, cursor]).toEqual([expected, await revision(tx)]);
          const whole = await changesSince(tx, wanted, null, 10_000);
          expect(await countChangesSince(tx, wanted)).toBe(whole.length);
        });
      }),
      { numRuns: 60 },
    );
  });
});
