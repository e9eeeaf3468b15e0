// The columns of the two kinds of CSV file, and where in a bundle each stands. Pure.
import type { Fault } from "./entry.ts";

/** One column. */
export interface Column {
  name: string;
  /** Where its value stands in a bundle. */
  path: readonly (string | number)[];
  /** Makes a cell that value; left out, its words are. */
  read?(cell: string): unknown;
}

const word = (cell: string) => cell.toUpperCase().replace(/[\s-]+/g, "_");
const list = (cell: string) =>
  cell
    .split("|")
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** `GUEST xi-jinping | HOST RU`: a word, then a name. */
const pairs = (first: string, second: string) => (cell: string) =>
  list(cell).map((each) => {
    const [head = "", ...rest] = each.split(/\s+/);
    return { [first]: word(head), [second]: rest.join(" ") };
  });

/** `IR | RU (depositary)`: a name, and perhaps its role. */
const parties = (cell: string) =>
  list(cell).map((each) => {
    const [, who = each, role] = /^(.*?)\s*\(([^()]+)\)$/.exec(each) ?? [];
    return role === undefined ? { who } : { who, role };
  });

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  ...{ yes: true, true: true, "1": true },
  ...{ no: false, false: false, "0": false },
};

const SAID: readonly Column[] = [
  { name: "when", path: ["reports", 0, "when"] },
  { name: "known_on", path: ["reports", 0, "knownOn"] },
  { name: "claimant", path: ["reports", 0, "claimant"] },
  { name: "source", path: ["reports", 0, "source"] },
  { name: "publisher", path: ["reports", 0, "source", "publisher"] },
  { name: "source_title", path: ["reports", 0, "source", "title"] },
  { name: "url", path: ["reports", 0, "source", "url"] },
  { name: "published_on", path: ["reports", 0, "source", "publishedOn"] },
  { name: "language", path: ["reports", 0, "source", "language"] },
  { name: "note", path: ["reports", 0, "note"] },
];

/** The columns of a file, by the one that it must have: the slug of what each row is about. */
export const COLUMNS: Readonly<Record<"event" | "agreement", readonly Column[]>> = {
  event: [
    { name: "event", path: ["event"] },
    { name: "title", path: ["title"] },
    { name: "kind", path: ["kind"], read: word },
    { name: "level", path: ["level"], read: word },
    { name: "status", path: ["reports", 0, "status"], read: word },
    { name: "place", path: ["place"] },
    { name: "participants", path: ["participants"], read: pairs("role", "who") },
    { name: "agreements", path: ["agreements"], read: pairs("relation", "agreement") },
    { name: "topics", path: ["topics"], read: list },
    { name: "summary", path: ["summary"] },
    ...SAID,
  ],
  agreement: [
    { name: "agreement", path: ["agreement"] },
    { name: "title", path: ["title"] },
    { name: "short_title", path: ["shortTitle"] },
    { name: "aliases", path: ["aliases"], read: list },
    { name: "kind", path: ["kind"], read: word },
    { name: "binding", path: ["binding"], read: word },
    {
      name: "requires_ratification",
      path: ["requiresRatification"],
      read: (cell) => YES_OR_NO[cell.toLowerCase()] ?? cell,
    },
    { name: "parties", path: ["parties"], read: parties },
    { name: "topics", path: ["topics"], read: list },
    { name: "subject", path: ["subject"] },
    { name: "status", path: ["reports", 0, "status"], read: word },
    { name: "step", path: ["reports", 0, "step"], read: word },
    { name: "step_parties", path: ["reports", 0, "parties"], read: list },
    { name: "body", path: ["reports", 0, "body"] },
    ...SAID,
  ],
};

/** The value that a row of cells has in a bundle. Empty cells say nothing. Throws nothing: a cell too many is a problem. */
export function cellsIn(
  header: readonly (Column | undefined)[],
  cells: readonly string[],
): { value: Record<string, unknown>; problems: Fault[] } {
  const value: Record<string, unknown> = { reports: [{}] };
  const problems: Fault[] = [];
  for (const [place, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === "") continue;
    const column = header[place];
    if (column === undefined) {
      const message = `The row has more cells than the header has columns: “${text.slice(0, 60)}” stands in none. Put cells that hold the separator in "quotes".`;
      problems.push({ path: [], column: null, message });
      break;
    }
    if (!put(value, column.path, column.read ? column.read(text) : text)) {
      const message = "Give either the slug of a recorded source, or a publisher; not both.";
      problems.push({ path: column.path, column: column.name, message });
    }
  }
  return { value, problems };
}

function put(into: Record<string, unknown>, path: readonly (string | number)[], value: unknown) {
  const [last = "", ...back] = [...path].reverse();
  let at = into as Record<string | number, unknown>;
  for (const step of back.reverse()) {
    at[step] ??= {};
    if (typeof at[step] !== "object") return false;
    at = at[step] as Record<string | number, unknown>;
  }
  at[last] = value;
  return true;
}

/** The column that a value came from: the one whose place is the longest beginning of the path. */
export function columnAt(
  columns: readonly Column[],
  path: readonly (string | number)[],
): string | null {
  const fits = columns.filter(({ path: own }) =>
    own.every((step, place) => String(step) === String(path[place])),
  );
  const longest = fits.sort((a, b) => b.path.length - a.path.length)[0];
  if (longest) return longest.name;
  const within = columns.find(({ path: own }) =>
    path.every((step, place) => String(step) === String(own[place])),
  );
  return within?.name ?? null;
}
