import { dateWords } from "./bars.ts";
import {
  type BarSegment,
  type EventKind,
  factsOf,
  idOfBar,
  idOfMark,
  type Known,
  type TimelineBar,
  type TimelineColumns,
} from "./columns.ts";
import { civilOf, type Day, longDate, monthName } from "./day.ts";
import { wordsOf } from "./look.ts";
import { footingOf } from "./when.ts";

/** Every kind of event in a word, within a sentence. */
export const KIND_WORDS: Record<EventKind, string> = {
  MEETING: "meeting",
  TALKS: "talks",
  VISIT: "visit",
  SUMMIT: "summit",
  CALL: "call",
  STATEMENT: "remarks",
  MESSAGE: "message",
  SIGNING: "signing",
  VOTE: "vote",
  ELECTION: "election",
  INAUGURATION: "inauguration",
  OTHER: "event",
};

/** `Official visit` and its like in one word. */
export function kindWord(kind: EventKind): string {
  return KIND_WORDS[kind];
}

/**
 * A mark's accessible name: "Visit, held. Pezeshkian in Moscow. 17 January 2025. Iran to Russia. 5 sources."; of a
 * plan without a day: "Planned visit, date not fixed. Pezeshkian to visit Moscow. Known since 3 December 2024."
 */
export function nameOfMark(columns: TimelineColumns, row: number): string {
  const { marks } = columns;
  const kind = kindWord(marks.kind[row] ?? "OTHER");
  const status = marks.status[row] ?? "HELD";
  const footing = footingOf(marks, row);
  const title = marks.title[row] ?? "";
  const disputed = marks.disputed[row] ? "Sources disagree." : "";
  if (status !== "HELD" && status !== "CANCELLED" && (footing === "open" || footing === "window")) {
    const when = footing === "open" ? "date not fixed" : (marks.whenText[row] ?? "");
    const state = status === "POSTPONED" ? "Postponed" : "Planned";
    const since = `Known since ${longDate(marks.firstKnown[row] ?? 0)}.`;
    return sentences(`${state} ${kind}, ${when}.`, `${title}.`, disputed, since);
  }
  const state = { HELD: "held", SCHEDULED: "planned", EXPECTED: "planned" }[status as string];
  const sources = marks.sourceCount[row] ?? 0;
  return sentences(
    `${capital(kind)}, ${state ?? status.toLowerCase()}.`,
    `${title}.`,
    `${capital(marks.whenText[row] ?? "")}.`,
    disputed,
    who(columns, row),
    `${sources} ${sources === 1 ? "source" : "sources"}.`,
  );
}

/** What an event, session or agreement is called, whatever is known of it; empty for what has no name. */
export function titleOfId({ marks, bars }: TimelineColumns, id: string): string {
  const row = marks.slug.findLastIndex((_, at) => idOfMark(marks, at) === id);
  return marks.title[row] ?? bars.find((bar) => idOfBar(bar) === id)?.title ?? "";
}

/** "Iran to Russia." of a visit; "Iran and China." of others; nothing of what concerns one lane alone. */
function who({ marks, lanes }: TimelineColumns, row: number): string {
  const roles = marks.roles[row] ?? [];
  const named = (marks.lanes[row] ?? []).flatMap((lane, index) => {
    const found = lanes[lane];
    return found ? [{ name: found.name, role: roles[index] ?? "PARTICIPANT" }] : [];
  });
  const guests = named.filter(({ role }) => role === "GUEST");
  const hosts = named.filter(({ role }) => role === "HOST");
  const join = (people: { name: string }[]) => list(people.map(({ name }) => name));
  if (marks.kind[row] === "VISIT" && guests.length > 0 && hosts.length > 0)
    return `${join(guests)} to ${join(hosts)}.`;
  return named.length > 0 ? `${join(named)}.` : "";
}

/** `A`, `A and B`, `A, B and C`. */
export function list(names: string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** A stretch's name: "Strategic Partnership Treaty, in force since 2 October 2025, after ratified 21 May 2025." */
export function nameOfSegment(bar: TimelineBar, index: number): string {
  const segment = bar.segments[index];
  if (!segment) return bar.title;
  const before = bar.segments[index - 1];
  const next = bar.segments[index + 1];
  const span = next
    ? `from ${dayWords(segment)} to ${dayWords(next)}`
    : `since ${dayWords(segment)}`;
  const after = before ? `, after ${lower(wordsOf(before))} ${dayWords(before)}` : "";
  const disputed = segment.disputed ? " Sources disagree about the date." : "";
  return `${bar.title}, ${lower(wordsOf(segment))} ${span}${after}.${disputed}`;
}

function dayWords(segment: BarSegment): string {
  if (segment.precision !== "DAY") return segment.whenText || dateWords(segment);
  return (segment.whenText.startsWith("about ") ? "about " : "") + longDate(segment.start);
}

/** "42 facts in 13 lanes, June 2024 to March 2026." */
export function nameOfWindow(known: Known, lanes: number, from: Day, to: Day): string {
  const month = (day: Day) => {
    const { year, month: number } = civilOf(day);
    return `${monthName(number)} ${year}`;
  };
  return `${count(factsOf(known), "fact")} in ${count(lanes, "lane")}, ${month(from)} to ${month(to - 1)}.`;
}

/** "Nothing recorded after 31 December 2025.", where the record ends before the day of knowledge. */
export function nameOfHorizon(horizon: Day, known: Day): string {
  return horizon < known ? `Nothing recorded after ${longDate(horizon)}.` : "";
}

/** What is said when the day of knowledge changed: the day, how much is known, the first bar and the first open plan. */
export function nameOfKnown(columns: TimelineColumns, known: Known, isToday: boolean): string {
  const { marks } = columns;
  const bar = known.bars[0];
  const last = bar?.segments[bar.segments.length - 1];
  const open = known.marks.find(
    (row) => footingOf(marks, row) === "open" && marks.status[row] === "EXPECTED",
  );
  return sentences(
    isToday ? "As known today." : `As known on ${longDate(known.day)}.`,
    `${count(factsOf(known), "fact")}.`,
    bar && last ? `${bar.title}: ${lower(wordsOf(last))}.` : "",
    open === undefined ? "" : `${marks.title[open]}: planned, no date.`,
  );
}

/** Value of the rail's slider: "As known on 5 December 2024, 23 facts"; without a count (null) until the facts are there. */
export function valueOfRail(day: Day, isToday: boolean, known: Known | null): string {
  const words = isToday ? "As known today" : `As known on ${longDate(day)}`;
  return known ? `${words}, ${count(factsOf(known), "fact")}` : words;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function sentences(...parts: string[]): string {
  return parts.filter((part) => part !== "" && part !== ".").join(" ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
