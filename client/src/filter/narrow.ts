import type { ColumnsQuery } from "../app/operations.gen.ts";
import { FACETS, type Facet, type Fact, factOf, type Told } from "./fact.ts";
import {
  AGREEMENT_STATUSES,
  DISPUTED,
  EVENT_STATUSES,
  FIXED,
  folded,
  KINDS,
  LEVELS,
} from "./words.ts";

type Columns = ColumnsQuery["timeline"];
type Marks = Columns["marks"];
type Bar = Columns["bars"][number];

/** What to show, in the words of the address. An empty list means all. */
export type Filter = Record<Facet, string[]> & { text: string };

/** Everything. */
export const UNFILTERED: Filter = {
  status: [],
  kind: [],
  level: [],
  with: [],
  forum: [],
  topic: [],
  disputed: [],
  fixed: [],
  text: "",
};

/** Whether anything is filtered out at all. */
export function isFiltering(filter: Filter): boolean {
  return filtersIn(filter) > 0;
}

/** How many filters stand: facets with a choice, and words in the title. */
export function filtersIn(filter: Filter): number {
  const facets = FACETS.filter((facet) => filter[facet].length > 0).length;
  return facets + (filter.text.trim() === "" ? 0 : 1);
}

/** The facets whose words are a closed list; of these, words that nobody knows count as not said. */
const CLOSED: Partial<Record<Facet, ReadonlySet<string>>> = {
  status: wordsOf(EVENT_STATUSES, AGREEMENT_STATUSES),
  kind: wordsOf(KINDS),
  level: wordsOf(LEVELS),
  disputed: wordsOf(DISPUTED),
  fixed: wordsOf(FIXED),
};

function wordsOf(...lists: { word: string }[][]): ReadonlySet<string> {
  return new Set(lists.flat().map(({ word }) => word));
}

/**
 * Whether a filter lets a fact through: of every facet with a choice at least one chosen word must be true of it, and its title must
 * contain the words. `but`: a facet that is not asked.
 */
export function judge(filter: Filter, but?: Facet): (fact: Fact) => boolean {
  const asked = FACETS.flatMap((facet) => {
    const words = filter[facet].filter((word) => CLOSED[facet]?.has(word) ?? true);
    return facet === but || words.length === 0 ? [] : [{ facet, words: new Set(words) }];
  });
  const text = folded(filter.text.trim());
  return (fact) =>
    fact.text.includes(text) &&
    asked.every(({ facet, words }) => fact[facet].some((word) => words.has(word)));
}

/**
 * The columns with only what the filter lets through. Lanes stay as they are, and every state of knowledge is judged for itself: a
 * visit held in January is still planned in December. Agreements are judged as they stand, or (`stage`), where each stage of their
 * lives is a fact of its own, stage by stage.
 */
export function narrow(
  columns: Columns,
  filter: Filter,
  by: "standing" | "stage" = "standing",
): Columns {
  if (!isFiltering(filter)) return columns;
  const lets = judge(filter);
  const { marks, bars, lanes } = columns;
  const passes = (told: Told) => lets(factOf(told, lanes));
  const kept = marks.slug.flatMap((_, index) => (passes(markAt(marks, index)) ? [index] : []));
  return {
    ...columns,
    marks: pick(marks, kept),
    bars:
      by === "standing"
        ? bars.filter((bar) => passes(barAs(bar, bar)))
        : bars.flatMap((bar) => {
            const segments = bar.segments.filter((segment) => passes(barAs(bar, segment)));
            return segments.length > 0 ? [{ ...bar, segments }] : [];
          }),
  };
}

function markAt(marks: Marks, index: number): Told {
  return {
    title: marks.title[index] ?? "",
    kind: marks.kind[index] ?? "OTHER",
    level: marks.level[index] ?? null,
    status: marks.status[index] ?? null,
    standing: null,
    lanes: marks.lanes[index] ?? [],
    topics: marks.topics[index] ?? [],
    disputed: marks.disputed[index] ?? false,
    fixed: marks.fixed[index] ?? false,
  };
}

/** An agreement as it stands, or as it stood in a stage. */
function barAs({ title, lane, topics }: Bar, standing: Pick<Bar, "status" | "disputed">): Told {
  const { disputed } = standing;
  const rest = { kind: null, level: null, status: null, fixed: true };
  return { title, lanes: [lane], topics, standing, disputed, ...rest };
}

/** The same columns with only some entries. */
function pick(marks: Marks, kept: number[]): Marks {
  const lists = Object.entries(marks).map(([name, list]) => [
    name,
    kept.map((index) => (list as unknown[])[index]),
  ]);
  return Object.fromEntries(lists) as Marks;
}
