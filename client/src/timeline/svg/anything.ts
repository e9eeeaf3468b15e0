import fc from "fast-check";
import type { Palette } from "../colours.ts";
import type { AgreementStatus, EventKind, EventLevel, EventStatus } from "../columns.ts";
import { type Day, dayOf, isoOf } from "../day.ts";
import { bar, type CaseMark, columnsOf, lane } from "../fixture.ts";
import { LOOKS } from "../look.ts";

/** Words of all sorts: plain ones, markup, and what neither XML nor Unicode has a place for. */
export const anyWords = fc.oneof(
  fc.constantFrom("Talks", "A & B <i>'\"</i>", "]]> &amp; &#0;", "دیدار", "…\u0000\ud800\uffff"),
  fc.string({ unit: "binary", maxLength: 12 }),
);

const FIRST = dayOf("2024-01-01");
const LAST = dayOf("2026-06-01");
const TODAY = "2026-01-15";
const anyDay = fc.integer({ min: FIRST, max: LAST });
const anyIso = anyDay.map(isoOf);
/** Early enough that most days know of it. */
const anySoon = fc.integer({ min: FIRST, max: FIRST + 200 }).map(isoOf);

const KINDS: EventKind[] = ["MEETING", "VISIT", "SUMMIT", "STATEMENT", "SIGNING", "INAUGURATION"];
const STATUSES: EventStatus[] = ["EXPECTED", "SCHEDULED", "HELD", "POSTPONED", "CANCELLED"];
const LEVELS: EventLevel[] = ["LEADERS", "MINISTERS", "OFFICIALS"];
const STEPS: AgreementStatus[] = ["PROPOSED", "NEGOTIATING", "SIGNED", "RATIFIED", "IN_FORCE"];
const LANES = ["RU:GUEST", "IR:HOST", "CN", "BRICS", "csp"];

const anyMark = fc.record({
  title: anyWords,
  kind: fc.constantFrom(...KINDS),
  status: fc.constantFrom(...STATUSES),
  level: fc.constantFrom(...LEVELS),
  on: fc.option(
    fc.oneof(
      anyIso,
      // Days that many have in common.
      fc.constantFrom("2024-12-30", "2025-01-02"),
      fc.tuple(anyIso, anyIso).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a])),
      anyIso.map((iso): [string, null] => [iso, null]),
    ),
    { nil: undefined },
  ),
  fixed: fc.boolean(),
  former: fc.option(anyIso, { nil: undefined }),
  disputed: fc.boolean(),
  known: anyIso,
  in: fc.subarray(LANES, { minLength: 1 }),
});

const anyBar = fc
  .tuple(fc.subarray(STEPS, { minLength: 1 }), fc.uniqueArray(anyIso, { minLength: 5 }), anySoon)
  .map(([steps, days, known]) => {
    const from = days.sort();
    const segments = steps.map((step, index): [AgreementStatus, string, number, number] => [
      step,
      from[index] ?? TODAY,
      step === "SIGNED" ? 1 : 0,
      3,
    ]);
    return { segments, known };
  });

/** Columns of any facts, on whichever days they became known. */
export const anyColumns = fc
  .tuple(fc.array(anyMark, { maxLength: 24, size: "max" }), fc.option(anyBar), anyWords, anyWords)
  .map(([marks, agreement, first, second]) =>
    columnsOf(
      TODAY,
      [
        lane("C RU Russia", {
          name: first,
          holders: [{ name: second, title: "", from: "2012-05-07" }],
        }),
        lane("C IR Iran"),
        lane("C CN China"),
        lane("F BRICS BRICS"),
        lane("A csp Treaty", { name: second, parties: first }),
      ],
      marks.map(
        ({ former, on, ...mark }, index): CaseMark => ({
          ...mark,
          slug: `e${index}`,
          ...(former !== undefined && { former }),
          ...(on !== undefined && { on }),
        }),
      ),
      agreement ? [bar("csp", 4, first, [agreement.known, null], agreement.segments)] : [],
    ),
  );

/** A window of some days or many years, a day of knowledge, and perhaps a later one to compare it with. */
export const anyView = fc
  .record({
    from: fc.integer({ min: FIRST - 100, max: FIRST + 500 }),
    length: fc.oneof(
      fc.integer({ min: 3, max: 200 }),
      fc.integer({ min: 200, max: 900 }),
      fc.integer({ min: 3000, max: 9000 }),
    ),
    known: fc.integer({ min: FIRST, max: dayOf(TODAY) }),
    later: fc.option(fc.integer({ min: 0, max: 700 }), { freq: 2 }),
  })
  .map(({ from, length, known, later }) => ({
    from,
    to: from + length,
    known,
    now: later === null ? null : Math.min(dayOf(TODAY), known + later),
  }));

/** A window as `anyView` makes it; days. */
export interface AnyView {
  from: Day;
  to: Day;
  known: Day;
  now: Day | null;
}

const looks = (colour: string) =>
  Object.fromEntries(LOOKS.map((look) => [look, colour])) as Palette["fill"];

/** Colours that can be told apart. */
export const PALETTE: Palette = {
  paper: "#fafafa",
  ink: "#111111",
  ink2: "#222222",
  ink3: "#333333",
  line: "#cccccc",
  line2: "#aaaaaa",
  stamp: "#5500aa",
  focus: "#0055dd",
  warn: "#775500",
  ahead: "#eeeeee",
  aheadThen: "#eeddff",
  stroke: looks("#445566"),
  fill: looks("#99aabb"),
  key: "any",
  family: "Any",
};
