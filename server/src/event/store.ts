// What was known of events when: written whenever a report is added, one interval a row.
import { eq, min, sql } from "drizzle-orm";
import { type Interval, OPEN, reportsOfSubjects } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { insertAll } from "../storage/batch.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";
import { sortDay, type When } from "../when/when.ts";
import { type EventState, foldEvent } from "./fold.ts";
import { SPAN_DAYS, type SPANS } from "./state.ts";

/** Folds the reports on an event anew and replaces its states. Answers the states. */
export async function refoldEvent(tx: Tx, id: string): Promise<Interval<EventState>[]> {
  return (await refoldEvents(tx, [id]))[0] ?? [];
}

/** The first day on which anything was known of an event; null when nothing is. */
export async function eventKnownSince(tx: Tx, id: string): Promise<Day | null> {
  const { eventState: state } = tx.tables;
  const [row] = await tx.db
    .select({ day: min(state.knownFrom) })
    .from(state)
    .where(eq(state.eventId, id));
  return row?.day ?? null;
}

/** `refoldEvent` for many at once: entry i for id i. */
export async function refoldEvents(
  tx: Tx,
  ids: readonly string[],
): Promise<Interval<EventState>[][]> {
  const states = (await reportsOfSubjects(tx, "EVENT", ids)).map(foldEvent);
  await saveStatesOfEvents(
    tx,
    ids.map((eventId, index) => ({ eventId, states: states[index] ?? [] })),
  );
  return states;
}

/** Replaces the states of one event, and with them the day it was first known. */
export function saveEventStates(
  tx: Tx,
  eventId: string,
  states: readonly Interval<EventState>[],
): Promise<void> {
  return saveStatesOfEvents(tx, [{ eventId, states }]);
}

/** `saveEventStates` for many events. */
export async function saveStatesOfEvents(
  tx: Tx,
  folded: readonly { eventId: string; states: readonly Interval<EventState>[] }[],
): Promise<void> {
  const { event, eventState } = tx.tables;
  await prepared(tx, "event.dropStates", (db) =>
    db.delete(eventState).where(inList(tx, eventState.eventId, sql.placeholder("ids"))),
  )({ ids: folded.map(({ eventId }) => eventId) });
  await insertAll(
    tx,
    eventState,
    folded.flatMap(({ eventId, states }) => states.map((interval) => rowOf(eventId, interval))),
  );
  for (const { eventId, states } of folded) {
    const [first] = states;
    if (!first) continue; // every report retracted: unknown on every day, and the day it was first known stays
    await prepared(tx, "event.firstKnown", (db) =>
      db
        .update(event)
        .set({ firstKnown: sql`${sql.placeholder("day")}` })
        .where(eq(event.id, sql.placeholder("id"))),
    )({ day: first.knownFrom, id: eventId });
  }
}

/**
 * Makes the next version of an event and answers it.
 * @throws Refusal NOT_FOUND when there is no such event.
 */
export async function bumpEventVersion(tx: Tx, id: string): Promise<number> {
  const { event } = tx.tables;
  const [row] = await tx.db
    .update(event)
    .set({ version: sql`${event.version} + 1` })
    .where(eq(event.id, id))
    .returning({ version: event.version });
  if (!row) throw new Refusal("NOT_FOUND", `There is no event “${id}”.`, { facts: { id } });
  return row.version;
}

function rowOf(eventId: string, { knownFrom, knownTo, state }: Interval<EventState>) {
  const { when, formerWhen, ...rest } = state;
  return {
    eventId,
    knownFrom,
    knownTo: knownTo ?? OPEN,
    ...rest,
    ...when,
    sortDay: sortDay(when),
    span: spanOf(when),
    formerEdtf: formerWhen?.edtf ?? null,
    formerFixed: formerWhen?.fixed ?? null,
    formerEarliest: formerWhen?.earliest ?? null,
    formerLatest: formerWhen?.latest ?? null,
    formerPrecision: formerWhen?.precision ?? null,
    formerQualifier: formerWhen?.qualifier ?? null,
  };
}

/** The class of duration that a date falls into; `LONG` for one that is open on a side. */
export function spanOf(when: When): (typeof SPANS)[number] {
  if (when.earliest === null && when.latest === null) return "NONE";
  if (when.earliest === null || when.latest === null) return "LONG";
  const days = when.latest - when.earliest;
  if (days <= SPAN_DAYS.SHORT) return "SHORT";
  return days <= SPAN_DAYS.MIDDLE ? "MIDDLE" : "LONG";
}
