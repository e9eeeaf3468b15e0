import type { Key, Kit } from "../storage/kit.ts";
import type { Changed } from "./record.ts";

/** Every recorded change, the rows that stood before it, requests carried out once, and what the data set says of itself. */
export function historyTables(kit: Kit, to: { report: Key; source: Key }) {
  const change = kit.table(
    "change",
    {
      // Given as one more than the largest: a sequence would leave gaps after a dry run.
      revision: kit.long("revision").primaryKey(),
      at: kit.text("at").notNull(),
      by: kit.text("by").notNull(),
      action: kit.text("action").notNull(),
      entityType: kit.text("entity_type").$type<Changed>(),
      entityId: kit.text("entity_id"),
      version: kit.int("version"),
      note: kit.text("note"),
      reportId: kit.text("report_id").references(to.report),
      sourceId: kit.text("source_id").references(to.source),
      undoes: kit.long("undoes"),
      before: kit.json("before").$type<unknown>(),
      after: kit.json("after").$type<unknown>(),
      // Filled for every change, for those of earlier versions when this one starts: see seal.ts.
      lastReport: kit.long("last_report"),
      reportsHash: kit.text("reports_hash"),
      prevHash: kit.text("prev_hash"),
      hash: kit.text("hash"),
    },
    (t) => [
      kit.index("change_by_entity").on(t.entityType, t.entityId, t.revision),
      kit.index("change_by_time").on(t.at),
      kit.index("change_by_report").on(t.reportId),
      kit.index("change_by_whom").on(t.by, t.revision),
      kit.index("change_by_action").on(t.action, t.revision),
      kit.index("change_by_undone").on(t.undoes).where(kit.sql('"undoes" is not null')),
      kit.check("change_entity", kit.sql('("entity_type" is null) = ("entity_id" is null)')),
    ],
  );

  // Filled by triggers in the write that changes a row, once there is a change at all: see past.ts.
  const pastRow = kit.table(
    "past_row",
    {
      /** The change that put an end to it. */
      revision: kit.long("revision").notNull(),
      tableName: kit.text("table_name").notNull(),
      /** The row's primary key, as a JSON list. */
      rowKey: kit.text("row_key").notNull(),
      /** The row under the names of the database; null when there was none yet. */
      row: kit.json("row").$type<Record<string, unknown> | null>(),
    },
    (t) => [kit.primaryKey({ columns: [t.revision, t.tableName, t.rowKey] })],
  );

  const idempotency = kit.table(
    "idempotency",
    {
      actor: kit.text("actor").notNull(),
      key: kit.text("key").notNull(),
      inputHash: kit.text("input_hash").notNull(),
      outcome: kit.json("outcome").$type<unknown>().notNull(),
      at: kit.text("at").notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.actor, t.key] }),
      kit.index("idempotency_by_time").on(t.at),
    ],
  );

  const dataset = kit.table("dataset", {
    key: kit.text("key").primaryKey(),
    value: kit.text("value").notNull(),
  });

  return { change, pastRow, idempotency, dataset };
}
