// Reports as readers see them on a day of knowledge: with their main source, and whether they were taken back or preferred.
import { aliasedTable, and, asc, eq, lte, type SQL, sql } from "drizzle-orm";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { whenOf } from "../storage/when.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import { isLive } from "./live.ts";
import { OPEN } from "./values.ts";

/** A report as known on a day. */
export type ReportRow = Stored<"report"> & {
  __typename: "Report";
  when: When;
  /** The main source that was out by then; the main one of all when none was. */
  source: (Stored<"source"> & { __typename: "Source" }) | null;
  retracted: boolean;
  preferred: boolean;
};

interface Read {
  report: Stored<"report">;
  source: Stored<"source"> | null;
  retracted: unknown;
  preferred: unknown;
}

const asOf = sql`${sql.placeholder("asOf")}`;

/** What a report statement selects. All of them take the parameter `asOf`, a day or `OPEN`. */
export function reportColumns({ report, source }: Tables) {
  return {
    report,
    source,
    retracted: retractionOf(report).as("retracted"),
    preferred: preferenceOf(report).as("preferred"),
  };
}

/** Whether a retraction that counts was known by then; a retraction that was itself retracted does not. */
function retractionOf(report: Tables["report"]): SQL {
  const by = aliasedTable(report, "retraction");
  return sql`exists (select 1 from ${report} "retraction"
    where ${by.targetId} = ${report.id} and ${by.act} = 'RETRACTION' and ${by.knownOn} <= ${asOf}
    and ${isLive(sql`"retraction"`, asOf)})`;
}

/** Whether the last word on which of its rivals to show was for this report. */
function preferenceOf(report: Tables["report"]): SQL {
  const by = aliasedTable(report, "preference");
  const later = aliasedTable(report, "later");
  const rival = aliasedTable(report, "rival");
  const order = (table: typeof by) => sql`(${table.knownOn}, ${table.recordedAt}, ${table.id})`;
  return sql`exists (select 1 from ${report} "preference"
    where ${by.targetId} = ${report.id} and ${by.act} = 'PREFERENCE' and ${by.knownOn} <= ${asOf}
    and ${isLive(sql`"preference"`, asOf)} and not exists (select 1 from ${report} "later"
      join ${report} "rival" on ${rival.id} = ${later.targetId} and ${rival.status} = ${report.status}
      where (${later.eventId} = ${report.eventId} or ${later.agreementId} = ${report.agreementId})
      and ${later.act} = 'PREFERENCE' and ${later.knownOn} <= ${asOf} and ${isLive(sql`"later"`, asOf)}
      and ${order(later)} > ${order(by)}))`;
}

/** The id of the source to show first: the first that was out by then, else the first. */
export function mainSource({ report, reportSource, source }: Tables): SQL {
  const candidate = aliasedTable(source, "candidate");
  return sql`(select ${reportSource.sourceId} from ${reportSource}
    join ${source} "candidate" on ${candidate.id} = ${reportSource.sourceId}
    where ${reportSource.reportId} = ${report.id}
    order by case when ${candidate.publishedDay} > ${asOf} then 1 else 0 end, ${reportSource.position}
    limit 1)`;
}

/** The row of what `reportColumns` selected. */
export function reportRow({ report, source, retracted, preferred }: Read): ReportRow {
  return {
    __typename: "Report",
    ...report,
    when: whenOf(report),
    source: source && { __typename: "Source", ...source },
    retracted: Boolean(retracted),
    preferred: Boolean(preferred),
  };
}

/** The reports on each event or agreement known by the day, oldest knowledge first. One statement. */
export async function reportsKnownOf(
  tx: Tx,
  subject: "EVENT" | "AGREEMENT",
  ids: readonly string[],
  day: Day | null,
): Promise<ReportRow[][]> {
  if (ids.length === 0) return [];
  const run = prepared(tx, `report.known.${subject}`, (db, tables) => {
    const { report, source } = tables;
    const owner = subject === "EVENT" ? report.eventId : report.agreementId;
    return db
      .select(reportColumns(tables))
      .from(report)
      .leftJoin(source, eq(source.id, mainSource(tables)))
      .where(and(inList(tx, owner, sql.placeholder("ids")), lte(report.knownOn, asOf)))
      .orderBy(asc(owner), asc(report.knownOn), asc(report.seq));
  });
  const rows = (await run({ ids: distinct(ids), asOf: day ?? OPEN })).map(reportRow);
  return grouped(ids, rows, (row) => row.eventId ?? row.agreementId ?? "");
}

/** Reports by id: entry i for id i, null where none was known by the day. */
export async function reportsById(
  tx: Tx,
  ids: readonly (string | null)[],
  day: Day | null,
): Promise<(ReportRow | null)[]> {
  const asked = distinct(ids);
  if (asked.length === 0) return ids.map(() => null);
  const run = prepared(tx, "report.byId", (db, tables) => {
    const { report, source } = tables;
    return db
      .select(reportColumns(tables))
      .from(report)
      .leftJoin(source, eq(source.id, mainSource(tables)))
      .where(and(inList(tx, report.id, sql.placeholder("ids")), lte(report.knownOn, asOf)));
  });
  const rows = (await run({ ids: asked, asOf: day ?? OPEN })).map(reportRow);
  return aligned(ids, rows, (row) => row.id);
}
