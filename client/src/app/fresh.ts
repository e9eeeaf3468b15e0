import {
  asKnownOn,
  type EventStatus,
  idOfBar,
  idOfMark,
  type TimelineBar,
  type TimelineColumns,
} from "../timeline/columns.ts";
import type { Day } from "../when/day.ts";

/** What is new of a fact: itself, that it is gone, or what of it changed; the most telling change alone. */
export type Change = "new" | "gone" | "fixed" | "status" | "when" | "disputed" | "sources" | "told";

/** One event or session in one state of knowledge. Lanes by their keys. */
interface EventState {
  of: "event";
  title: string;
  status: EventStatus;
  fixed: boolean;
  whenText: string;
  disputed: boolean;
  sources: number;
  rest: unknown[];
}

/** One agreement in one state of knowledge. */
interface AgreementState {
  of: "agreement";
  title: string;
  bar: TimelineBar;
}

/** A fact as known on a day. */
export type State = EventState | AgreementState;

/** Something that is known otherwise than what is shown. `state`: as it is now known, or was last. */
export interface Fresh {
  id: string;
  change: Change;
  state: State;
}

/**
 * What is new, changed or gone between two answers to the same question, as known on a day (null: now). The order of lanes and of
 * facts means nothing, nor does what is known on other days.
 */
export function freshOf(
  before: TimelineColumns,
  after: TimelineColumns,
  known: Day | null,
): Fresh[] {
  const day = known ?? after.today;
  const old = statesOf(before, day);
  const now = statesOf(after, day);
  const fresh: Fresh[] = [];
  for (const [id, state] of now) {
    const was = old.get(id);
    const change = was ? changeOf(was, state) : "new";
    if (change) fresh.push({ id, change, state });
  }
  for (const [id, state] of old) if (!now.has(id)) fresh.push({ id, change: "gone", state });
  return fresh;
}

function statesOf(columns: TimelineColumns, day: Day): Map<string, State> {
  const { marks, lanes } = columns;
  const known = asKnownOn(columns, day);
  const states = new Map<string, State>();
  for (const row of known.marks) {
    states.set(idOfMark(marks, row), {
      of: "event",
      title: marks.title[row] ?? "",
      status: marks.status[row] ?? "HELD",
      fixed: marks.fixed[row] ?? false,
      whenText: marks.whenText[row] ?? "",
      disputed: marks.disputed[row] ?? false,
      sources: marks.sourceCount[row] ?? 0,
      rest: [
        [marks.start, marks.end, marks.kind, marks.level, marks.precision].map((list) => list[row]),
        [marks.place, marks.summary, marks.partOf, marks.rescheduledTo].map((list) => list[row]),
        marks.lanes[row]?.map((lane) => lanes[lane]?.key).sort(),
      ],
    });
  }
  for (const bar of known.bars)
    states.set(idOfBar(bar), { of: "agreement", title: bar.title, bar });
  return states;
}

function changeOf(was: State, is: State): Change | null {
  if (was.of === "event" && is.of === "event") {
    if (was.status !== is.status && !arePlans(was.status, is.status)) return "status";
    if (!was.fixed && is.fixed) return "fixed";
    if (was.whenText !== is.whenText || was.fixed !== is.fixed) return "when";
    if (was.disputed !== is.disputed) return "disputed";
    if (isOther([was.title, was.status, was.rest], [is.title, is.status, is.rest])) return "told";
    return was.sources === is.sources ? null : "sources";
  }
  if (was.of !== "agreement" || is.of !== "agreement") return "told";
  const standing = ({ bar }: AgreementState) => [
    bar.status,
    ...[bar.segments.at(-1)].map((last) => [last?.ratified, last?.mustRatify]),
  ];
  const dates = ({ bar }: AgreementState) =>
    bar.segments.map(({ status, start, latest, whenText }) => [status, start, latest, whenText]);
  const sources = ({ bar }: AgreementState) => bar.segments.map(({ sourceCount }) => sourceCount);
  const rest = ({ title, bar }: AgreementState) => [
    title,
    bar.segments.map(({ sourceCount: _, ...segment }) => segment),
  ];
  if (isOther(standing(was), standing(is))) return "status";
  if (isOther(dates(was), dates(is))) return "when";
  if (was.bar.disputed !== is.bar.disputed) return "disputed";
  if (isOther(rest(was), rest(is))) return "told";
  return isOther(sources(was), sources(is)) ? "sources" : null;
}

/** Expected and scheduled are both plans: what tells them apart is the date. */
function arePlans(...statuses: string[]): boolean {
  return statuses.every((status) => status === "EXPECTED" || status === "SCHEDULED");
}

function isOther(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
