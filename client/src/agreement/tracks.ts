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
    ticks: ticksOf(from, to).map((day) => ({ at: place(day), label: monthAndYear(day) })),
    tracks,
  };
}

/** Width of a track (px) for which labels are placed, and rough width of a letter. Narrower tracks list their steps instead. */
const TRACK_PX = 860;
const LETTER_PX = 6.3;

/**
 * Gives every label the first row in which it covers no other. Earlier steps' labels end at their mark, later ones' run on from it and
 * are placed from the last one back, so that no line down to a label crosses another label.
 */
function placed(steps: Omit<PartyStep, "row" | "side">[]): PartyStep[] {
  const rows: [number, number][][] = [];
  const half = Math.ceil(steps.length / 2);
  const put = (step: Omit<PartyStep, "row" | "side">, early: boolean): PartyStep => {
    const width = ((step.label.length + 14) * LETTER_PX) / TRACK_PX;
    const side = step.at + width > 1 || (early && step.at > width) ? "start" : "end";
    const from = side === "end" ? step.at : step.at - width;
    const free = rows.findIndex((row) => row.every(([a, b]) => from + width < a || from > b));
    const row = free === -1 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), [from, from + width]];
    return { ...step, row, side };
  };
  const early = steps.slice(0, half).map((step) => put(step, true));
  const late = steps
    .slice(half)
    .reverse()
    .map((step) => put(step, false));
  return [...early, ...late.reverse()];
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

function ticksOf(from: Day, to: Day): Day[] {
  const step = Math.max(1, Math.ceil((to - from) / 30.44 / 9));
  const start = new Date(from * 86_400_000);
  const ticks: Day[] = [];
  for (let month = start.getUTCMonth() + 1; ; month += step) {
    const day = Date.UTC(start.getUTCFullYear(), month, 1) / 86_400_000;
    if (day > to) return ticks;
    ticks.push(day);
  }
}
