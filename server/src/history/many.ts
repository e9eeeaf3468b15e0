// Changes of many at once, such as an import: they name no entity, but the reports that they recorded do. A change's own reports are those of the
// ledger after the last one of the change before it, up to its own last.
import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { PageRequest } from "../graphql/page.ts";
import { type By, between } from "../storage/keyset.ts";
import type { Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import type { Changed } from "./record.ts";

/** Who has reports, and which of their columns says so. */
const SUBJECTS = { Agreement: "agreementId", Event: "eventId" } as const;

/** What has reports. */
export type Subject = keyof typeof SUBJECTS;

const isSubject = (type: Changed): type is Subject => Object.hasOwn(SUBJECTS, type);

/** Whether a report is one of the change's own. */
function isOwn({ change, report }: Tables): SQL {
  return sql`${report.seq} <= ${change.lastReport} and ${report.seq} > coalesce((
    select earlier.last_report from ${change} earlier where earlier.revision = ${change.revision} - 1), 0)`;
}

/**
 * Whether a change of many may be of something with one of these slugs: by its reports, if it has any. A load is of people and countries, too,
 * which have no reports.
 */
export function mayTouch(
  tx: Tx,
  types: ReadonlySet<Changed> | null,
  slugs: ReadonlySet<string>,
): SQL | undefined {
  const { change, report } = tx.tables;
  const asked = (Object.keys(SUBJECTS) as Subject[]).filter((type) => types?.has(type) ?? true);
  const named = or(...asked.map((type) => inArray(report[SUBJECTS[type]], [...slugs])));
  const isOfReports = types !== null && [...types].every(isSubject);
  return or(
    isNull(change.reportsHash),
    isOfReports ? undefined : eq(change.action, "load"),
    named && sql`exists (select 1 from ${report} where ${named} and ${isOwn(tx.tables)})`,
  );
}

/**
 * The changes of many by which something was reported on these entities, within a page's bounds: entity and revision, the newest first. Not the
 * load, with which all of them began.
 */
export async function touchesOf(
  tx: Tx,
  type: Changed,
  ids: readonly string[],
  bounds: Pick<PageRequest, "after" | "before" | "backward"> = OPEN,
): Promise<{ id: string; revision: number }[]> {
  if (!isSubject(type) || ids.length === 0) return [];
  const { change, report } = tx.tables;
  const order: By[] = [{ value: change.revision, way: "DESC" }];
  const subject = report[SUBJECTS[type]];
  const rows = await tx.db
    .selectDistinct({ id: subject, revision: change.revision })
    .from(change)
    .innerJoin(report, isOwn(tx.tables))
    .where(
      and(
        isNull(change.entityType),
        ne(change.action, "load"),
        inArray(subject, [...ids]),
        between(order, bounds),
      ),
    )
    .orderBy(desc(change.revision));
  return rows.map(({ id, revision }) => ({ id: id as string, revision }));
}

/**
 * The last of those changes that reported on an entity, as part of a statement; null for none. A report has the moment of the change that recorded
 * it, and an index has the changes of a moment.
 */
export function lastTouch(tables: Tables, type: Subject, id: AnySQLiteColumn): SQL<number | null> {
  const { change, report } = tables;
  // Not the bare column: by its index all changes of many would be gone through for each report.
  return sql<number | null>`(select max(${change.revision}) from ${report}
    inner join ${change} on ${change.at} = ${report.recordedAt}
    where ${report[SUBJECTS[type]]} = ${id} and coalesce(${change.entityType}, '') = ''
      and ${change.action} <> 'load' and ${isOwn(tables)})`;
}

const OPEN = { after: null, before: null, backward: false };
