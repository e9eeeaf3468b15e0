// What every claim of an editor has alike: a date, a source, a note. Pure.
import type { SourceInput } from "../app/operations.gen.ts";
import { type Day, dayOf, isDay, isoOf } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { boundsOf, type Precision, readDate, writeDate } from "../when/written.ts";
import type { Problem } from "./outcome.ts";

/** A date as it stands in its field; without a precision of the editor's own it is as exact as it is written. */
export interface DateValue {
  text: string;
  precision: Precision | null;
}

/** Nothing chosen yet; a source that is recorded; a new one, its day as text. */
export type SourceValue =
  | { of: "none"; text: string }
  | {
      of: "recorded";
      id: string;
      publisher: string;
      title: string | null;
      publishedOn: string | null;
    }
  | {
      of: "new";
      publisher: string;
      title: string;
      url: string;
      publishedOn: string;
      language: string;
    };

export interface Said {
  date: DateValue;
  source: SourceValue;
  claimant: string;
  /** A day as text; empty to follow the source. */
  knownOn: string;
  note: string;
}

export const BLANK_SAID: Said = {
  date: { text: "", precision: null },
  source: { of: "none", text: "" },
  claimant: "",
  knownOn: "",
  note: "",
};

const UNREADABLE = "This can’t be read as a date. Write it as 20 Oct 2025, Oct 2025 or 2025.";

/** What a date's field comes to: EDTF, null for a date that is not known, or what is wrong with it. */
export function edtfOf(
  { text, precision }: DateValue,
  today: Day,
): { edtf: string | null } | { problem: string } {
  if (precision === "NONE") return { edtf: null };
  if (text.trim() === "")
    return { problem: "Give a date, such as 20 Oct 2025, or choose Not known." };
  const read = readDate(text, today);
  if (read === null) return { problem: UNREADABLE };
  return writeDate(read, precision ?? read.precision);
}

/** Another text in the field: the precision chosen stays as long as the new text can have it. */
export function withText(before: DateValue, text: string, today: Day): DateValue {
  const read = readDate(text, today);
  const { precision } = before;
  if (precision === null || read === null) return { text, precision };
  const fits = precision !== "NONE" && "edtf" in writeDate(read, precision);
  return { text, precision: fits ? precision : null };
}

/** The fields of what stands, to be said once more; without a date where its words cannot be read back. */
export function repeated<Status>(
  { status, when }: { status: Status; when: { edtf: string | null } },
  today: Day,
): { status: Status; date: DateValue } {
  const { edtf } = when;
  const texts = edtf === null ? [] : [edtfWords(edtf, "short"), edtf];
  const text = texts.find((each) => {
    const read = edtfOf({ text: each, precision: null }, today);
    return "edtf" in read && read.edtf === edtf;
  });
  return { status, date: { text: text ?? "", precision: null } };
}

/** What is wrong with the source. */
export function problemsOfSource(source: SourceValue, today: Day): Problem[] {
  if (source.of === "recorded") return [];
  if (source.of === "none") {
    const message =
      source.text.trim() === ""
        ? "Add a source. Every fact needs one."
        : "Choose one of the sources found, or paste the link of its page.";
    return [{ field: "source", message }];
  }
  const problems: Problem[] = [];
  if (source.publisher.trim() === "")
    problems.push({ field: "source.publisher", message: "Say who published it." });
  if (source.publishedOn.trim() !== "" && readDate(source.publishedOn, today) === null)
    problems.push({ field: "source.publishedOn", message: UNREADABLE });
  const url = source.url.trim();
  if (url !== "" && !/^https?:\/\/[^\s/]+\.\S+$/i.test(url))
    problems.push({
      field: "source.url",
      message: "Begin the link with https://, or leave it out.",
    });
  return problems;
}

/** What is wrong with the day from which it was known. */
export function problemsOfKnownOn(text: string, today: Day): Problem[] {
  if (text.trim() === "") return [];
  const day = readDate(text, today)?.edtf ?? "";
  const message = !isDay(day)
    ? "Give a day, such as 20 Oct 2025, or leave it out to follow the source."
    : dayOf(day) > today
      ? "That day is still to come. Give the day on which the world could know."
      : null;
  return message === null ? [] : [{ field: "knownOn", message }];
}

/** The day by which a source had come out: the last that its date allows; null when it has none. */
export function publishedDay(source: SourceValue, today: Day): Day | null {
  const text = source.of === "none" ? null : source.publishedOn;
  const edtf = text ? readDate(text, today)?.edtf : undefined;
  return edtf === undefined ? null : boundsOf(edtf).latest;
}

/**
 * From when it will be taken as known, and why: the day given; else the source's, unless that lies before what it tells of or is still to come;
 * else today.
 */
export function knownFrom(
  { knownOn, source }: Pick<Said, "knownOn" | "source">,
  happened: Day | null,
  today: Day,
): { day: Day; why: "given" | "source" | "today" } {
  const given = readDate(knownOn, today)?.edtf ?? "";
  if (isDay(given)) return { day: dayOf(given), why: "given" };
  const published = publishedDay(source, today);
  const isPlausible =
    published !== null && published <= today && published >= (happened ?? published);
  return isPlausible ? { day: published, why: "source" } : { day: today, why: "today" };
}

/** The part of a mutation's input that every claim has: source, claimant, day of knowledge, and the note, or `usual` where none is written. */
export function inputOfSaid(said: Omit<Said, "date">, today: Day, usual: string) {
  const { source } = said;
  const given = readDate(said.knownOn, today)?.edtf;
  return {
    ...(source.of === "recorded" && { sourceId: source.id }),
    ...(source.of === "new" && { source: sourceInput(source, today) }),
    ...(said.claimant.trim() && { claimant: said.claimant.trim() }),
    ...(given && isDay(given) && { knownOn: given }),
    note: said.note.trim() || usual,
  };
}

/** The name under which a source speaks: who says so, else its publisher. */
export function voiceOf({ claimant, source }: Pick<Said, "claimant" | "source">): string {
  return claimant.trim() || (source.of === "none" ? "" : source.publisher.trim());
}

/** The first day that a date's field allows; null where it has none. */
export function firstDayOf(date: DateValue, today: Day): Day | null {
  const read = edtfOf(date, today);
  return "edtf" in read && read.edtf !== null ? boundsOf(read.edtf).earliest : null;
}

function sourceInput(source: Extract<SourceValue, { of: "new" }>, today: Day): SourceInput {
  const published = readDate(source.publishedOn, today)?.edtf;
  return {
    publisher: source.publisher.trim(),
    ...(source.title.trim() && { title: source.title.trim() }),
    ...(source.url.trim() && { url: source.url.trim() }),
    ...(published && { publishedOn: published }),
    ...(source.language && { language: source.language }),
  };
}

/** Today by the clock of whoever looks, in UTC as the server counts. */
export function todayOf(nowMs: number): Day {
  return dayOf(isoOf(Math.floor(nowMs / 86_400_000)));
}
