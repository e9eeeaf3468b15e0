// A file that is to be imported, as far as it can be known without the server: what it is, what is in it, and what is left of it when the
// good rows are in. Pure.
import { plural } from "../when/words.ts";
import type { Answered } from "./answer.ts";

/** How a file is written. */
export type Kind = "CSV" | "JSON";

/** Most bytes that the server takes of a file at once; see /docs/limits. */
export const LONGEST = 1024 * 1024;

/** Most rows that the server takes at once; see /docs/limits. */
export const MOST_ROWS = 2000;

/** The column that says in a file of bad rows what is wrong with each; an import passes over it. */
const PROBLEM = "problem";

const SEPARATORS = [",", ";", "\t"];

/** What a file is, by its name where that tells, else by how it begins. */
export function kindOf(name: string, text: string): Kind {
  if (/\.json$/i.test(name)) return "JSON";
  if (/\.(csv|tsv|txt)$/i.test(name)) return "CSV";
  return /^\s*[[{]/.test(text) ? "JSON" : "CSV";
}

/**
 * The text of a file: UTF-8, or UTF-16 as some spreadsheets save it.
 * @returns `{ problem }` for what is neither, with what to do.
 */
export function textOf(bytes: Uint8Array): { text: string } | { problem: string } {
  const [a, b] = bytes;
  if (a === 0x50 && b === 0x4b)
    return {
      problem:
        "This is a workbook or an archive, not text. In your spreadsheet, save the sheet as “CSV UTF-8”, then choose that.",
    };
  const wide = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : null;
  try {
    return { text: new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return {
      problem:
        "This file is not in UTF-8, so its letters would be lost. Save it as “CSV UTF-8”, then choose that.",
    };
  }
}

/** Bytes that a text is sent as. */
export function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `12 kB`, `1.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What is in a text, as far as a glance tells: in words, and whether its rows name sources of their own. */
export function glance(kind: Kind, text: string): { words: string; isSourced: boolean } {
  if (kind === "JSON") return glanceAtBundle(text);
  const lines = linesOf(text).filter((line) => line.trim() !== "");
  const names = columnsIn(lines[0] ?? "");
  const rows = plural(Math.max(0, lines.length - 1), "line");
  const what = names.includes("agreement")
    ? "agreements"
    : names.includes("event")
      ? "events"
      : null;
  return {
    words: what ? `CSV about ${what}, ${rows}.` : `CSV, ${rows}.`,
    isSourced: names.includes("publisher") || names.includes("source"),
  };
}

/**
 * Whether a text surely has more rows than the server takes. Lines within quoted cells, and the reports of a bundle, are counted there alone.
 */
export function hasTooMany(kind: Kind, text: string): boolean {
  if (kind === "JSON" || text.includes('"')) return false;
  return linesOf(text).filter((line) => /[^,;\s]/.test(line)).length - 1 > MOST_ROWS;
}

function glanceAtBundle(text: string): { words: string; isSourced: boolean } {
  const isSourced = /"source"\s*:/.test(text);
  try {
    const { events, agreements } = JSON.parse(text) as Record<string, unknown>;
    const parts = [
      Array.isArray(agreements) && plural(agreements.length, "agreement"),
      Array.isArray(events) && plural(events.length, "event"),
    ].filter(Boolean);
    return { words: `JSON bundle${parts.map((part) => `, ${part}`).join("")}.`, isSourced };
  } catch {
    return { words: "JSON bundle.", isSourced };
  }
}

/**
 * The bad rows of a file as a file of their own, to be mended and imported: CSV rows as they stand, behind a column that says what is wrong with
 * each; of a bundle everything of which a report is bad, with a list of what is wrong.
 */
export function badOf(kind: Kind, text: string, rows: readonly Answered[]): string {
  return kind === "CSV" ? badLines(text, rows) : badThings(text, rows);
}

function badLines(text: string, rows: readonly Answered[]): string {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line.trim() !== "");
  const head = lines[first] ?? "";
  const separator = separatorOf(head);
  const isNoted = columnsIn(head)[0] === PROBLEM;
  const starts = rows.flatMap(({ line }) => (line === null ? [] : [line]));
  const bad = rows.flatMap(({ line, outcome, problems }) => {
    if (outcome !== "BAD" || line === null) return [];
    // As far as the next row: cells in quotes may hold lines.
    const next = starts.find((start) => start > line) ?? lines.length + 1;
    const own = lines
      .slice(line - 1, next - 1)
      .join("\n")
      .trimEnd();
    const row = isNoted ? withoutFirst(own, separator) : own;
    const why = problems.map(({ column, message }) => (column ? `${column}: ${message}` : message));
    return [`${quoted(why.join(" "))}${separator}${row}`];
  });
  const names = isNoted ? head : `${PROBLEM}${separator}${head}`;
  return `${[names, ...bad].join("\n")}\n`;
}

function badThings(text: string, rows: readonly Answered[]): string {
  const bundle = JSON.parse(text) as Record<string, unknown>;
  const problems: { path: string; message: string }[] = [];
  const lists = ["agreements", "events"].flatMap((name) => {
    const all = Array.isArray(bundle[name]) ? (bundle[name] as unknown[]) : [];
    const kept = all.flatMap((thing, place) => {
      const own = rows.filter(({ path, outcome }) => {
        const at = `${name}[${place}]`;
        return outcome === "BAD" && (path === at || path?.startsWith(`${at}.`));
      });
      return own.length > 0 ? [{ thing, own }] : [];
    });
    for (const [place, { own }] of kept.entries())
      for (const { path, problems: wrong } of own)
        for (const { column, message } of wrong) {
          const at = (path ?? "").replace(/^\w+\[\d+\]/, `${name}[${place}]`);
          problems.push({ path: column ? `${at}: ${column}` : at, message });
        }
    return kept.length > 0 ? [[name, kept.map(({ thing }) => thing)] as const] : [];
  });
  return `${JSON.stringify({ problems, ...Object.fromEntries(lists) }, null, 2)}\n`;
}

/** What a file of bad rows is called. */
export function nameOfBad(name: string | null, kind: Kind): string {
  const bare = (name ?? "import").replace(/\.\w+$/, "").replace(/-to-mend$/, "");
  return `${bare}-to-mend.${kind.toLowerCase()}`;
}

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
}

/** What stands between cells: whichever of them the header has most of. */
function separatorOf(head: string): string {
  const counted = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counted.indexOf(Math.max(...counted))] ?? ",";
}

function columnsIn(head: string): string[] {
  const bare = head.replace(/^\ufeff/, "");
  return bare.split(separatorOf(bare)).map((name) =>
    name
      .trim()
      .replace(/^"|"$/g, "")
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
}

/** A row without its first cell. */
function withoutFirst(row: string, separator: string): string {
  const cell = row.startsWith('"') ? /^"(?:[^"]|"")*"/.exec(row)?.[0] : row.split(separator)[0];
  return row.slice((cell ?? "").length + separator.length);
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
