// Reports as readers see them on a day of knowledge: with their main source, and whether they were taken back or preferred.
import { aliasedTable, and, asc, eq, lte, type SQL, sql } from "drizzle-orm";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { leadsTo, ledTo, type Merging } from "../storage/merged.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { whenOf } from "../storage/when.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import { isLive } from "./live.ts";
import { OPEN } from "./values.ts";

/** A report as known on a day, of what it speaks of or what that became part of. */
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
  event: string | null;
  agreement: string | null;
  retracted: unknown;
  preferred: unknown;
}

const asOf = sql`${sql.placeholder("asOf")}`;

/** What reports can be on. */
type Subject = "EVENT" | "AGREEMENT";

/** What a report statement selects. All of them take the parameter `asOf`, a day or `OPEN`. Shorter for reports on one sort of `subject`. */
export function reportColumns(tables: Tables, subject: Subject | null = null) {
  const { report, source, event, agreement } = tables;
  return {
    report,
    source,
    event: ledTo(report.eventId, event).as("of_event"),
    agreement: ledTo(report.agreementId, agreement).as("of_agreement"),
    retracted: retractionOf(report).as("retracted"),
    preferred: preferenceOf(tables, subject).as("preferred"),
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
function preferenceOf({ report, event, agreement }: Tables, subject: Subject | null): SQL {
  const by = aliasedTable(report, "preference");
  const later = aliasedTable(report, "later");
  const rival = aliasedTable(report, "rival");
  const order = (table: typeof by) => sql`(${table.knownOn}, ${table.recordedAt}, ${table.id})`;
  // Rivals are all that was reported of the same thing, and of what became part of it.
  const outdone = (pointer: "eventId" | "agreementId", table: Merging) => {
    const whole = ledTo(report[pointer], table);
    return sql`exists (select 1 from ${table} "kin" join ${report} "later" on ${later[pointer]} = "kin"."id"
      join ${report} "rival" on ${rival.id} = ${later.targetId} and ${rival.status} = ${report.status}
      where ("kin"."id" = ${whole} or "kin"."merged_into" = ${whole})
      and ${later.act} = 'PREFERENCE' and ${later.knownOn} <= ${asOf} and ${isLive(sql`"later"`, asOf)}
      and ${order(later)} > ${order(by)})`;
  };
  return sql`exists (select 1 from ${report} "preference"
    where ${by.targetId} = ${report.id} and ${by.act} = 'PREFERENCE' and ${by.knownOn} <= ${asOf}
    and ${isLive(sql`"preference"`, asOf)}
    ${subject === "AGREEMENT" ? sql`` : sql`and not ${outdone("eventId", event)}`}
    ${subject === "EVENT" ? sql`` : sql`and not ${outdone("agreementId", agreement)}`})`;
}

/** The id of the source to show first: the first that was out by then, else the first. */
export function mainSource({ report, reportSource, source }: Tables): SQL {
  const candidate = aliasedTable(source, "candidate");
  return sql`(select ${candidate.id} from ${reportSource}
    join ${source} "candidate" on ${candidate.id} = ${ledTo(reportSource.sourceId, source)}
    where ${reportSource.reportId} = ${report.id}
    order by case when ${candidate.publishedDay} > ${asOf} then 1 else 0 end, ${reportSource.position}
    limit 1)`;
}

/** The row of what `reportColumns` selected. */
export function reportRow({ report, source, retracted, preferred, ...of }: Read): ReportRow {
  return {
    __typename: "Report",
    ...report,
    eventId: of.event,
    agreementId: of.agreement,
    when: whenOf(report),
    source: source && { __typename: "Source", ...source },
    retracted: Boolean(retracted),
    preferred: Boolean(preferred),
  };
}

/** The reports on each event or agreement known by the day, oldest knowledge first. One statement. */
export async function reportsKnownOf(
  tx: Tx,
  subject: Subject,
  ids: readonly string[],
  day: Day | null,
): Promise<ReportRow[][]> {
  if (ids.length === 0) return [];
  const run = prepared(tx, `report.known.${subject}`, (db, tables) => {
    const { report, source, event, agreement } = tables;
    const asked = sql.placeholder("ids");
    const ofThese =
      subject === "EVENT"
        ? leadsTo(tx, report.eventId, event, asked)
        : leadsTo(tx, report.agreementId, agreement, asked);
    return db
      .select(reportColumns(tables, subject))
      .from(report)
      .leftJoin(source, eq(source.id, mainSource(tables)))
      .where(and(ofThese, lte(report.knownOn, asOf)))
      .orderBy(asc(report.knownOn), asc(report.seq));
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

/** Words that stand about reports on something else than they themselves are on, by their ids: of what was reported while two were one. */
export async function wordsAcross(
  tx: Tx,
  subject: Subject,
  ids: readonly string[],
): Promise<string[]> {
  const { report, event, agreement } = tx.tables;
  const target = aliasedTable(report, "target");
  const [pointer, table] =
    subject === "EVENT" ? (["eventId", event] as const) : (["agreementId", agreement] as const);
  const rows = await tx.db
    .select({ id: report.id })
    .from(report)
    .innerJoin(target, eq(target.id, report.targetId))
    .where(
      and(
        leadsTo(tx, report[pointer], table, ids),
        sql`${ledTo(report[pointer], table)} <> ${ledTo(target[pointer], table)}`,
        isLive(sql`${report}`, null),
      ),
    )
    .orderBy(asc(report.seq));
  return rows.map(({ id }) => id);
}
