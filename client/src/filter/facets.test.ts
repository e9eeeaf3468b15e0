import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnsQuery } from "../app/operations.gen.ts";
import { facetsOf } from "./facets.ts";
import { FACETS, factOf, type Told } from "./fact.ts";
import { type Filter, judge, narrow, UNFILTERED } from "./narrow.ts";
import { AGREEMENT_STATUSES, EVENT_STATUSES, folded, KINDS, LEVELS } from "./words.ts";

const LANES = [
  { key: "RU", kind: "COUNTRY", between: [] },
  { key: "IR", kind: "COUNTRY", between: [] },
  { key: "brics", kind: "FORUM", between: [] },
  {
    key: "treaty",
    kind: "AGREEMENT",
    between: [
      { key: "RU", kind: "COUNTRY" },
      { key: "eaeu", kind: "FORUM" },
    ],
  },
] as unknown as ColumnsQuery["timeline"]["lanes"];

const TITLES = ["Visit to Türkiye", "Treaty", "turkiye treaty", ""];
const TOPICS = ["trade", "nuclear", "law"];
const values = <T>(choices: { stands: readonly T[] }[]) =>
  fc.constantFrom(...choices.flatMap(({ stands }) => stands));

const shared = {
  title: fc.constantFrom(...TITLES),
  topics: fc.subarray(TOPICS),
  disputed: fc.boolean(),
};
const event: fc.Arbitrary<Told> = fc.record({
  ...shared,
  kind: values(KINDS).filter((kind) => kind !== null),
  level: values(LEVELS),
  status: values(EVENT_STATUSES),
  standing: fc.constant(null),
  lanes: fc.subarray([0, 1, 2], { minLength: 1 }),
  fixed: fc.boolean(),
});
const agreement: fc.Arbitrary<Told> = fc.record({
  ...shared,
  kind: fc.constant(null),
  level: fc.constant(null),
  status: fc.constant(null),
  standing: values(AGREEMENT_STATUSES).map((status) => ({ status })),
  lanes: fc.constant([3]),
  fixed: fc.constant(true),
});
const told = fc.array(fc.oneof(event, agreement), { maxLength: 30 });

const words = (...lists: { word: string }[][]) => lists.flat().map(({ word }) => word);
const SAID: Record<(typeof FACETS)[number], string[]> = {
  status: words(EVENT_STATUSES, AGREEMENT_STATUSES),
  kind: words(KINDS),
  level: words(LEVELS),
  with: ["RU", "IR", "XX"],
  forum: ["brics", "eaeu"],
  topic: TOPICS,
  disputed: ["yes", "no"],
  fixed: ["yes", "no"],
};
const chosen = (list: string[]) =>
  fc.oneof(fc.constant([]), fc.subarray(list, { maxLength: Math.min(list.length, 3) }));
const filters: fc.Arbitrary<Filter> = fc.record({
  ...(Object.fromEntries(FACETS.map((facet) => [facet, chosen(SAID[facet])])) as Record<
    (typeof FACETS)[number],
    fc.Arbitrary<string[]>
  >),
  text: fc.constantFrom("", "turk", "TREATY", " "),
});

/** Facts; `same`: how many rows in a row are stages of one fact. */
const factsOf = (list: Told[], same = 1) =>
  list.map((one, index) => ({ id: `${Math.floor(index / same)}`, ...factOf(one, LANES) }));

test("the count beside a word is the number of facts shown after choosing it alone, each counted once", () => {
  fc.assert(
    fc.property(told, filters, fc.integer({ min: 1, max: 3 }), (list, filter, same) => {
      const facts = factsOf(list, same);
      const counts = facetsOf(facts, filter);
      for (const facet of FACETS) {
        for (const word of SAID[facet]) {
          const after = facts.filter(judge({ ...filter, [facet]: [word] }));
          const shown = new Set(after.map(({ id }) => id)).size;
          expect(counts[facet].get(word) ?? 0).toBe(shown);
        }
      }
    }),
  );
});

test("two filters commute, and both together are one filter", () => {
  fc.assert(
    fc.property(told, filters, filters, (list, a, b) => {
      const facts = factsOf(list);
      const first = facts.filter(judge(a)).filter(judge(b));
      expect(first).toEqual(facts.filter(judge(b)).filter(judge(a)));
    }),
  );
});

test("every choice narrows, and clearing restores", () => {
  fc.assert(
    fc.property(told, filters, (list, filter) => {
      const facts = factsOf(list);
      const shown = facts.filter(judge(filter));
      for (const facet of FACETS) {
        const without = facts.filter(judge({ ...filter, [facet]: [] }));
        expect(shown.every((fact) => without.includes(fact))).toBe(true);
        expect(facts.filter(judge(filter, facet))).toEqual(without);
      }
      expect(facts.filter(judge(UNFILTERED))).toEqual(facts);
    }),
  );
});

/** Columns of these facts; agreements have one stage each. */
function columnsOf(list: Told[]): ColumnsQuery["timeline"] {
  const marks = list.filter((one) => one.kind !== null);
  const column = (name: keyof Told) => marks.map((one) => one[name]);
  const names = ["title", "kind", "level", "status", "lanes", "topics", "disputed", "fixed"];
  return {
    lanes: LANES,
    marks: {
      slug: marks.map((_, index) => `mark-${index}`),
      ...Object.fromEntries(names.map((name) => [name, column(name as keyof Told)])),
    },
    bars: list
      .filter((one) => one.kind === null)
      .map(({ title, topics, disputed, standing, lanes }, index) => {
        const stage = { status: standing?.status, disputed };
        return { slug: `bar-${index}`, title, topics, lane: lanes[0], ...stage, segments: [stage] };
      }),
  } as unknown as ColumnsQuery["timeline"];
}

test("what narrowing leaves is what the counts promised, marks and bars alike", () => {
  fc.assert(
    fc.property(
      told,
      filters,
      fc.constantFrom("standing" as const, "stage" as const),
      (list, filter, by) => {
        const { marks, bars } = narrow(columnsOf(list), filter, by);
        const facts = factsOf(list).filter(judge(filter));
        expect(marks.slug.length + bars.length).toBe(facts.length);
        expect([...marks.title, ...bars.map(({ title }) => title)].map(folded).sort()).toEqual(
          facts.map(({ text }) => text).sort(),
        );
      },
    ),
  );
});
