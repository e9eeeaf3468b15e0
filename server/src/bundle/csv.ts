// A CSV file, row by row: commas, semicolons or tabs between cells, lines counted as an editor counts them.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import { Refusal } from "../refusal.ts";
import { checked } from "./checked.ts";
import { COLUMNS, type Column, cellsIn, columnAt } from "./columns.ts";
import type { Entry, Unread } from "./entry.ts";
import { nearest } from "./near.ts";
import { type AgreementThing, agreementShape, type EventThing, eventShape } from "./shape.ts";

/** Most characters of a row. */
const LONGEST_ROW = 100_000;

/** Rows after which whoever else waits on this thread has a turn: a file of blank ones would never stop for any. */
const TURN = 200;

/** A column that is passed over: a file of rows that were refused says there what is wrong with each. */
const NOTED = "problem";

const SEPARATORS = [",", ";", "\t"];

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * The rows of a CSV text whose lines end in \n.
 * @throws Refusal INVALID_INPUT when it cannot be read as CSV, or its header is not one of a template.
 */
export async function* rowsOfCsv(text: AsyncIterable<string>): AsyncGenerator<Entry | Unread> {
  const { head, all } = await peeked(text);
  const parser = parse({
    delimiter: separatorOf(head),
    info: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // What goes wrong in it comes out where the rows are read.
  const fed = pipeline(Readable.from(all), parser).catch(() => {});
  let columns: ReturnType<typeof headerOf> | null = null;
  try {
    let read = 0;
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      read += 1;
      if (read % TURN === 0) await nextTurn();
      if (columns === null) {
        columns = headerOf(record);
        continue;
      }
      if (record.every((cell) => cell === "")) continue;
      const within = record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      yield rowOf(columns, record, info.lines - within);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal("INVALID_INPUT", unreadable(error), { path: ["input", "text"] });
  } finally {
    parser.destroy();
    await fed;
  }
  if (columns === null) throw emptyFile();
}

/** A text up to its first line's end, and all of it. */
async function peeked(text: AsyncIterable<string>) {
  const parts = text[Symbol.asyncIterator]();
  let head = "";
  while (!head.includes("\n") && head.length < LONGEST_ROW) {
    const { done, value } = await parts.next();
    if (done) break;
    head += value;
  }
  const all = async function* () {
    if (head !== "") yield head;
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
  };
  return { head: head.split("\n")[0] ?? "", all: all() };
}

/** What stands between the cells of a header, which has no quoted ones. */
function separatorOf(head: string): string {
  const counted = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counted.indexOf(Math.max(...counted))] as string;
}

function headerOf(cells: readonly string[]) {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, "_"));
  const kind = (["event", "agreement"] as const).find((each) => names.includes(each));
  if (kind === undefined)
    throw wrongHeader(
      "The first line must name the columns, one of them `event` or `agreement`: the slug of what each row is about; its cells may be empty. Begin from a template under /docs/templates.",
    );
  const own = COLUMNS[kind];
  const header = names.map((name, place): Column | undefined => {
    const column = own.find((each) => each.name === name);
    if (column || name === "" || name === NOTED) return column;
    const [near] = nearest(
      name,
      own.map((each) => each.name),
    );
    const hint =
      near === undefined
        ? `They are ${own.map((each) => each.name).join(", ")}.`
        : `Did you mean \`${near}\`?`;
    throw wrongHeader(`“${cells[place]?.slice(0, 60)}” is no column of ${kind}s. ${hint}`);
  });
  const twice = names.find((name, place) => name !== "" && names.indexOf(name) !== place);
  if (twice !== undefined) throw wrongHeader(`The column \`${twice}\` stands there twice.`);
  return { kind, own, header, noted: names.indexOf(NOTED) };
}

function rowOf(
  { kind, own, header, noted }: ReturnType<typeof headerOf>,
  cells: string[],
  line: number,
): Entry | Unread {
  const spot = { line, path: null };
  const columnOf = (path: readonly (string | number)[]) => columnAt(own, path);
  if (noted in cells) cells[noted] = "";
  const { value, problems } = cellsIn(header, cells);
  // Cells that stand in no column leave it open what the others are.
  if (problems.some(({ column }) => column === null)) return { ...spot, problems };
  const found = checked(kind === "event" ? eventShape : agreementShape, value, columnOf);
  const faults = [...problems, ...(found.problems ?? [])];
  const thing = (found.problems ? found.rest : found.value) as EventThing | AgreementThing | null;
  const said = thing?.reports[0];
  if (!thing || !said) return { ...spot, problems: faults };
  const subject = kind === "event" ? "EVENT" : "AGREEMENT";
  return { ...spot, subject, thing, said, columnOf, faults } as Entry;
}

function unreadable({ code, lines, message }: CsvError & { lines?: number }): string {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return `A quote that is opened is never closed: look before line ${lines}. Within a quoted cell a quote is written twice.`;
  if (code === "CSV_MAX_RECORD_SIZE")
    return `A row has more than ${LONGEST_ROW} characters: a quote may be open. ${message}`;
  return `Line ${lines} cannot be read as CSV: ${message}.`;
}

const wrongHeader = (message: string) =>
  new Refusal("INVALID_INPUT", message, { path: ["input", "text"] });
const emptyFile = () =>
  wrongHeader("The file is empty. Begin from a template under /docs/templates.");
