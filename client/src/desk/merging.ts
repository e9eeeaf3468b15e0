// Two records of one thing, before they become one: both side by side, and what would move. Pure.
import { plural } from "../when/words.ts";
import type { Asked } from "./asked.ts";
import { capital, type FieldOf, isSame, standingOf, wordsOf } from "./field.ts";
import type { Named } from "./newEvent.ts";
import type { Payload } from "./outcome.ts";
import type { Row } from "./stale.ts";
import type { Name } from "./thing.ts";

/** The one of the page and the other, which of them stays, and why. */
export interface Merging {
  other: Named | null;
  staysHere: boolean;
  note: string;
}

type Record = NonNullable<Asked["thing"]>;

/** What a record is called. */
export function titleOf(record: Record): string {
  return String(record.called ?? record.title ?? record.publisher);
}

/** What each of the two says, field by field. Marked where they differ. */
export function mergeRows(fields: readonly FieldOf[], stays: Record, goes: Record): Row[] {
  const [one, other] = [standingOf(fields, stays), standingOf(fields, goes)];
  return fields.flatMap((field) => {
    const [a, b] = [one[field.name] ?? null, other[field.name] ?? null];
    const words = [wordsOf(field, a), wordsOf(field, b)];
    if (words.every((each) => each === "")) return [];
    return {
      name: field.label,
      theirs: words[0] || "Nothing",
      mine: words[1] || "Nothing",
      differs: !isSame(field, a, b, 0),
    };
  });
}

/** What is told to the API, at the versions that were looked at. */
export function mergeInput(name: Name, stays: Record, goes: Record, note: string) {
  return {
    action: `merge${capital(name)}s`,
    input: {
      ...{ fromId: goes.id, intoId: stays.id },
      ...{ expectedFromVersion: goes.version, expectedVersion: stays.version },
      note: note.trim() || usualMergeNote(stays, goes),
    },
  };
}

/** What the history says where no note is written. */
export function usualMergeNote(stays: Record, goes: Record): string {
  return `${titleOf(goes)} and ${titleOf(stays)} are one.`;
}

/** What is moved from one record to another, by the table of the log: one and many of it. */
const MOVED: { [table: string]: [one: string, many: string] } = {
  report: ["report", "reports"],
  term: ["time in office", "times in office"],
  termSource: ["time in office", "times in office"],
  membershipSource: ["membership", "memberships"],
  sessionSource: ["session", "sessions"],
  eventParticipant: ["part in an event", "parts in events"],
  eventAgreement: ["tie of an event and an agreement", "ties of events and agreements"],
  agreementParty: ["place as a party", "places as a party"],
  story: ["story", "stories"],
  storyStepRef: ["mention in a story", "mentions in stories"],
  storyStepSource: ["step of a story", "steps of stories"],
  factRef: ["mention in a fact", "mentions in facts"],
  factSource: ["fact", "facts"],
};

/** What a merge would do, in words: which becomes part of which, what moves, and what both have. */
export function mergePreview(stays: Record, goes: Record, payload: Payload): string[] {
  const { moved, twice } = toldBy(payload.change?.after ?? null);
  // The log is never rewritten: reports stay where they are, and are read with those of the one that stays.
  const reports = (goes.reported as { totalCount: number } | undefined)?.totalCount ?? 0;
  if (reports > 0) moved.set("report", reports);
  const [going, both] = [countsIn(moved), countsIn(twice)];
  return [
    `“${titleOf(goes)}” becomes part of “${titleOf(stays)}”, and its address leads there.`,
    ...(going === "" && both === "" ? ["Nothing else names it."] : []),
    ...(going === "" ? [] : [`With it ${/^1 \D+$/.test(going) ? "goes" : "go"} ${going}.`]),
    ...(both === "" ? [] : [`Both have ${both}: what is the same stands once.`]),
    "Undone, they are two again.",
  ];
}

type Counts = Map<string, number>;

/** How many rows of each table move, and how many are taken away since the one that stays has the same. */
function toldBy(after: string | null): { moved: Counts; twice: Counts } {
  const { moved = [] } = (after ? JSON.parse(after) : {}) as { moved?: string[] };
  const told = { moved: new Map<string, number>(), twice: new Map<string, number>() };
  for (const each of moved) {
    const row = JSON.parse(each) as string[] | { table: string };
    const [counts, table] = Array.isArray(row)
      ? [told.moved, String(row[0])]
      : [told.twice, row.table];
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return told;
}

function countsIn(rows: Counts): string {
  // Two tables can tell of the same: a fact, and what it rests on.
  const most = new Map<string, [count: number, many: string]>();
  for (const [table, count] of rows) {
    const [one, many] = MOVED[table] ?? [inWords(table), `${inWords(table)}s`];
    most.set(one, [Math.max(count, most.get(one)?.[0] ?? 0), many]);
  }
  const counts = [...most].map(([one, [count, many]]) => plural(count, one, many));
  return new Intl.ListFormat("en-GB").format(counts);
}

function inWords(table: string): string {
  return table.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
