import { standingDeed, standingWords } from "../agreement/status.ts";
import { eventStatusWord, kindWord, levelWord } from "../event/words.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { Row } from "../timeline/rows.ts";
import { isoOf } from "../when/day.ts";
import type { KnownOn } from "./both.ts";
import { edtfOf } from "./edtf.ts";

const HEADS = [
  "id",
  "kind",
  "title",
  "date",
  "earliest",
  "latest",
  "precision",
  "fixed",
  "status",
  "level",
  "place",
  "participants",
  "known_from",
  "first_known",
  // Only while two days are compared: `yes` where the row is how the fact was known on the earlier day, and on the later one. A fact
  // that changed in between has two rows, so that either day's facts are those with `yes` in its column.
  "known_then",
  "known_now",
  "sources",
  "link",
] as const;

/**
 * Excel takes a file without this mark for the system's own encoding and breaks every ü and ğ; all other spreadsheets
 * and the common readers of CSV pass over it. Programs that mind have the API.
 */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * Rows as CSV (RFC 4180: CRLF, quotes where they are needed), one a fact, headed by the names of the columns. Dates are
 * EDTF, beside the first and the last day that they allow; `linkOf` gives a fact's address; `both`: on which of two days
 * each row was known, where two are compared.
 */
export function csvOf(
  rows: Row[],
  lanes: TimelineColumns["lanes"],
  linkOf: (row: Row) => string,
  both: ReadonlyMap<Row, KnownOn> | null = null,
): string {
  const heads = HEADS.filter((head) => both !== null || !/^known_(then|now)$/.test(head));
  const lines = rows.map((row) => {
    const cells: Record<(typeof HEADS)[number], string | number | boolean | null> = {
      id: row.key,
      kind: row.kind ? (row.of === "session" ? "Session" : kindWord(row.kind)) : "Agreement",
      title: row.standing ? `${row.title} ${standingDeed(row.standing)}` : row.title,
      date: edtfOf(row),
      earliest: row.start === null ? null : isoOf(row.start),
      latest: row.end === null ? null : isoOf(row.end),
      precision: row.precision.toLowerCase(),
      fixed: row.fixed,
      status: row.standing
        ? standingWords(row.standing)
        : row.status && eventStatusWord(row.status) + (row.disputed ? ", sources disagree" : ""),
      level: row.level && levelWord(row.level),
      place: row.place,
      participants: participantsOf(row, lanes),
      known_from: isoOf(row.knownFrom),
      first_known: isoOf(row.firstKnown),
      known_then: yes(both?.get(row)?.was),
      known_now: yes(both?.get(row)?.is),
      sources: row.sources,
      link: linkOf(row),
    };
    return heads.map((head) => cell(cells[head]));
  });
  return BYTE_ORDER_MARK + [heads, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

const yes = (holds = false) => (holds ? "yes" : "no");

/** Countries and forums; of an agreement its parties. */
function participantsOf(row: Row, lanes: TimelineColumns["lanes"]): string {
  return row.lanes
    .flatMap((index) => lanes[index] ?? [])
    .map((lane) => (lane.kind === "AGREEMENT" ? (lane.parties ?? lane.name) : lane.name))
    .join("; ");
}

/** One cell. Spreadsheets run text that begins like a formula, so an apostrophe goes before it, which they do not show. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
