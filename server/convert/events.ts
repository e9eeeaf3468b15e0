import { claimOfEvent } from "./claimant.ts";
import { REPORTS, SUMMARIES, TITLES } from "./hindsight.ts";
import { type Known, knownOf, knownOfHistory } from "./known.ts";
import { levelOf } from "./level.ts";
import type { ReportRecord } from "./record.ts";
import { relationOf } from "./relation.ts";
import type { Sheet, SheetEvent, SheetKnowledge } from "./sheet.ts";
import { TOPICS_OF_EVENTS } from "./topics.ts";
import { confidenceOf, eventKindOf, screaming } from "./words.ts";

/**
 * The sheet files this notification as part of the conclusion ten years earlier. It bears on the
 * agreement concluded there and was no part of that meeting.
 */
const MISFILED: Record<string, string> = { "snapback-notification-2025": "jcpoa-2015" };

/** The events with participants, agreements and topics, one record each. */
export function eventRecords(sheet: Sheet) {
  return sheet.events.map((event) => {
    const misfiled = MISFILED[event.id];
    const agreementIds = [...event.agreement_ids, ...(misfiled ? [misfiled] : [])];
    return {
      id: event.id,
      kind: eventKindOf(event.kind),
      title: TITLES[event.id] ?? event.title,
      summary: event.summary,
      summaryKnownOn: summaryKnownOn(sheet, event),
      level: levelOf(sheet, event),
      sessionId: event.forum_session_id,
      partOfId: misfiled ? null : event.part_of_id,
      rescheduledToId: event.rescheduled_to_id,
      confidence: confidenceOf(event.confidence),
      dateConfidence: confidenceOf(event.date_confidence),
      uncertainty: event.uncertainty,
      topics: TOPICS_OF_EVENTS[event.id] ?? [],
      participants: participantsOf(sheet, event),
      agreements: agreementIds.map((agreementId) => ({
        agreementId,
        relation: relationOf(sheet, event, agreementId),
      })),
    };
  });
}

function participantsOf(sheet: Sheet, event: SheetEvent) {
  const isForum = (id: string | null) => sheet.forums.some((forum) => forum.id === id);
  return sheet.participants
    .filter((one) => one.event_id === event.id)
    .map((one) => {
      const stands = one.type === "leader" ? one.represents_id : one.participant_id;
      return {
        role: screaming(one.role),
        leaderId: one.type === "leader" ? one.participant_id : null,
        countryId: isForum(stands) ? null : stands,
        forumId: isForum(stands) ? stands : null,
        officeId: one.capacity_office_id,
      };
    });
}

/** A summary is written with hindsight: it can be known once its event is, or its article is out. */
function summaryKnownOn(sheet: Sheet, event: SheetEvent): string | null {
  if (event.summary === null) return null;
  const reports = reportsOf(sheet, event);
  const told = reports.find((report) => report.status === "HELD") ?? reports.at(-1);
  const held = told?.knownOn ?? sheet.meta.horizon;
  const given = [SUMMARIES[event.id] ?? held, held].sort()[1] ?? held;
  const quotesTheArticle = /\barticle\b/.test(event.summary);
  return quotesTheArticle && given < sheet.meta.article_date ? sheet.meta.article_date : given;
}

/** One report for every entry of a history; a held event without one has a single report. */
export function eventReports(sheet: Sheet): ReportRecord[] {
  return sheet.events.flatMap((event) => reportsOf(sheet, event));
}

function reportsOf(sheet: Sheet, event: SheetEvent): ReportRecord[] {
  if (event.status_history.length === 0) return [heldReport(sheet, event)];
  const days = knownOfHistory(event.status_history.map((entry) => entry.as_of));
  return event.status_history.map((entry, index) => {
    const last = index === event.status_history.length - 1;
    const sourceIds = last ? unique([entry.source_id, ...event.source_ids]) : [entry.source_id];
    const known: Known = { knownOn: days[index] ?? entry.as_of, knownOnBasis: "SOURCE" };
    return report(sheet, event, index, known, sourceIds, {
      ...dateOf(event, entry),
      placeId: entry.place_id,
      uncertainty: last ? event.uncertainty : null,
      note: entry.note,
    });
  });
}

function heldReport(sheet: Sheet, event: SheetEvent): ReportRecord {
  const sourceIds = unique([...event.source_ids, ...articleSources(sheet, event.id)]);
  const known = knownOf(sheet, event, sourceIds, event.date_confidence !== "uncertain");
  return report(sheet, event, 0, known, sourceIds, {
    status: "HELD",
    edtf: event.date,
    fixed: true,
    placeId: event.place_id,
    uncertainty: event.uncertainty,
    note: null,
  });
}

/** What the founding article and the report it quotes say about an event is a source for it. */
function articleSources(sheet: Sheet, eventId: string): string[] {
  return sheet.facts
    .filter((fact) => fact.type === "event")
    .filter((fact) => {
      const events = fact.refs.filter((ref) => ref.type === "event");
      return events.length === 1 && events[0]?.id === eventId;
    })
    .flatMap((fact) => fact.source_ids);
}

/** Status and date of a history's entry: a day is set, a window or a month is only hoped for. */
function dateOf(event: SheetEvent, entry: SheetKnowledge) {
  const date = entry.expected_date;
  if (entry.status === "held") return { status: "HELD", edtf: event.date, fixed: true };
  const isDay = date !== null && /^\d{4}-\d\d-\d\d$/.test(date);
  if (entry.status !== "planned") {
    return { status: screaming(entry.status), edtf: date, fixed: isDay };
  }
  if (isDay) return { status: "SCHEDULED", edtf: date, fixed: true };
  // Where no day was ever named, the open window of the event is what was known: some time from then.
  const edtf = date ?? (event.status === "planned" ? event.date : null);
  return { status: "EXPECTED", edtf, fixed: false };
}

type Claimed = Pick<ReportRecord, "status" | "edtf" | "fixed" | "placeId" | "uncertainty" | "note">;

function report(
  sheet: Sheet,
  event: SheetEvent,
  index: number,
  known: Known,
  sourceIds: string[],
  claimed: Claimed,
): ReportRecord {
  const id = `${event.id}--${String(index + 1).padStart(2, "0")}`;
  const sides = sheet.participants
    .filter((one) => one.event_id === event.id)
    .map((one) => one.represents_id ?? one.participant_id);
  const { undated, ...words } = REPORTS[id] ?? {};
  return {
    id,
    subject: "EVENT",
    subjectId: event.id,
    act: "CLAIM",
    ...known,
    status: claimed.status,
    step: null,
    moves: true,
    edtf: undated ? null : claimed.edtf,
    fixed: undated ? false : claimed.fixed,
    placeId: undated ? null : claimed.placeId,
    ...claimOfEvent(sheet, id, sourceIds, sides),
    assertedBy: null,
    body: null,
    confidence: confidenceOf(event.confidence),
    dateConfidence: confidenceOf(event.date_confidence),
    uncertainty: claimed.uncertainty,
    note: claimed.note,
    parties: [],
    sourceIds,
    ...words,
  };
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
