// A file is imported inside one write, by one change: all of it or nothing, or what is good of it.
//
//   text ─ rows ─ each: names ─ the checks of a single write ─┬─ said already: unchanged
//                                                            ├─ good: its report, and its subject if that is new
//                                                            └─ bad: its line, column and reason
//   any bad, and all was wanted ─► nothing of it stays     else ─► one change, which can be undone as one
import { setImmediate as nextTurn } from "node:timers/promises";
import { problemsOfInput, readCommon, type SaidInput } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { type ChangeRecord, recordChange } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import { rowsOfCsv } from "./csv.ts";
import { Directory } from "./directory.ts";
import { isRead } from "./entry.ts";
import { rowsOfJson } from "./json.ts";
import { type Common, type Taken, take } from "./take.ts";

/** How a file is written. */
export type Format = "CSV" | "JSON";

/** Whether bad rows keep the good ones out. */
export type Mode = "ALL_OR_NOTHING" | "GOOD_ROWS";

/** Rows after which whoever else waits on this thread has a turn: on SQLite nothing of a write lets go of it by itself. */
const TURN = 8;

/** The action of the change that an import records. */
export const IMPORTING = "importBundle";

/** What is to be imported, and what all of it has alike. */
export interface Wanted {
  format: Format;
  mode: Mode;
  said: Pick<SaidInput, "note" | "source" | "sourceId">;
  by: string;
  /** The moment it is recorded, ISO 8601. */
  at: string;
  /** Told of each row once it is done. What it throws ends the import, and nothing of it stays. */
  onRow?: ((row: Taken) => void) | undefined;
}

/** How many rows came to what. */
export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  bad: number;
}

/** What came of a file. The change is null when nothing was written. */
export interface Imported {
  rows: Taken[];
  counts: Counts;
  change: ChangeRecord | null;
}

/** Bad rows, where all or nothing was wanted: thrown inside a write, which it takes back. */
export class Rejected extends Error {
  readonly imported: Imported;

  constructor(imported: Imported) {
    super("Some rows are bad");
    this.imported = imported;
  }
}

/** What is wrong with what all rows have alike, before any is read. */
export function problemsWith(input: SaidInput): Refusal[] {
  const { problems, wrong } = problemsOfInput();
  readCommon(input, wrong, { needsSource: false });
  return problems;
}

/**
 * Imports a text, inside a write.
 * @throws Rejected when a row is bad and all was wanted; Refusal INVALID_INPUT when the text as a whole cannot be read.
 */
export async function importText(
  reading: Reading,
  text: AsyncIterable<string>,
  { format, mode, said, by, at, onRow }: Wanted,
): Promise<Imported> {
  const { tx } = reading;
  const common: Common = {
    ...{ input: said, by, at, reading },
    directory: new Directory(tx),
    slugs: new WeakMap(),
  };
  const rows: Taken[] = [];
  for await (const line of linesOf(text, format)) {
    const row = isRead(line) ? await take(common, line) : unread(line);
    rows.push(row);
    onRow?.(row);
    if (rows.length % TURN === 0) await nextTurn();
  }
  if (rows.length === 0)
    throw new Refusal("INVALID_INPUT", "There is nothing in it but its header.", {
      path: ["input", "text"],
    });
  const counts = countsOf(rows);
  if (counts.bad > 0 && mode === "ALL_OR_NOTHING")
    throw new Rejected({ rows, counts, change: null });
  if (counts.new + counts.changed === 0) return { rows, counts, change: null };
  const change = await recordChange(tx, {
    at,
    by,
    action: IMPORTING,
    entityType: null,
    entityId: null,
    version: null,
    note: said.note.trim(),
    reportId: null,
    before: null,
    after: { format, ...counts },
  });
  return { rows, counts, change };
}

/** The rows of a text, one by one. Throws a Refusal when it cannot be read. */
export function linesOf(text: AsyncIterable<string>, format: Format) {
  return format === "CSV" ? rowsOfCsv(text) : rowsOfJson(text);
}

function unread({ line, path, problems }: Pick<Taken, "line" | "path" | "problems">): Taken {
  const nothing = { type: null, slug: null, title: null, statusBefore: null, statusAfter: null };
  const told = problems.map(({ column, message }) => ({ column, message }));
  return { line, path, problems: told, outcome: "BAD", ...nothing };
}

function countsOf(rows: readonly Taken[]): Counts {
  const count = (outcome: Taken["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  return {
    new: count("NEW"),
    changed: count("CHANGED"),
    unchanged: count("UNCHANGED"),
    bad: count("BAD"),
  };
}
