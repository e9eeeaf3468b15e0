import { type Look, lookOf, standingWords } from "../agreement/status.ts";
import { dayAndMonth, monthAndYear, shortDay } from "../when/words.ts";
import type { StripsQuery } from "./operations.gen.ts";

type Columns = StripsQuery["timeline"];
type Kind = Columns["marks"]["kind"][number];

/** Days ⇄ pixels of the two strips. */
export interface Scale {
  from: number;
  to: number;
  width: number;
}

export const xOf = ({ from, to, width }: Scale, day: number): number =>
  ((day - from) / (to - from)) * width;

/** A mark on a strip's line; `lead` when nobody gave a date. */
export interface StripMark {
  slug: string;
  kind: Kind;
  x: number;
  held: boolean;
  lead: boolean;
  title: string;
  when: string;
}

/** A stretch of a strip's bar. */
export interface StripSegment {
  x: number;
  width: number;
  look: Look;
  share: number;
  words: string;
  since: string;
  /** The last stretch fades where knowledge ends. */
  fades: boolean;
}

export interface Strip {
  marks: StripMark[];
  segments: StripSegment[];
  title: string;
}

/** How far a bar goes on past the day of knowledge before it has faded out, in pixels. */
export const FADE = 34;
/** Marks nearer than this stand as one, the more telling one. */
const NEAR = 9;

/** What was known on a day, laid out on one line and one bar. `subject` is the event whose dating the strips compare. */
export function stripOf(columns: Columns, known: number, subject: string, scale: Scale): Strip {
  const { marks } = columns;
  const holds = (from: number, to: number | null) => from <= known && (to === null || known < to);
  const found: StripMark[] = [];
  marks.slug.forEach((slug, index) => {
    const kind = marks.kind[index];
    const status = marks.status[index];
    if (!kind || !status || !holds(marks.knownFrom[index] ?? 0, marks.knownTo[index] ?? null))
      return;
    const start = marks.start[index] ?? null;
    const lead = status === "EXPECTED" && !marks.fixed[index];
    if (!lead && (start === null || start < scale.from || start > scale.to)) return;
    if (slug !== subject && (lead || start === null || start > known)) return;
    found.push({
      slug,
      kind,
      x: lead ? xOf(scale, known) + 17 : xOf(scale, start ?? known),
      held: status === "HELD",
      lead,
      title: marks.title[index] ?? slug,
      when: lead ? "date not fixed" : dayAndMonth(start ?? known),
    });
  });
  const weight = (mark: StripMark) =>
    mark.slug === subject ? 2 : mark.kind === "STATEMENT" ? 0 : 1;
  const kept: StripMark[] = [];
  for (const mark of found.toSorted((a, b) => weight(b) - weight(a) || b.x - a.x)) {
    if (kept.every((other) => Math.abs(other.x - mark.x) >= NEAR)) kept.push(mark);
  }
  const bar = columns.bars.find((one) => holds(one.knownFrom, one.knownTo));
  return {
    marks: kept,
    segments: bar ? segmentsOf(bar.segments, known, scale) : [],
    title: bar?.title ?? "",
  };
}

function segmentsOf(
  segments: Columns["bars"][number]["segments"],
  known: number,
  scale: Scale,
): StripSegment[] {
  const end = Math.min(xOf(scale, known), scale.width - FADE);
  return segments.flatMap((segment, index): StripSegment[] => {
    const next = segments[index + 1];
    const x = Math.max(0, xOf(scale, segment.start));
    const to = next ? Math.min(xOf(scale, next.start), scale.width) : end + FADE;
    if (to - x < 1) return [];
    return [
      {
        x,
        width: to - x,
        look: lookOf(segment),
        share: segment.mustRatify > 0 ? segment.ratified / segment.mustRatify : 0,
        words: standingWords(segment),
        since: next ? dayAndMonth(segment.start) : shortDay(segment.start),
        fades: !next,
      },
    ];
  });
}

/** The first days of the months of a window, with the words of the axis. */
export function monthsOf({
  from,
  to,
}: Pick<Scale, "from" | "to">): { day: number; month: string; year: string }[] {
  const months: { day: number; month: string; year: string }[] = [];
  const first = new Date(from * 86_400_000);
  for (let at = 0; ; at++) {
    const day = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1) / 86_400_000;
    if (day > to) return months;
    const [month = "", year = ""] = monthAndYear(day).split(" ");
    if (day >= from) months.push({ day, month, year });
  }
}
