import type { Database } from "better-sqlite3";

/** Columns of the table in which this program keeps what was done to a database. */
const COLUMNS = ["name", "hash", "at"];

/** Whether a SQLite database is this program's, or holds nothing yet and can become so. Reads only. */
export function isOurs(client: Database): boolean {
  const names = client.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  if (names.length === 0) return true;
  const columns = client.prepare("select name from pragma_table_info('migration')").pluck().all();
  return COLUMNS.every((column) => columns.includes(column));
}
