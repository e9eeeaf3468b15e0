import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { type Day, dayOf } from "../when/day.ts";
import { monthAndYear } from "../when/words.ts";
import { stepWords } from "./words.ts";

type Report = AgreementWholeFragment["reports"]["nodes"][number];

/** One step of a party towards ratification. `at` is its place on the track, a share of the width. */
export interface PartyStep {
  report: Report;
  at: number;
  label: string;
  /** Whether this step is the party's ratification. */
  ratifies: boolean;
  /** The row beneath the track in which its label finds room, from 0. */
  row: number;
  /** Whether the label runs on from its place or ends there. */
  side: "end" | "start";
}

/** One party's track: signed from `from`, ratified from `ratifiedAt`, in force from `inForceAt`; null where not reached. */
export interface Track {
  key: string;
  name: string;
  isCountry: boolean;
  from: number;
  ratifiedAt: number | null;
  inForceAt: number | null;
  steps: PartyStep[];
}

export interface Tracks {
  ticks: { at: number; label: string }[];
  tracks: Track[];
}

/** Steps that belong to a party's way from signature to force. */
const STEPS = new Set([
  "SUBMITTED",
  "RECOMMENDED",
  "APPROVED",
  "RATIFIED",
  "PROMULGATED",
  "NOTIFIED",
  "SENT_TO_PRESIDENT",
  "DEPOSITED",
]);

/**
 * Ratification by party, to scale from the signature to entry into force or the last step. Null when no party that must ratify has
 * taken a step.
 */
export function tracksOf(agreement: AgreementWholeFragment): Tracks | null {
  const must = agreement.parties.filter((party) => party.mustRatify);
  const signed = dayOfStage(agreement, "SIGNED");
  const inForce =
    dayOfStage(agreement, "IN_FORCE") ?? dayOfStage(agreement, "PROVISIONALLY_APPLIED");
  const steps = agreement.reports.nodes.filter(
    (report) =>
      report.act === "CLAIM" && !report.retracted && report.step !== null && STEPS.has(report.step),
  );
  const days = steps.flatMap((report) =>
    report.when.earliest ? [dayOf(report.when.earliest)] : [],
  );
  if (must.length === 0 || signed === null || days.length === 0) return null;
  const end = Math.max(inForce ?? 0, ...days);
  const air = (end - signed) * 0.09;
  const from = signed - air / 2;
  const to = end + air;
  const place = (day: Day) => (day - from) / (to - from);
  const tracks = must.map((party): Track => {
    const own = steps
      .filter(
        (report) =>
          report.when.earliest !== null && report.parties.some((one) => one.key === party.key),
      )
      .map((report) => ({ report, day: dayOf(report.when.earliest ?? "") }))
      .sort((a, b) => a.day - b.day);
    const ratification = own.find(({ report }) => report.step === "RATIFIED");
    return {
      key: party.key,
      name: party.name,
      isCountry: party.entity.__typename === "Country",
      from: place(signed),
      ratifiedAt: ratification ? place(ratification.day) : null,
      inForceAt: inForce === null ? null : place(inForce),
      steps: placed(
        own.map(({ report, day }) => ({
          report,
          at: place(day),
          label: labelOf(report),
          ratifies: report === ratification?.report,
        })),
      ),
    };
  });
  return {
    ticks: ticksOf(from, to).map((day, index) => ({
      at: place(day),
      label: tickWords(day, index),
    })),
    tracks,
  };
}

/** Names of the parties that must ratify a signed text and have not. */
export function stillToRatify(agreement: AgreementWholeFragment): string[] {
  if (agreement.status !== "SIGNED") return [];
  const done = new Set(
    agreement.reports.nodes.flatMap((report) =>
      report.act === "CLAIM" && !report.retracted && report.step === "RATIFIED"
        ? report.parties.map((party) => party.key)
        : [],
    ),
  );
  return agreement.parties.flatMap((party) =>
    party.mustRatify && !done.has(party.key) ? [party.name] : [],
  );
}

/** Width of a track (px) for which labels are placed, and rough width of a letter. Narrower tracks list their steps instead. */
const TRACK_PX = 860;
const LETTER_PX = 6.3;

type Unplaced = Omit<PartyStep, "row" | "side">;
/** A label with the share of the width that it covers. */
type Placed = PartyStep & { from: number; to: number };

/** More steps than this are too many to try every place; they go down like stairs. */
const MOST_TRIED = 7;

/**
 * Gives every label a row and a side so that none covers another and no line down to a label crosses another label, in as few rows as
 * that takes. Where there is no such way, or too many steps to look for one, each label stands in a row of its own.
 */
function placed(steps: Unplaced[]): PartyStep[] {
  for (let rows = 1; rows <= Math.min(steps.length, MOST_TRIED); rows++) {
    const found = steps.length > MOST_TRIED ? null : search(steps, [], rows);
    if (found) return found.map(({ from: _, to: __, ...step }) => step);
  }
  return steps.map((step, index) => ({ ...step, row: steps.length - 1 - index, side: "end" }));
}

/** Extends what is placed by one label at a time, taking back what leads nowhere. */
function search(steps: Unplaced[], done: Placed[], rows: number): Placed[] | null {
  const step = steps[done.length];
  if (!step) return done;
  const early = done.length < steps.length / 2;
  for (let row = 0; row < rows; row++) {
    for (const side of early ? (["start", "end"] as const) : (["end", "start"] as const)) {
      const label = placeOf(step, row, side);
      if (label.from < 0 || label.to > 1 || !done.every((other) => areClear(other, label)))
        continue;
      const found = search(steps, [...done, label], rows);
      if (found) return found;
    }
  }
  return null;
}

function placeOf(step: Unplaced, row: number, side: PartyStep["side"]): Placed {
  const width = ((step.label.length + 14) * LETTER_PX) / TRACK_PX;
  const from = side === "end" ? step.at : step.at - width;
  return { ...step, row, side, from, to: from + width };
}

/** Whether two labels leave each other and each other's line alone. A line goes from the track down to its label's row. */
function areClear(a: Placed, b: Placed): boolean {
  const crosses = (line: Placed, label: Placed) =>
    line.row > label.row && line.at > label.from && line.at < label.to;
  if (a.row === b.row) return a.to <= b.from || b.to <= a.from;
  return !crosses(a, b) && !crosses(b, a);
}

function dayOfStage(agreement: AgreementWholeFragment, status: string): Day | null {
  const stage = agreement.stages.find((one) => one.status === status);
  return stage?.when.earliest ? dayOf(stage.when.earliest) : null;
}

/** `State Duma`, or `Promulgated` where no body is named. */
function labelOf(report: Report): string {
  const words = stepWords(report.step ?? "");
  return report.body ? `${report.body.charAt(0).toUpperCase()}${report.body.slice(1)}` : words;
}

/** `Feb 2025` at the beginning and where a year begins, else `Mar`. */
function tickWords(day: Day, index: number): string {
  const words = monthAndYear(day);
  return index === 0 || words.startsWith("Jan") ? words : words.slice(0, 3);
}

function ticksOf(from: Day, to: Day): Day[] {
  const step = Math.max(1, Math.ceil((to - from) / 30.44 / 12));
  const start = new Date(from * 86_400_000);
  const ticks: Day[] = [];
  for (let month = start.getUTCMonth() + 1; ; month += step) {
    const day = Date.UTC(start.getUTCFullYear(), month, 1) / 86_400_000;
    if (day > to) return ticks;
    ticks.push(day);
  }
}
