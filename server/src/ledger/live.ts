// Which reports count on a day of knowledge, asked in SQL of rows that nobody reads: what `fold.ts` says of reports that were read.
import { type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";

/** The longest trail of undoing that is followed: what took a report back, what took that back, and so on. No longer one may be written. */
export const LONGEST_TRAIL = 8;

/** The day up to which reports are known; null for every one. */
type Upto = SQL | null;

/** Whether a report stands: `report` names its row. A retraction that was itself taken back counts no more. */
export function isLive(report: SQL, asOf: Upto, depth = LONGEST_TRAIL): SQL {
  if (depth === 0) return sql`1 = 1`;
  const against = sql.identifier(`against${depth}`);
  return sql`not exists (select 1 from "report" ${against} where ${against}."target_id" = ${report}."id"
    and ${against}."act" = 'RETRACTION' and ${known(sql`${against}`, asOf)} and ${isLive(sql`${against}`, asOf, depth - 1)})`;
}

/** Whether an editor's word stands that the report with this id is the one to show. */
export function isChosen(id: SQL | AnySQLiteColumn, asOf: Upto): SQL {
  const choice = sql`"choice"`;
  return sql`exists (select 1 from "report" ${choice} where ${choice}."target_id" = ${id}
    and ${choice}."act" = 'PREFERENCE' and ${known(choice, asOf)} and ${isLive(choice, asOf)})`;
}

/** What reports speak of: the column that holds its id, and the id. */
interface Subject {
  column: "event_id" | "agreement_id";
  id: AnySQLiteColumn;
}

/** Whether every claim about something that stands rests on general knowledge, and none on a publication. */
export function isGeneralKnowledge(subject: Subject, asOf: Upto): SQL {
  const published = claimed(subject, asOf, {
    joined: sql`join "report_source" "basis" on "basis"."report_id" = "claim"."id"
      join "source" "publication" on "publication"."id" = ${wholeOf("basis")}`,
    where: sql`"publication"."kind" <> 'GENERAL_KNOWLEDGE' and ${isOut(asOf)}`,
  });
  // Which may be at all is asked of the few sources of that kind first.
  return sql`(${subject.id} in (select coalesce("spoken"."merged_into", "spoken"."id") from (
      select "id" from "source" where "kind" = 'GENERAL_KNOWLEDGE' and "merged_into" is null
      union all select "part"."id" from "source" "part" join "source" "whole" on "whole"."id" = "part"."merged_into"
      where "whole"."kind" = 'GENERAL_KNOWLEDGE') "common"
    join "report_source" "on_common" on "on_common"."source_id" = "common"."id"
    join "report" "general" on "general"."id" = "on_common"."report_id"
    join ${tableOf(subject.column)} "spoken" on "spoken"."id" = "general".${sql.identifier(subject.column)}
    where "general".${sql.identifier(subject.column)} is not null)
    and not ${published})`;
}

/** The source that a link of a report leads to: the one it names, or what that became part of. */
function wholeOf(link: "basis" | "other"): SQL {
  const named = sql`${sql.identifier(link)}."source_id"`;
  return sql`(select coalesce("led"."merged_into", "led"."id") from "source" "led" where "led"."id" = ${named})`;
}

/** Whether readers see the publication below its claim: one that was out on the day, or any where none was (source/known.ts). */
function isOut(asOf: Upto): SQL {
  if (asOf === null) return sql`1 = 1`;
  return sql`(coalesce("publication"."published_day" <= ${asOf}, true) or not exists (select 1
    from "report_source" "other" join "source" "out" on "out"."id" = ${wholeOf("other")}
    where "other"."report_id" = "claim"."id" and coalesce("out"."published_day" <= ${asOf}, true)))`;
}

/** Whether no claim about something that stands was known on the day or after it. */
export function isUnheardSince(day: SQL, subject: Subject, asOf: Upto): SQL {
  return sql`not ${claimed(subject, asOf, { where: sql`"claim"."known_on" >= ${day}` })}`;
}

function claimed({ column, id }: Subject, asOf: Upto, more: { joined?: SQL; where: SQL }): SQL {
  const claim = sql`"claim"`;
  const about = sql`${claim}.${sql.identifier(column)}`;
  const told = sql`${claim}."act" = 'CLAIM' and ${more.where} and ${known(claim, asOf)} and ${isLive(claim, asOf)}`;
  const joined = more.joined ?? sql``;
  // What was said of what became part of it is said of it. Asked apart, since an index serves each alone.
  return sql`(exists (select 1 from "report" ${claim} ${joined} where ${about} = ${id} and ${told})
    or exists (select 1 from ${tableOf(column)} "part" join "report" ${claim} on ${about} = "part"."id" ${joined}
      where "part"."merged_into" = ${id} and ${told}))`;
}

function tableOf(column: Subject["column"]): SQL {
  return sql`${sql.identifier(column === "event_id" ? "event" : "agreement")}`;
}

function known(report: SQL, asOf: Upto): SQL {
  return asOf === null ? sql`1 = 1` : sql`${report}."known_on" <= ${asOf}`;
}
