import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { cast, TREATY, VISIT } from "../../test/cast.ts";
import { CHANGE } from "../../test/changes.ts";
import { engines, type World, world } from "../../test/world.ts";
import { recordChange } from "./history.ts";
import type { NewChange } from "./record.ts";

const visit = { entityType: "Event", entityId: VISIT } as const;
const treaty = { entityType: "Agreement", entityId: TREATY } as const;

/** The log of the test: two people, three days, a load. */
const LOG: Partial<NewChange>[] = [
  { at: "2026-01-01T00:00:00.000Z", by: "entente load", action: "load", after: { reports: 13 } },
  { at: "2026-01-01T23:59:59.999Z", by: "Ada", action: "reportEventStatus", ...visit },
  { at: "2026-01-02T00:00:00.000Z", by: "Bob", action: "reportAgreementStatus", ...treaty },
  { at: "2026-01-02T12:00:00.000Z", by: "Ada", action: "undoChange", ...treaty },
  { at: "2026-01-03T08:00:00.000Z", by: "Ada", action: "reportEventStatus", ...visit },
];

describe.each(engines)("the list of changes on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
    await home.storage.write(async (tx) => {
      for (const each of LOG) await recordChange(tx, { ...CHANGE, ...each });
      await recordChange(tx, {
        ...{ ...CHANGE, ...visit, at: "2026-01-04T00:00:00.000Z" },
        before: { status: "EXPECTED", when: null, fixed: false, placeId: null },
        after: { status: "SCHEDULED", when: "2025-01-17", fixed: true, placeId: "moscow" },
      });
    });
  });
  afterAll(() => home.close());

  const revisions = async (args: string) => {
    const { changes } = await ask(
      home.storage,
      `{ changes(${args}) { totalCount nodes { revision } } }`,
    );
    expect(changes.totalCount).toBe(changes.nodes.length);
    return changes.nodes.map(({ revision }: { revision: number }) => revision);
  };

  it.each([
    ["by a name", `by: ["Ada"]`, [2, 4, 5]],
    ["by several", `by: ["Ada", "Bob"]`, [2, 3, 4, 5]],
    ["by nobody there", `by: ["Eve"]`, []],
    [
      "of a day, from its first moment to its last",
      `between: { from: "2026-01-01", to: "2026-01-01" }`,
      [1, 2],
    ],
    ["from a day on", `between: { from: "2026-01-02" }`, [3, 4, 5, 6]],
    ["up to a day", `between: { to: "2026-01-02" }`, [1, 2, 3, 4]],
    ["of one thing, with the load", `types: [EVENT], slugs: ["${VISIT}"]`, [1, 2, 5, 6]],
    ["of a kind of thing", `types: [AGREEMENT]`, [1, 3, 4]],
    [
      "all together",
      `by: ["Ada"], actions: ["reportEventStatus"], types: [EVENT], between: { from: "2026-01-02" }`,
      [5],
    ],
  ])("picks those %s", async (_, filter, expected) => {
    expect(await revisions(`filter: { ${filter} }`)).toEqual(expected);
  });

  it("takes the later of `since` and the first day, and refuses days that end before they begin", async () => {
    const filter = `filter: { between: { from: "2026-01-02" } }`;
    expect(await revisions(`${filter} since: "2026-01-02T12:00:00Z"`)).toEqual([4, 5, 6]);
    expect(await revisions(`${filter} since: "2026-01-01T12:00:00Z"`)).toEqual([3, 4, 5, 6]);
    await expect(
      revisions(`filter: { between: { from: "2026-01-02", to: "2026-01-01" } }`),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", inputPath: ["filter", "between"] });
  });

  it("is walked from either end, by cursor and by revision", async () => {
    const page = async (args: string) =>
      (
        await ask(
          home.storage,
          `{ changes(${args}) { nodes { revision } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        )
      ).changes;
    const walk = async (side: "first" | "last", by: "cursor" | "revision") => {
      const found: number[] = [];
      let bound = "";
      for (;;) {
        const { nodes, pageInfo } = await page(`${side}: 4 ${bound}`);
        const its = nodes.map(({ revision }: { revision: number }) => revision);
        found.push(...(side === "first" ? its : its.toReversed()));
        const [name, cursor, edge] =
          side === "first"
            ? ["after", pageInfo.endCursor, its.at(-1)]
            : ["before", pageInfo.startCursor, its[0]];
        bound = `${name}: "${by === "cursor" ? cursor : edge}"`;
        if (!(side === "first" ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return found;
      }
    };
    for (const by of ["cursor", "revision"] as const) {
      expect(await walk("first", by)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await walk("last", by)).toEqual([6, 5, 4, 3, 2, 1]);
    }
    const { nodes } = await page(`last: 2 after: "1" before: "5"`);
    expect(nodes).toEqual([{ revision: 3 }, { revision: 4 }]);
    await expect(page("first: 1 last: 1")).rejects.toThrow("not both");
    await expect(page(`last: 1 before: "x"`)).rejects.toMatchObject({ inputPath: ["before"] });
  });

  it("tells what differs in words, and the names of all in one statement", async () => {
    let statements = 0;
    const stop = home.storage.onStatement(() => {
      statements += 1;
    });
    const { changes } = await ask(
      home.storage,
      "{ changes(first: 10) { nodes { differences { field before after } } } }",
    );
    stop();
    expect(statements).toBe(2);
    const found = changes.nodes.map(({ differences }: { differences: unknown }) => differences);
    expect(found.at(0)).toEqual([{ field: "reports", before: null, after: "13" }]);
    expect(found.at(1)).toEqual([]);
    expect(found.at(-1)).toEqual([
      { field: "status", before: "planned, date not fixed", after: "planned, date fixed" },
      { field: "date", before: "not fixed", after: "17 January 2025" },
      { field: "place", before: null, after: "Moscow" },
    ]);
  });

  it("finds the changes of one thing by an index, however long the log is", async () => {
    const seen: [string, readonly unknown[]][] = [];
    const stop = home.storage.onStatement((sql, params) => void seen.push([sql, params]));
    await revisions(`last: 10 filter: { types: [EVENT], slugs: ["${VISIT}"] }`);
    stop();
    const plans = await Promise.all(seen.map(([sql, params]) => home.storage.explain(sql, params)));
    if (engine === "sqlite") {
      for (const plan of plans) expect(plan.join("\n")).toContain("change_by_entity");
    }
    expect(plans).toHaveLength(2);
  });
});
