// The marks and bars of a window, from what the slice reads.
import { type EventFilter, formerWhenOf, isAwaited } from "../event/event.ts";
import type { Reading } from "../graphql/context.ts";
import { OPEN } from "../ledger/ledger.ts";
import { grouped } from "../storage/align.ts";
import { holdsIn } from "../storage/logic.ts";
import { whenOf } from "../storage/when.ts";
import { hasWords } from "../storage/words.ts";
import type { When } from "../when/when.ts";
import { type BarStage, barOf } from "./bars.ts";
import { asKnown } from "./knowledge.ts";
import { type LaneIndex, standingOf } from "./lanes.ts";
import { columnsOf, type MarkState, type Standing, statesOf } from "./marks.ts";
import { membersAt, statesOfSession } from "./session.ts";
import {
  agreementStatesIn,
  type EventStateRead,
  eventStatesIn,
  partsOf,
  reportsBehind,
  type Slice,
  sessionsIn,
} from "./slice.ts";

/** Marks in columns, and the events and sessions that have one. */
export interface Marks {
  columns: ReturnType<typeof columnsOf>;
  events: string[];
  sessions: string[];
}

/** Reads the marks of a slice. */
export async function marksOf(reading: Reading, slice: Slice, index: LaneIndex): Promise<Marks> {
  const { tx } = reading;
  const { asOf, history } = slice;
  const rows = await eventStatesIn(reading, slice);
  const events = [...new Set(rows.map((row) => row.event.id))];
  const sessions =
    slice.forumIds.length > 0 ? await sessionsIn(tx, slice.forumIds, slice.countryIds) : [];
  const forumOf = new Map(sessions.map((session) => [session.id, session.forumId]));
  const standings = new Map<string, Standing>();
  const sessionById = new Map(sessions.map((session) => [session.id, session]));

  const sessionOf = new Map(rows.map(({ event }) => [event.id, event.sessionId]));
  const parts = events.length > 0 ? await partsOf(tx, events) : [];
  grouped(events, parts, (part) => part.eventId).forEach((own, place) => {
    const id = events[place] ?? "";
    const forum = forumOf.get(sessionOf.get(id) ?? "") ?? null;
    const topics = own.flatMap(({ topicId }) => topicId ?? []);
    standings.set(id, { ...standingOf(own, forum, index), topics });
  });
  const standing = ({ of, slug, knownFrom }: MarkState) => {
    const session = of === "SESSION" ? sessionById.get(slug) : undefined;
    if (!session) return standings.get(slug);
    const take = { role: "PARTICIPANT", countryId: null, forumId: null };
    const members = membersAt(session, knownFrom).map((countryId) => ({ ...take, countryId }));
    const parts = [{ ...take, forumId: session.forumId }, ...members];
    return { ...standingOf(parts, null, index), topics: [] };
  };

  const states = asKnown(rows.flatMap(eventMarks), asOf, history);
  const sessionStates = asKnown(sessions.flatMap(statesOfSession), asOf, history).filter((state) =>
    isAsked(state, slice, forumOf.get(state.slug) ?? ""),
  );
  return {
    columns: columnsOf([...states, ...sessionStates], standing),
    events,
    sessions: [...new Set(sessionStates.map((state) => state.slug))],
  };
}

function eventMarks({
  event,
  state,
  place,
  successorKnown,
  wholeKnown,
}: EventStateRead): MarkState[] {
  const mark: MarkState = {
    slug: event.id,
    of: "EVENT",
    title: event.title,
    kind: event.kind,
    status: state.status,
    level: event.level,
    when: whenOf(state),
    formerWhen: formerWhenOf(state),
    rescheduledTo: event.rescheduledToId,
    partOf: event.partOfId,
    disputed: state.disputed,
    knownFrom: state.knownFrom,
    knownTo: state.knownTo === OPEN ? null : state.knownTo,
    firstKnown: event.firstKnown,
    place,
    summary: event.summary,
    sourceCount: state.sourceCount,
  };
  return statesOf(mark, {
    summaryKnownOn: event.summaryKnownOn,
    successorKnownOn: successorKnown,
    wholeKnownOn: wholeKnown,
  });
}

/** Whether a session belongs to what is asked for. */
function isAsked(state: MarkState, slice: Slice, forumId: string): boolean {
  const { from, to, dateless } = slice;
  return (
    touchesWindow(state.when, { from, to }, dateless) &&
    holdsIn(slice.filter, (filter) => isIn(filter, state, forumId))
  );
}

/** What nobody told of a session: who came to it, and when it was last heard of; and it has no agreements or topics to ask about. */
const UNTOLD = ["countries", "leaders", "agreements", "topics", "lastReportBefore"] as const;

/** Whether a session is what one filter says. Nobody reports on it: it is neither overdue nor undecided, and rests on no claim. */
function isIn(filter: EventFilter, state: MarkState, forumId: string): boolean {
  const among = (list: readonly string[] | null | undefined, value: string) =>
    list == null || list.includes(value);
  const as = (asked: boolean | null | undefined, is: boolean) => asked == null || asked === is;
  const { between } = filter;
  const isOpen = between?.from == null && between?.to == null;
  return (
    UNTOLD.every((key) => filter[key] == null) &&
    among(filter.kinds, state.kind) &&
    among(filter.statuses, state.status) &&
    among(filter.levels, state.level) &&
    among(filter.forums, forumId) &&
    as(filter.fixed, state.when.fixed) &&
    as(filter.planned, isAwaited(state.status)) &&
    as(filter.disputed, false) &&
    as(filter.undecided, false) &&
    as(filter.overdue, false) &&
    as(filter.generalKnowledge, false) &&
    hasWords(`${state.title} ${state.summary ?? ""}`, filter.text) &&
    touchesWindow(state.when, between ?? {}, isOpen)
  );
}

function touchesWindow(
  when: When,
  window: NonNullable<EventFilter["between"]>,
  dateless: boolean,
): boolean {
  if (when.earliest === null && when.latest === null) return dateless;
  const { from, to } = window;
  return (when.latest ?? OPEN) >= (from ?? -OPEN) && (when.earliest ?? -OPEN) <= (to ?? OPEN);
}

/** Reads the bars of the agreements that have a lane and touch the window. */
export async function barsOf(
  { tx }: Reading,
  slice: Slice,
  index: LaneIndex,
  agreementIds: string[],
) {
  if (agreementIds.length === 0) return [];
  const rows = await agreementStatesIn(tx, slice, agreementIds);
  const stages = rows.flatMap(({ state }) => state.stages as BarStage[]);
  const reports = await reportsBehind(
    tx,
    stages.map((stage) => stage.reportId),
  );
  const behind = new Map(reports.map((report) => [report.id, report]));
  const states = rows.map(({ slug, title, state, topics }) => ({
    slug,
    title,
    status: state.status,
    disputed: state.disputed,
    knownFrom: state.knownFrom,
    knownTo: state.knownTo === OPEN ? null : state.knownTo,
    topics: topics === null ? [] : topics.split(","),
    stages: state.stages as BarStage[],
  }));
  const bars = asKnown(states, slice.asOf, slice.history).flatMap(
    (state) => barOf(state, index.agreements.get(state.slug) ?? 0, slice, behind) ?? [],
  );
  return bars.sort((a, b) => a.lane - b.lane || a.knownFrom - b.knownFrom);
}
