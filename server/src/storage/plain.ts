// A SQLite database as one plain file to give away: the same byte for byte whenever its rows are, and with a note of what it is.
import Database from "better-sqlite3";
import { reading } from "./held.ts";

/** The table of the note. Not one of the program's: a database that was made otherwise has none. */
const NOTE = "dump";

/**
 * Copies the database in the file `from`, which nobody has open, to the new file `to`, without gaps, journal or moments of its making. `at` is
 * noted as the moment of all its migrations, ISO 8601.
 */
export function makePlain(from: string, to: string, note: string, at: string): void {
  const client = new Database(from);
  try {
    client.prepare("update migration set at = ?").run(at);
    client.exec(`create table "${NOTE}" ("manifest" text not null)`);
    client.prepare(`insert into "${NOTE}" values (?)`).run(note);
    // As it comes from another journal, so that `to` needs none beside it.
    client.pragma("journal_mode = DELETE");
    client.prepare("vacuum into ?").run(to);
  } finally {
    client.close();
  }
}

/**
 * The note in a plain file; null when it has none.
 * @throws Refusal NOT_FOUND or NOT_A_DATABASE, naming the file; the latter also when it is damaged.
 */
export function noteIn(file: string): Promise<string | null> {
  return reading(file, (client) => {
    // Reads every page: what is cut off or overwritten shows.
    const found = client.pragma("integrity_check(1)", { simple: true });
    if (found !== "ok") throw Object.assign(new Error(String(found)), { code: "SQLITE_CORRUPT" });
    const table = client.prepare("select 1 from sqlite_schema where type = 'table' and name = ?");
    if (table.get(NOTE) === undefined) return null;
    const [note] = client.prepare(`select manifest from "${NOTE}"`).pluck().all();
    return typeof note === "string" ? note : null;
  });
}
