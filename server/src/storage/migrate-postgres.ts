import type { PoolClient } from "pg";
import { Refusal } from "../refusal.ts";
import { MIGRATION_TABLE, pendingMigrations, readMigrations } from "./migrations.ts";

/** Held while tables change, so that programs starting together take turns. Any number will do. */
const LOCK = 7_165_017;

/** Brings the database to this program's tables, in one transaction. See `Storage.migrate`. */
export async function migratePostgres(client: PoolClient): Promise<void> {
  const known = readMigrations("postgres");
  await client.query("BEGIN");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    const about = await client.query<{
      name: string;
      encoding: string;
      own: boolean;
      any: boolean;
    }>(
      `select current_database() as name, current_setting('server_encoding') as encoding,
        to_regclass('migration') is not null as own,
        exists (select from information_schema.tables where table_schema = current_schema()) as any`,
    );
    const [{ name, encoding, own, any } = { name: "", encoding: "", own: false, any: false }] =
      about.rows;
    if (encoding !== "UTF8") {
      throw new Refusal(
        "NOT_A_DATABASE",
        `The database “${name}” has the encoding ${encoding}. Create one with encoding UTF8.`,
        { facts: { database: name, encoding } },
      );
    }
    if (any && !own) {
      throw new Refusal(
        "NOT_A_DATABASE",
        `The database “${name}” holds tables of another program. Create an empty one.`,
        { facts: { database: name } },
      );
    }
    await client.query(MIGRATION_TABLE);
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select "name", "hash" from "migration"',
    );
    for (const migration of pendingMigrations(known, rows, `The database “${name}”`)) {
      for (const statement of migration.statements) await client.query(statement);
      await client.query('insert into "migration" ("name", "hash", "at") values ($1, $2, $3)', [
        migration.name,
        migration.hash,
        new Date().toISOString(),
      ]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
