import { asc, type SQL, sql } from "drizzle-orm";
import { distinct, grouped } from "../storage/align.ts";
import { insertAll } from "../storage/batch.ts";
import { inList, next } from "../storage/match.ts";
import { leadsTo, ledTo } from "../storage/merged.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { whenOf } from "../storage/when.ts";
import type { PartyRef, Report } from "./report.ts";

/** A report about to be recorded: the ledger gives it its number. */
export type NewReport = Omit<Report, "seq">;

/**
 * Appends reports in the order given and answers them with their numbers. What a retraction or preference is about must
 * stand in the ledger already or come before it here.
 */
export async function appendReports(tx: Tx, reports: readonly NewReport[]): Promise<Report[]> {
  if (reports.length === 0) return [];
  const { report, reportSource, reportParty } = tx.tables;
  // `next` answers a row whether or not the ledger has any.
  const [first] = await tx.db.select({ seq: next(report.seq) }).from(sql`(select 1) as one`);
  const start = first?.seq ?? 1;
  const numbered = reports.map((each, index): Report => ({ seq: start + index, ...each }));
  await insertAll(tx, report, numbered.map(rowOf));
  await insertAll(
    tx,
    reportSource,
    numbered.flatMap(({ id, sourceIds }) =>
      sourceIds.map((sourceId, position) => ({ reportId: id, position, sourceId })),
    ),
  );
  await insertAll(
    tx,
    reportParty,
    numbered.flatMap(({ id, parties }) =>
      parties.map((party, position) => ({ reportId: id, position, ...partyColumns(party) })),
    ),
  );
  return numbered;
}

function rowOf({ subjectId, when, sourceIds, parties, ...rest }: Report) {
  return {
    ...rest,
    ...when,
    eventId: rest.subject === "EVENT" ? subjectId : null,
    agreementId: rest.subject === "AGREEMENT" ? subjectId : null,
  };
}

function partyColumns({ type, id }: PartyRef) {
  return type === "country" ? { countryId: id, forumId: null } : { countryId: null, forumId: id };
}

/** Every report on each subject, as the fold takes them: entry i holds those on subject i. Three statements. */
export async function reportsOfSubjects(
  tx: Tx,
  subject: Report["subject"],
  ids: readonly string[],
): Promise<Report[][]> {
  if (ids.length === 0) return [];
  const rows = await prepared(tx, `report.fold.${subject}`, (db, tables) => {
    const { report, event, agreement } = tables;
    const asked = sql.placeholder("ids");
    return db
      .select({ report, subjectId: subjectOf(tables).as("subject_id") })
      .from(report)
      .where(
        subject === "EVENT"
          ? leadsTo(tx, report.eventId, event, asked)
          : leadsTo(tx, report.agreementId, agreement, asked),
      )
      .orderBy(asc(report.seq));
  })({ ids: [...ids] });
  const reports = await withLists(tx, rows);
  return grouped(ids, reports, (report) => report.subjectId);
}

/** One report by its id; null when there is none. */
export async function reportById(tx: Tx, id: string): Promise<Report | null> {
  const rows = await prepared(tx, "report.one", (db, tables) =>
    db
      .select({ report: tables.report, subjectId: subjectOf(tables).as("subject_id") })
      .from(tables.report)
      .where(inList(tx, tables.report.id, sql.placeholder("ids"))),
  )({ ids: [id] });
  return (await withLists(tx, rows))[0] ?? null;
}

/** What a report speaks of, or what that became part of. */
function subjectOf({ report, event, agreement }: Tables): SQL<string> {
  return sql<string>`case when ${report.eventId} is null then ${ledTo(report.agreementId, agreement)} else ${ledTo(report.eventId, event)} end`;
}

async function withLists(
  tx: Tx,
  found: readonly { report: Stored<"report">; subjectId: string }[],
): Promise<Report[]> {
  const ids = found.map(({ report }) => report.id);
  const sources = await prepared(tx, "report.sources", (db, { reportSource, source }) =>
    db
      .select({
        reportId: reportSource.reportId,
        sourceId: ledTo(reportSource.sourceId, source).as("source_id"),
      })
      .from(reportSource)
      .where(inList(tx, reportSource.reportId, sql.placeholder("ids")))
      .orderBy(asc(reportSource.reportId), asc(reportSource.position)),
  )({ ids });
  const parties = await partiesOfReports(tx, ids);
  const sourcesOf = grouped(ids, sources, (row) => row.reportId);
  return found.map(({ report, subjectId }, index) => ({
    ...report,
    subjectId,
    when: whenOf(report),
    sourceIds: distinct((sourcesOf[index] ?? []).map((each) => each.sourceId)),
    parties: parties[index] ?? [],
  }));
}

/** Whose act each report tells of, in the order given. */
export async function partiesOfReports(tx: Tx, ids: readonly string[]): Promise<PartyRef[][]> {
  if (ids.length === 0) return [];
  const rows = await prepared(tx, "report.parties", (db, { reportParty, forum }) =>
    db
      .select({
        reportId: reportParty.reportId,
        countryId: reportParty.countryId,
        forumId: ledTo(reportParty.forumId, forum).as("forum_id"),
      })
      .from(reportParty)
      .where(inList(tx, reportParty.reportId, sql.placeholder("ids")))
      .orderBy(asc(reportParty.reportId), asc(reportParty.position)),
  )({ ids: [...ids] });
  return grouped(ids, rows, (row) => row.reportId).map((group) =>
    group.map(
      ({ countryId, forumId }): PartyRef =>
        countryId === null
          ? { type: "forum", id: forumId ?? "" }
          : { type: "country", id: countryId },
    ),
  );
}
