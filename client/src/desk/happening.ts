// The fields of an event's new status: what is open, what is wrong, what they say. Pure.
import type { DeskEventQuery, EventStatus } from "../app/operations.gen.ts";
import { eventStatusWord } from "../event/words.ts";
import type { Day } from "../when/day.ts";
import { edtfWords, plural, shortDay } from "../when/words.ts";
import { boundsOf } from "../when/written.ts";
import { type Move, whyClosed } from "./moves.ts";
import type { Entity, Payload, Problem } from "./outcome.ts";
import { disagreement, followers } from "./preview.ts";
import {
  BLANK_SAID,
  type DateValue,
  edtfOf,
  inputOfSaid,
  problemsOfKnownOn,
  problemsOfSource,
  type Said,
  voiceOf,
} from "./said.ts";

export type Happening = NonNullable<DeskEventQuery["event"]>;

export interface EventValues extends Said {
  status: EventStatus | null;
}

export const BLANK_EVENT: EventValues = { ...BLANK_SAID, status: null };

const ORDER: readonly EventStatus[] = ["SCHEDULED", "HELD", "POSTPONED", "CANCELLED", "EXPECTED"];

/** What a status makes of an event: ends "can’t be …" and "makes it …". */
const MAKES: Record<EventStatus, string> = {
  EXPECTED: "expected",
  SCHEDULED: "planned",
  HELD: "held",
  POSTPONED: "postponed",
  CANCELLED: "cancelled",
};

/** What one reports, from where the event stands: fixing its date, moving it, reviving it. */
export function reportWord(to: EventStatus, from: EventStatus): string {
  if (to === "SCHEDULED") return from === "SCHEDULED" ? "Moved to another date" : "Date fixed";
  if (to !== "EXPECTED") return eventStatusWord(to);
  return from === "CANCELLED" || from === "POSTPONED"
    ? "Hoped for again"
    : "Hoped for, no date yet";
}

/** Every status of an event, those it may enter first. */
export function movesOfEvent({
  status,
  allowedTransitions,
}: Pick<Happening, "status" | "allowedTransitions">): Move<EventStatus>[] {
  const ways = allowedTransitions.filter((to) => to !== status).map((to) => MAKES[to]);
  const out =
    ways.length > 0
      ? `From here it can be ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(ways)}.`
      : "Nothing follows.";
  const moves = ORDER.map((to) => {
    const legal = allowedTransitions.includes(to);
    return {
      to,
      word: reportWord(to, status),
      legal,
      current: to === status && !legal,
      aside: legal ? "" : to === status ? "current status" : "not from here",
      reason: legal ? null : `An event that is ${MAKES[status]} can’t be ${MAKES[to]}. ${out}`,
    };
  });
  return [...moves.filter(({ legal }) => legal), ...moves.filter(({ legal }) => !legal)];
}

/** Whether a status is nothing without a date. */
export function needsDate(status: EventStatus | null): boolean {
  return status === "HELD" || status === "SCHEDULED";
}

/** The date as it is sent: null where none is given and none is needed. */
export function eventWhen(
  date: DateValue,
  status: EventStatus | null,
  today: Day,
): { edtf: string | null } | { problem: string } {
  const isEmpty = date.text.trim() === "" || date.precision === "NONE";
  if (isEmpty && !needsDate(status)) return { edtf: null };
  const said = edtfOf(date, today);
  if ("problem" in said) return said;
  const { earliest, latest } = boundsOf(said.edtf ?? "");
  if (status === "HELD" && earliest === null)
    return { problem: "Say when it was held: a day, a month, or a range." };
  if (status === "HELD" && earliest !== null && earliest > today)
    return { problem: `${shortDay(earliest)} is still to come. Until then it is planned.` };
  if (status === "SCHEDULED" && (earliest === null || latest === null))
    return { problem: "Fixed means that it has a date. Without one it is hoped for." };
  return said;
}

/** What is wrong with the fields, in the order in which they stand. */
export function checkEvent(
  values: EventValues,
  moves: readonly Move<EventStatus>[],
  today: Day,
): Problem[] {
  const closed =
    values.status === null ? "Choose what is reported." : whyClosed(moves, values.status);
  const when = eventWhen(values.date, values.status, today);
  return [
    ...(closed === null ? [] : [{ field: "status", message: closed }]),
    ...("problem" in when ? [{ field: "date", message: when.problem }] : []),
    ...problemsOfSource(values.source, today),
    ...problemsOfKnownOn(values.knownOn, today),
  ];
}

/** The sentence of the history where no note is written: `Held 17 Jan 2025, says the Kremlin.` */
export function usualEventNote(
  values: EventValues,
  { status }: Pick<Happening, "status">,
  today: Day,
): string {
  const when = eventWhen(values.date, values.status, today);
  if (values.status === null || "problem" in when || values.source.of === "none") return "";
  const date = when.edtf === null ? "" : ` ${edtfWords(when.edtf, "short")}`;
  const voice = voiceOf(values);
  return `${reportWord(values.status, status)}${date}${voice && `, says ${voice}`}.`;
}

/** The mutation of fields in order. */
export function eventInput(values: EventValues, event: Happening, today: Day) {
  const when = eventWhen(values.date, values.status, today);
  const { status } = values;
  return {
    action: "reportEventStatus",
    input: {
      eventId: event.id,
      status,
      ...("edtf" in when && when.edtf !== null && { when: when.edtf }),
      ...inputOfSaid(values, today, usualEventNote(values, event, today)),
    },
  };
}

/** What a dry run would do to an event, in words. */
export function eventPreview(
  before: Happening,
  { entity, report }: Payload & { entity: Entity },
  following: number | null,
) {
  const stands = (status: string, when: { text: string }) =>
    `${MAKES[status as EventStatus]}, ${when.text}`;
  const now = stands(before.status, before.when);
  const then = stands(entity.status, entity.when);
  return [
    now === then
      ? `It stays ${then}. This adds a report.`
      : `This makes it ${then}. Now it is ${now}.`,
    disagreement(before.rivalClaims.length, entity, (status) => MAKES[status as EventStatus]),
    report ? knownWords(report) : "",
    `${seenBy(before)} ${followers(following)}`,
  ].filter((sentence) => sentence !== "");
}

/** From when it counts as known, and why. */
export function knownWords({ knownOn, knownOnBasis }: NonNullable<Payload["report"]>): string {
  const why = knownOnBasis === "SOURCE" ? ", the day its source came out" : "";
  return `Known from ${shortDay(knownOn)}${why}.`;
}

function seenBy({ participants, agreements }: Happening): string {
  const pages = new Set([
    ...participants.flatMap(({ leader, country, forum }) => [
      leader?.slug,
      country?.code,
      forum?.slug,
    ]),
    ...agreements.map(({ agreement }) => agreement.slug),
  ]);
  pages.delete(undefined);
  return `Readers of ${plural(1 + pages.size, "page")} see it at once.`;
}
