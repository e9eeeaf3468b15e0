// Facets are held against the lists themselves: each count is what the value would show.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "./ask.ts";
import type { World } from "./world.ts";

const LISTS = {
  event: ["kinds", "statuses", "levels", "countries", "forums", "topics"],
  agreement: ["kinds", "statuses", "countries", "forums", "topics"],
} as const;
const NAMES = new Set(["kinds", "statuses", "levels"]);

const FILTERS = {
  event: [
    "",
    'countries: ["IR"], levels: [LEADERS]',
    'kinds: [VISIT, MEETING], countries: ["RU", "CN"], between: { from: "2024-01-01", to: "2024-12-31" }',
    'text: "putin", not: { kinds: [CALL] }',
    "planned: true",
  ],
  agreement: [
    "",
    'countries: ["IR"], statuses: [SIGNED]',
    'or: [{ kinds: [TREATY] }, { forums: ["eaeu"] }]',
  ],
};
const DAYS = [null, "2024-12-05"];

const literal = (list: string, value: string) => (NAMES.has(list) ? value : JSON.stringify(value));

describe.each(engines)("facets on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  }, 60_000);
  afterAll(() => home.close());

  for (const noun of ["event", "agreement"] as const)
    it.each(FILTERS[noun].flatMap((filter) => DAYS.map((day) => [filter, day] as const)))(
      `of ${noun}s count what each value would show: {%s} as of %s`,
      async (filter, day) => {
        const asOf = day === null ? "null" : JSON.stringify(day);
        const lists = LISTS[noun];
        const fields = lists.map((list) => `${list} { value count }`).join(" ");
        const answer = await ask(
          home.storage,
          `{ ${noun}Facets(filter: { ${filter} }, asOf: ${asOf}) { ${fields} } }`,
        );
        const facets = answer[`${noun}Facets`];
        for (const list of lists) {
          const counted: { value: string; count: number }[] = facets[list];
          expect(counted).toEqual(
            counted.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
          );
          const others = filter.replace(new RegExp(`(^|, )${list}: \\[[^\\]]*\\]`), "");
          const questions = counted.map(
            ({ value }, place) =>
              `v${place}: ${noun}s(filter: { ${others.replace(/^, /, "")} ${list}: [${literal(list, value)}] }, asOf: ${asOf}, first: 1) { totalCount }`,
          );
          if (questions.length === 0) continue;
          const shown = await ask(home.storage, `{ ${questions.join("\n")} }`);
          expect([list, counted.map((_, place) => shown[`v${place}`].totalCount)]).toEqual([
            list,
            counted.map(({ count }) => count),
          ]);
        }
        expect(facets.statuses.length).toBeGreaterThan(0);
      },
    );

  it("tell the hundred values that show most", async () => {
    const SLUG = "visit-pezeshkian-moscow-2025";
    await home.storage.write(async (tx) => {
      const { topic, eventTopic } = tx.tables;
      const ids = Array.from(
        { length: 101 },
        (_, place) => `many-${String(place).padStart(3, "0")}`,
      );
      await tx.db.insert(topic).values(ids.map((id) => ({ id, name: id })));
      await tx.db.insert(eventTopic).values(ids.map((topicId) => ({ eventId: SLUG, topicId })));
    });
    const { eventFacets } = await ask(home.storage, "{ eventFacets { topics { value count } } }");
    expect(eventFacets.topics).toHaveLength(100);
    expect(eventFacets.topics.at(-1)).toMatchObject({
      count: 1,
      value: expect.stringMatching(/^many-/),
    });
    expect(eventFacets.topics[0].count).toBeGreaterThan(1);
  });

  it("leave out what was not known then", async () => {
    const { then, now } = await ask(
      home.storage,
      `{ then: eventFacets(asOf: "2010-01-01") { kinds { count } } now: eventFacets { kinds { count } } }`,
    );
    const sum = (facet: { count: number }[]) =>
      facet.reduce((total, { count }) => total + count, 0);
    expect(sum(then.kinds)).toBeLessThan(sum(now.kinds));
    const { events } = await ask(home.storage, `{ events(first: 1) { totalCount } }`);
    expect(sum(now.kinds)).toBe(events.totalCount);
  });

  it.each(["events", "agreements"])(
    "%s refuse days that end before they begin, however deep they stand",
    async (list) => {
      const range = '{ from: "2025-02-01", to: "2025-01-01" }';
      for (const filter of [`between: ${range}`, `not: { between: ${range} }`])
        await expect(
          ask(home.storage, `{ ${list}(filter: { ${filter} }, first: 1) { totalCount } }`),
        ).rejects.toMatchObject({
          code: "INVALID_INPUT",
          message: expect.stringContaining("Swap"),
        });
    },
  );

  it("the timeline refuses such a window, too", async () => {
    const range = '{ from: "2025-02-01", to: "2025-01-01" }';
    for (const args of [`window: ${range}`, `filter: { between: ${range} }`])
      await expect(
        ask(home.storage, `{ timeline(${args}) { marks { slug } } }`),
      ).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
  });
});
