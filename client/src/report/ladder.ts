import type { ReportLineFragment } from "../app/operations.gen.ts";
import { type Day, dayOf } from "../when/day.ts";
import { edtfWords, longDay, monthAndYear } from "../when/words.ts";

/** What a rung shows: a lead without an end, a window between bars, a hollow or filled mark, or one struck or crossed out. */
export type RungShape =
  | { form: "lead"; from: number }
  | { form: "window"; from: number; to: number; openStart: boolean }
  | { form: "hollow" | "filled" | "struck" | "crossed"; from: number; to: number };

/** One state of knowledge: the day it began, and what was then known of the date. Places are shares of the width, 0 to 1. */
export interface Rung {
  key: string;
  knownOn: string;
  knownAt: number;
  shape: RungShape;
  words: string;
  /** The claims behind it, the first one first; the later ones confirm it. */
  claims: ReportLineFragment[];
}

export interface Ladder {
  ticks: { at: number; label: string }[];
  rungs: Rung[];
}

interface State {
  status: string;
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
}

/**
 * What was known of an event's date, and when: one rung for each change of status or date, drawn to one scale. A claim without a
 * date keeps the date known so far while its status stays; a claim that changes nothing confirms the rung it falls on.
 */
export function ladderOf(reports: readonly ReportLineFragment[]): Ladder {
  const claims = reports.filter(
    (report) => report.act === "CLAIM" && !report.retracted && report.moves,
  );
  const steps: { state: State; claims: ReportLineFragment[] }[] = [];
  for (const claim of claims) {
    const last = steps.at(-1);
    const state = stateAfter(last?.state, claim);
    if (last && isSame(last.state, state)) last.claims.push(claim);
    else steps.push({ state, claims: [claim] });
  }
  const days = steps.flatMap(({ state, claims: [first] }) =>
    [first?.knownOn, state.earliest, state.latest].flatMap((iso) => (iso ? [dayOf(iso)] : [])),
  );
  if (days.length === 0) return { ticks: [], rungs: [] };
  const scale = scaleOf(days);
  const place = (day: Day) =>
    Math.min(1, Math.max(0, (day - scale.from) / (scale.to - scale.from)));
  return {
    ticks: ticksOf(scale).map((day) => ({ at: place(day), label: monthAndYear(day) })),
    rungs: steps.flatMap(({ state, claims: of }) => {
      const first = of[0];
      if (!first) return [];
      const knownAt = place(dayOf(first.knownOn));
      return [
        {
          key: first.id,
          knownOn: first.knownOn,
          knownAt,
          shape: shapeOf(state, knownAt, place),
          words: wordsOf(state),
          claims: of,
        },
      ];
    }),
  };
}

function stateAfter(before: State | undefined, claim: ReportLineFragment): State {
  const { edtf, earliest, latest } = claim.when;
  const kept = edtf === null && before !== undefined && before.status === claim.status;
  return { status: claim.status, ...(kept ? before : { edtf, earliest, latest }) };
}

function isSame(a: State, b: State): boolean {
  return a.status === b.status && a.edtf === b.edtf;
}

/** From the first to the last day that matters, with a little air: never less than a month. */
function scaleOf(days: Day[]): { from: Day; to: Day } {
  const first = Math.min(...days);
  const last = Math.max(...days);
  const air = Math.max(4, (last - first) * 0.06);
  return { from: first - air, to: Math.max(last + air * 2, first + 30) };
}

/** Steps between ticks, in months. */
const STEPS = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120];
/** Ticks nearer than this share of the width would touch in a panel; a name that begins after the last place would run out of it. */
const APART = 0.24;
const LAST = 0.8;

/** First days of months or years, five at most, whose names do not touch. */
function ticksOf({ from, to }: { from: Day; to: Day }): Day[] {
  const apart = ((to - from) / 30.44) * APART;
  const step = STEPS.find((months) => months >= apart) ?? Math.ceil(apart / 120) * 120;
  const start = new Date(from * 86_400_000);
  const ticks: Day[] = [];
  for (let month = step >= 12 ? 0 : start.getUTCMonth(); ; month += step) {
    const day = Date.UTC(start.getUTCFullYear(), month, 1) / 86_400_000;
    if (day > from + (to - from) * LAST) return ticks;
    if (day >= from) ticks.push(day);
  }
}

function shapeOf(state: State, knownAt: number, place: (day: Day) => number): RungShape {
  const from = state.earliest === null ? null : place(dayOf(state.earliest));
  const to = state.latest === null ? null : place(dayOf(state.latest));
  const mark = { SCHEDULED: "hollow", HELD: "filled", POSTPONED: "struck", CANCELLED: "crossed" }[
    state.status
  ];
  if (mark !== undefined && (from !== null || to !== null)) {
    const at = from ?? to ?? knownAt;
    return { form: mark as "hollow", from: at, to: to ?? at };
  }
  if (mark !== undefined && state.status !== "SCHEDULED")
    return { form: mark as "struck", from: knownAt, to: knownAt };
  if (to === null) return { form: "lead", from: Math.max(knownAt, from ?? knownAt) };
  return {
    form: "window",
    from: Math.max(from ?? knownAt, Math.min(knownAt, to)),
    to,
    openStart: from === null,
  };
}

/** The state in a short sentence without its full stop. */
function wordsOf({ status, edtf, earliest, latest }: State): string {
  const date = edtf === null ? null : edtfWords(edtf);
  switch (status) {
    case "EXPECTED":
      if (earliest === null && latest === null) return "Planned, date not fixed";
      if (earliest === null && latest !== null) return `Planned, by ${longDay(latest)}`;
      if (latest === null && earliest !== null) return `Planned, not before ${longDay(earliest)}`;
      return `Planned, ${date}, date not fixed`;
    case "SCHEDULED":
      return date === null ? "Planned" : `Planned for ${date}`;
    case "HELD":
      return date === null ? "Held" : `Held ${date}`;
    case "POSTPONED":
      return date === null ? "Postponed, no new date" : `Postponed to ${date}`;
    default:
      return "Cancelled";
  }
}
