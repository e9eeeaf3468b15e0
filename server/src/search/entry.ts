// From what is known of a thing to its entries in the index: one for each stretch of days over which the same words find it.
import { createHash } from "node:crypto";
import { OPEN } from "../ledger/values.ts";
import type { Day } from "../when/day.ts";
import { type Key, keysOf } from "./key.ts";
import type { SearchKind } from "./values.ts";

/** Words that find a thing. */
export interface Passage {
  text: string;
  /** A `name` or title of its own; who and where it is about, its `head`; left out for what is said of it. */
  as?: "name" | "head";
  /** A proper name, which is also found by how it sounds and with its words run together. */
  isProper?: boolean;
  /** Finds it and is not shown, as it says nothing to a reader: a name in another script, a year. */
  isSilent?: boolean;
}

/** What is known of a thing from one day to another. */
export interface Draft {
  kind: SearchKind;
  id: string;
  /** First day. */
  knownFrom: Day;
  /** The day after the last; `OPEN` while it is still known. */
  knownTo: Day;
  /** The day it is ordered by, the newest first; null for what has none, which comes before all that has. */
  day: Day | null;
  /** Its name comes first. */
  passages: readonly Passage[];
}

/** An entry but for its key. */
export interface Entry {
  kind: SearchKind;
  refId: string;
  knownFrom: Day;
  knownTo: Day;
  names: string;
  heads: string;
  words: string;
  shown: string[];
}

/** Known before all days. */
export const EVER = -OPEN;

/** Marks keys of sound. */
export const HEARD = "_";
/** Marks the key that says what kind of thing it is. */
export const KIND = "__";

/** Words that find nothing by themselves. */
const SMALL = new Set("a an and at by for from in of on or the to with".split(" "));

/** Whether a word is too small to ask for beside others. */
export function isSmall(key: Key): boolean {
  return SMALL.has(key.plain);
}

/** The entries of drafts. The same names return again and again in a batch, and their keys are made once. */
export function entriesOf(drafts: readonly Draft[]): Entry[] {
  const made = new Map<string, string[]>();
  const keys = (passage: Passage) => {
    const name = `${passage.isProper ? "proper" : "plain"} ${passage.text}`;
    const known = made.get(name) ?? indexed(passage);
    made.set(name, known);
    return known;
  };
  return drafts.map((draft) => entryOf(draft, keys));
}

function entryOf(draft: Draft, keysIn: (passage: Passage) => string[]): Entry {
  const { kind, id, knownFrom, knownTo, passages } = draft;
  const found = { name: new Set<string>(), head: new Set<string>(), said: new Set<string>() };
  for (const passage of passages) {
    for (const key of keysIn(passage)) found[passage.as ?? "said"].add(key);
  }
  found.said.add(`${KIND}${kind.toLowerCase()}`);
  const listed = (keys: Set<string>, ...but: Set<string>[]) =>
    [...keys].filter((key) => !but.some((others) => others.has(key))).join(" ");
  return {
    kind,
    refId: id,
    knownFrom,
    knownTo,
    names: listed(found.name),
    heads: listed(found.head, found.name),
    words: listed(found.said, found.name, found.head),
    shown: passages.filter(({ isSilent }) => !isSilent).map(({ text }) => text),
  };
}

function indexed({ text, isProper }: Passage): string[] {
  const keys = keysOf(text).filter((key) => !isSmall(key));
  const plain = keys.map((key) => key.plain);
  if (!isProper) return plain;
  // 习近平 is one word; so is شی‌جین‌پینگ.
  const pairs = plain.slice(1).map((word, index) => `${plain[index]}${word}`);
  const together = [...pairs, ...(plain.length > 2 ? [plain.join("")] : [])];
  const heard = [...keys, ...keysOf(together.join(" "))].flatMap((key) => key.bones || []);
  return [...plain, ...together, ...heard.map((bones) => `${HEARD}${bones}`)];
}

/** Drafts of the same words on both sides of a day are one. Given by `knownFrom`. */
export function merged(drafts: readonly Draft[]): Draft[] {
  const whole: Draft[] = [];
  for (const draft of drafts) {
    const last = whole.at(-1);
    const goesOn = last && last.knownTo === draft.knownFrom && sameWords(last, draft);
    if (goesOn) whole[whole.length - 1] = { ...last, knownTo: draft.knownTo };
    else whole.push(draft);
  }
  return whole;
}

function sameWords(a: Draft, b: Draft): boolean {
  return a.day === b.day && JSON.stringify(a.passages) === JSON.stringify(b.passages);
}

/** Kinds whose entries have no date, the first before the rest. */
const STANDING: readonly SearchKind[] = ["COUNTRY", "LEADER", "FORUM", "TOPIC", "STORY"];

const CLASS = 2 ** 50;
const DAYS = 2 ** 23;
const NUMBERS = CLASS / DAYS;
/** Letters of a name that it is ordered by, out of so many; names that share them are told apart by a hash. */
const LETTERS = 8;
const ALPHABET = " 0123456789abcdefghijklmnopqrstuvwxyz";
const NAMESAKES = 256;

/**
 * Where an entry stands: the largest key comes first. Countries, people, forums, topics and stories by the alphabet, then what has no date
 * yet, then the newest. The same for the same draft, so that a cursor outlives a new index; rarely the same for two.
 *
 *     kind (3 bits) · eight letters of the name (42 bits) · hash (8 bits)
 *     0 (3 bits)    · day, from 11,400 years before 1970 on (23 bits) · hash (27 bits)
 */
export function keyFor({ kind, id, day, knownFrom, passages }: Draft): number {
  const rank = STANDING.indexOf(kind);
  const hash = createHash("sha256").update(`${kind} ${id} ${knownFrom}`).digest().readUInt32BE();
  if (rank >= 0) {
    const place = alphabetical(passages[0]?.text) * NAMESAKES + (hash % NAMESAKES);
    return (STANDING.length - rank + 1) * CLASS - 1 - place;
  }
  const place = day === null ? DAYS - 1 : Math.max(0, Math.min(DAYS - 2, day + DAYS / 2));
  return place * NUMBERS + (hash % NUMBERS);
}

function alphabetical(name = ""): number {
  const letters = keysOf(name).map((key) => key.plain);
  const first = letters.join("").padEnd(LETTERS).slice(0, LETTERS);
  return [...first].reduce((sum, letter) => sum * ALPHABET.length + ALPHABET.indexOf(letter), 0);
}
