// One file of a dump: a row a line, as JSON, written and read as a stream.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { Refusal } from "../refusal.ts";
import { type AnyRow, columnsOf, sqlNameOf, type TableName } from "../storage/shape.ts";

/** Rows handed on together. */
const PAGE = 500;

/** What a file holds, and the fingerprint of its bytes. */
export interface Entry {
  name: string;
  rows: number;
  bytes: number;
  /** Hexadecimal SHA-256. */
  sha256: string;
}

/** The file of a table. */
export function fileOf(name: TableName): string {
  return `${sqlNameOf(name)}.jsonl`;
}

/** A file being written, line by line. */
export class Sheet {
  readonly #stream: WriteStream;
  readonly #hash = createHash("sha256");
  readonly #columns: readonly string[];
  readonly #name: string;
  #rows = 0;
  #bytes = 0;

  constructor(path: string, table: TableName) {
    this.#stream = createWriteStream(path, { flags: "wx" });
    // Heard where it is awaited; unheard, it would end the program.
    this.#stream.on("error", () => {});
    this.#name = fileOf(table);
    this.#columns = columnsOf(table).map(({ property }) => property);
  }

  /** Writes rows, their columns always in one order. Resolves once there is room for more. */
  async write(rows: readonly AnyRow[]): Promise<void> {
    const lines = rows.map((row) => {
      const ordered = this.#columns.map((column) => [column, row[column] ?? null]);
      return `${JSON.stringify(Object.fromEntries(ordered))}\n`;
    });
    const bytes = Buffer.from(lines.join(""));
    this.#hash.update(bytes);
    this.#rows += rows.length;
    this.#bytes += bytes.length;
    if (!this.#stream.write(bytes)) await once(this.#stream, "drain");
  }

  /** Ends the file. */
  async close(): Promise<Entry> {
    this.#stream.end();
    await finished(this.#stream);
    const sha256 = this.#hash.digest("hex");
    return { name: this.#name, rows: this.#rows, bytes: this.#bytes, sha256 };
  }
}

/** The hexadecimal SHA-256 of a file. */
export async function printOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

/**
 * The rows in a file of a table.
 * @throws Refusal INVALID_INPUT, naming file and line, for one that is no row of the table.
 */
export async function* rowsIn(path: string, table: TableName): AsyncGenerator<AnyRow[]> {
  const check = checker(table);
  let page: AnyRow[] = [];
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    number += 1;
    const wrong = (why: string) =>
      new Refusal("INVALID_INPUT", `Line ${number} of ${path} ${why}. Take the dump anew.`);
    page.push(check(parsed(line, wrong), wrong));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

type Wrong = (why: string) => Refusal;

function parsed(line: string, wrong: Wrong): AnyRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw wrong("is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw wrong("is no row");
  }
  return value as AnyRow;
}

/** Makes what refuses a row that does not fit the table, and leaves out what an older table did not have. */
function checker(table: TableName): (row: AnyRow, wrong: Wrong) => AnyRow {
  const columns = new Map(columnsOf(table).map((column) => [column.property, column]));
  return (row, wrong) => {
    for (const [property, value] of Object.entries(row)) {
      const column = columns.get(property);
      if (!column) throw wrong(`has “${property}”, which no ${table} has`);
      const fits =
        value === null
          ? column.isNullable || column.kind === "json"
          : column.kind === "json" || typeof value === column.kind;
      if (!fits) throw wrong(`has no ${column.kind} under “${property}”`);
    }
    for (const { property, isNullable, hasDefault } of columns.values()) {
      if (row[property] === undefined && !isNullable && !hasDefault) {
        throw wrong(`lacks “${property}”, which every ${table} has since`);
      }
    }
    return row;
  };
}
