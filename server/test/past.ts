// The triggers that keep what stood before a change, as the tables of today need them: what a migration has to hold when a table is new or
// gets a column.
import { columnsOf, keyOf, sqlNameOf, type TableName } from "../src/storage/shape.ts";
import { COPIED } from "../src/transfer/copied.ts";

/** Tables of the log itself, which nothing changes. */
const LOG: readonly TableName[] = ["change", "pastRow"];

/** Tables whose rows are never changed: the first migrations refuse it. */
const APPEND_ONLY: readonly TableName[] = ["report", "reportSource", "reportParty"];

/** The tables of which the past is kept. */
export const KEPT = COPIED.filter((name) => !LOG.includes(name));

/** The statements for SQLite that keep the past of a table. */
export function sqliteTriggers(name: TableName): string[] {
  const table = sqlNameOf(name);
  const columns = columnsOf(name);
  const nameOf = new Map(columns.map((column) => [column.property, column.name]));
  const key = (row: "OLD" | "NEW") =>
    `json_array(${keyOf(name)
      .map((property) => `${row}.\`${nameOf.get(property)}\``)
      .join(", ")})`;
  const image = `json_object(${columns
    .map(({ name: column, kind }) => {
      const value = `OLD.\`${column}\``;
      // It has no booleans: JSON does.
      const truth = `CASE ${value} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END`;
      const isText = kind === "string" || kind === "number";
      return `'${column}', ${isText ? value : `json(${kind === "json" ? value : truth})`}`;
    })
    .join(", ")})`;
  const trigger = (act: string, rowKey: string, row: string) =>
    `CREATE TRIGGER \`past_${table}_${act.toLowerCase()}\` AFTER ${act} ON \`${table}\` WHEN EXISTS (SELECT 1 FROM \`change\`) BEGIN
	INSERT INTO \`past_row\` (\`revision\`, \`table_name\`, \`row_key\`, \`row\`)
		SELECT max(\`revision\`) + 1, '${table}', ${rowKey}, ${row} FROM \`change\` WHERE true
		ON CONFLICT DO NOTHING;
END;`;
  const insert = trigger("INSERT", key("NEW"), "NULL");
  if (APPEND_ONLY.includes(name)) return [insert];
  return [insert, ...["UPDATE", "DELETE"].map((act) => trigger(act, key("OLD"), image))];
}

/** The statement for PostgreSQL that keeps the past of a table. */
export function postgresTrigger(name: TableName): string {
  const table = sqlNameOf(name);
  const nameOf = new Map(columnsOf(name).map((column) => [column.property, column.name]));
  const key = keyOf(name).map((property) => `'${nameOf.get(property)}'`);
  return `CREATE TRIGGER "past_${table}" AFTER INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "past_keep"(${key.join(", ")});`;
}
