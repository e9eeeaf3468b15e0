// Every list can be walked from either end: each way visits each node once, in the same order, and tells when it is at an end.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPEN } from "../src/ledger/ledger.ts";
import { ask, engines, shippedWorld } from "./ask.ts";
import { LISTS, listed, pageIn } from "./lists.ts";
import type { World } from "./world.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answered.
type Any = any;

const PAGE =
  "totalCount nodes { __typename ID } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

describe.each(engines)("lists on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  async function page(where: string, id: string, args: string): Promise<Any> {
    const source = `{ ${listed(where, args, PAGE.replace("ID", id))} }`;
    const [answer] = Object.values(await ask(home.storage, source)) as Any[];
    return pageIn(where, answer);
  }

  const ids = (one: Any): string[] => one.nodes.map((node: Any) => JSON.stringify(node));

  it.each(LISTS)("%s: is walked from either end", async (where, id = "slug", size = 20) => {
    const forward: string[] = [];
    let at: Any = null;
    do {
      const after: string = at === null ? "" : `after: "${at.pageInfo.endCursor}"`;
      at = await page(where, id, `first: ${size} ${after}`);
      expect(at.pageInfo.hasPreviousPage).toBe(after !== "");
      forward.push(...ids(at));
    } while (at.pageInfo.hasNextPage);
    expect(forward).toHaveLength(at.totalCount);
    expect(forward.length).toBeGreaterThan(size);
    expect(new Set(forward).size).toBe(forward.length);

    const backward: string[] = [];
    at = null;
    do {
      const before: string = at === null ? "" : `before: "${at.pageInfo.startCursor}"`;
      at = await page(where, id, `last: ${size} ${before}`);
      expect(at.pageInfo.hasNextPage).toBe(before !== "");
      backward.unshift(...ids(at));
    } while (at.pageInfo.hasPreviousPage);
    expect(backward).toEqual(forward);

    // Forth, back to where it began, and between two cursors from either side.
    const first = await page(where, id, `first: ${size}`);
    const second = await page(where, id, `first: 1 after: "${first.pageInfo.endCursor}"`);
    const back = await page(where, id, `last: ${size} before: "${second.pageInfo.startCursor}"`);
    expect(ids(back)).toEqual(ids(first));
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const bounds = `after: "${first.pageInfo.startCursor}" before: "${second.pageInfo.endCursor}"`;
    const within = forward.slice(1, size);
    const between = await page(where, id, `first: ${size} ${bounds}`);
    expect(ids(between)).toEqual(within);
    expect(between.pageInfo.hasNextPage).toBe(false);
    const ending = await page(where, id, `last: 1 ${bounds}`);
    expect(ids(ending)).toEqual(within.slice(-1));
    expect(ending.pageInfo.hasPreviousPage).toBe(within.length > 1);
  });

  it("visits each once though others come in between, from either end", async () => {
    const known = ids(await page("events", "slug", "first: 100"));
    const add = (id: string, day: number) =>
      home.storage.write(async (tx) => {
        const { event, eventState } = tx.tables;
        const [like] = await tx.db.select().from(event).limit(1);
        const [state] = await tx.db.select().from(eventState).limit(1);
        if (!like || !state) throw new Error("Nothing ships");
        await tx.db.insert(event).values({ ...like, id, partOfId: null, rescheduledToId: null });
        const when = { sortDay: day, earliest: day, latest: day, span: "SHORT" as const };
        const date = { fixed: true, precision: "DAY" as const, edtf: "2000-01-01" };
        const interval = { eventId: id, knownTo: OPEN };
        await tx.db.insert(eventState).values({ ...state, ...interval, ...when, ...date });
      });
    for (const backward of [false, true]) {
      const seen: string[] = [];
      let at: Any = null;
      for (
        let turn = 0;
        at === null || (backward ? at.pageInfo.hasPreviousPage : at.pageInfo.hasNextPage);
        turn++
      ) {
        const cursor: string = backward ? at?.pageInfo.startCursor : at?.pageInfo.endCursor;
        const from = at === null ? "" : `${backward ? "before" : "after"}: "${cursor}"`;
        at = await page("events", "slug", `${backward ? "last" : "first"}: 30 ${from}`);
        seen.push(...ids(at));
        await add(`late-${engine}-${backward}-${turn}`, turn % 2 === 0 ? -20_000 : 30_000);
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const one of known) expect(seen).toContain(one);
    }
  });

  it.each([
    ["first: 2 last: 2", "last"],
    ["last: 0", "last"],
    ["last: 101", "last"],
    ["first: 101", "first"],
    [`last: 2 before: "x"`, "before"],
  ])("refuses %s and says what to do", async (args, name) => {
    await expect(page("agreements", "slug", args)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      inputPath: [name],
    });
  });
});
