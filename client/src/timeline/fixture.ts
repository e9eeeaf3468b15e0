import type {
  AgreementStatus,
  BarSegment,
  EventKind,
  EventLevel,
  EventStatus,
  Lane,
  LaneKind,
  Precision,
  TimelineBar,
  TimelineColumns,
} from "./columns.ts";
import { type Day, dayOf, longDate } from "./day.ts";

/** A mark as a case writes it; what is left out follows from the rest. */
export interface CaseMark {
  slug: string;
  of?: "EVENT" | "SESSION";
  title: string;
  kind: EventKind;
  status?: EventStatus;
  level?: EventLevel;
  /** First and last day, ISO; a single one for both. */
  on?: string | [string | null, string | null];
  precision?: Precision;
  fixed?: boolean;
  whenText?: string;
  former?: string;
  rescheduledTo?: string;
  partOf?: string;
  disputed?: boolean;
  known?: string;
  until?: string;
  place?: string;
  summary?: string;
  sources?: number;
  topics?: string[];
  /** Keys of lanes with roles: `RU:GUEST`, or `RU` for a participant. */
  in: string[];
}

const KINDS: Record<string, LaneKind> = { C: "COUNTRY", F: "FORUM", A: "AGREEMENT" };

/** A lane of a case: `C RU Russia`, `F BRICS BRICS`, `A ru-ir-2025 Strategic Partnership Treaty`. */
export function lane(text: string, more: Partial<Lane> = {}): Lane {
  const [letter = "", key = "", ...name] = text.split(" ");
  const kind = KINDS[letter] ?? "COUNTRY";
  return {
    key,
    kind,
    slug: key.toLowerCase(),
    name: name.join(" "),
    monogram: kind === "COUNTRY" ? key : null,
    between: [],
    holders: [],
    ...more,
  };
}

/** Columns of a case, as the server would answer them. */
export function columnsOf(
  today: string,
  lanes: Lane[],
  cases: CaseMark[],
  bars: TimelineBar[] = [],
  notches: TimelineColumns["notches"] = [],
): TimelineColumns {
  const days = cases.map(spanOf);
  const order = cases
    .map((_, index) => index)
    .sort((a, b) => (days[a]?.[0] ?? 1e9) - (days[b]?.[0] ?? 1e9));
  const column = <T>(read: (mark: CaseMark, index: number) => T): T[] =>
    order.map((index) => read(cases[index] as CaseMark, index));
  const knownFrom = column((mark, index) =>
    mark.known ? dayOf(mark.known) : (days[index]?.[1] ?? 0),
  );
  const keys = lanes.map(({ key }) => key);
  const counts = new Map<Day, number>();
  for (const day of [...knownFrom, ...bars.map((bar) => bar.knownFrom)])
    counts.set(day, (counts.get(day) ?? 0) + 1);
  const ticks = [...counts].sort(([a], [b]) => a - b);
  return {
    today: dayOf(today),
    lanes,
    marks: {
      slug: column(({ slug }) => slug),
      of: column(({ of }) => of ?? "EVENT"),
      title: column(({ title }) => title),
      kind: column(({ kind }) => kind),
      status: column(({ status }) => status ?? "HELD"),
      level: column(({ level }) => level ?? "LEADERS"),
      start: column((_, index) => days[index]?.[0] ?? null),
      end: column((_, index) => days[index]?.[1] ?? null),
      day: column((mark, index) => sortedBy(mark, days[index])),
      precision: column((mark) => precisionOf(mark)),
      fixed: column(({ fixed, on }) => fixed ?? on !== undefined),
      whenText: column((mark, index) => mark.whenText ?? whenOf(days[index])),
      formerStart: column(({ former }) => (former ? dayOf(former) : null)),
      formerEnd: column(({ former }) => (former ? dayOf(former) : null)),
      rescheduledTo: column(({ rescheduledTo }) => rescheduledTo ?? null),
      partOf: column(({ partOf }) => partOf ?? null),
      disputed: column(({ disputed }) => disputed ?? false),
      knownFrom,
      knownTo: column(({ until }) => (until ? dayOf(until) : null)),
      firstKnown: column((mark, index) =>
        Math.min(
          ...cases.flatMap((other, at) =>
            other.slug === mark.slug ? [knownOf(other, days[at])] : [],
          ),
          knownOf(mark, days[index]),
        ),
      ),
      place: column(({ place }) => place ?? null),
      summary: column(({ summary }) => summary ?? null),
      sourceCount: column(({ sources }) => sources ?? 1),
      lanes: column((mark) =>
        mark.in.map((text) => keys.indexOf(text.split(":")[0] ?? "")).filter((at) => at >= 0),
      ),
      roles: column((mark) =>
        mark.in
          .filter((text) => keys.includes(text.split(":")[0] ?? ""))
          .map((text) => text.split(":")[1] ?? "PARTICIPANT"),
      ),
      topics: column(({ topics }) => topics ?? []),
    },
    bars,
    notches,
    ticks: { day: ticks.map(([day]) => day), count: ticks.map(([, count]) => count) },
    sourceCount: 128,
  };
}

function knownOf(mark: CaseMark, days: [Day | null, Day | null] | undefined): Day {
  return mark.known ? dayOf(mark.known) : (days?.[1] ?? 0);
}

function spanOf({ on }: CaseMark): [Day | null, Day | null] {
  if (on === undefined) return [null, null];
  if (typeof on === "string") return [dayOf(on), dayOf(on)];
  return [on[0] === null ? null : dayOf(on[0]), on[1] === null ? null : dayOf(on[1])];
}

/** As the server sorts: a duration by its first day, a month or year by its last. */
function sortedBy(mark: CaseMark, [first, last]: [Day | null, Day | null] = [null, null]) {
  return precisionOf(mark) === "INTERVAL" ? (first ?? last) : (last ?? first);
}

function precisionOf({ on, precision }: CaseMark): Precision {
  if (precision) return precision;
  if (on === undefined) return "NONE";
  return typeof on === "string" ? "DAY" : "INTERVAL";
}

function whenOf(days: [Day | null, Day | null] | undefined): string {
  const [first = null, last = null] = days ?? [];
  if (first === null || last === null) return "date not fixed";
  return first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`;
}

/** A stretch of a bar: status, first day and who has ratified, as in `["SIGNED", "2025-01-17", 1, 2]`. */
export type CaseSegment = [
  status: AgreementStatus,
  from: string,
  ratified?: number,
  mustRatify?: number,
];

/** A bar in one state of knowledge. */
export function bar(
  slug: string,
  laneIndex: number,
  title: string,
  known: [from: string, until: string | null],
  segments: CaseSegment[],
): TimelineBar {
  const stretches = segments.map(([status, from, ratified = 0, mustRatify = 0]): BarSegment => {
    const day = dayOf(from);
    return {
      status,
      start: day,
      latest: day,
      precision: "DAY",
      whenText: longDate(day),
      ratified,
      mustRatify,
      disputed: false,
      sourceCount: 1,
    };
  });
  return {
    slug,
    lane: laneIndex,
    title,
    status: stretches[stretches.length - 1]?.status ?? "PROPOSED",
    disputed: false,
    knownFrom: dayOf(known[0]),
    knownTo: known[1] === null ? null : dayOf(known[1]),
    topics: [],
    segments: stretches,
  };
}

/** A bar about whose last stretch claims disagree. */
export function disputed(of: TimelineBar): TimelineBar {
  const last = of.segments.length - 1;
  return {
    ...of,
    disputed: true,
    segments: of.segments.map((segment, index) =>
      index === last ? { ...segment, disputed: true } : segment,
    ),
  };
}
