// What the server says of a file, in words. Pure.
import { statusWord } from "../agreement/status.ts";
import type { AgreementStatus, EventStatus } from "../app/operations.gen.ts";
import { eventStatusWord } from "../event/words.ts";
import { plural } from "../when/words.ts";

/** One row of a file, as `ImportedRow` of the API: one report, and what it is about. */
export interface Answered {
  line: number | null;
  path: string | null;
  outcome: "NEW" | "CHANGED" | "UNCHANGED" | "BAD";
  type: "EVENT" | "AGREEMENT" | null;
  slug: string | null;
  title: string | null;
  statusBefore: string | null;
  statusAfter: string | null;
  problems: { column: string | null; message: string }[];
}

/** What came of a file, or would. */
export interface Answer {
  change: { id: string; revision: number } | null;
  new: number;
  changed: number;
  unchanged: number;
  bad: number;
  replayed: boolean;
  rows: Answered[];
}

/** How many rows change something. */
export function goodIn({ new: made, changed }: Answer): number {
  return made + changed;
}

/** What trying it out came to, in a sentence: `3 rows would add something new, 1 is refused.` */
export function triedWords(answer: Answer): string {
  const { new: made, changed, unchanged, bad, rows } = answer;
  if (rows.length === unchanged) return "Nothing new: the record says all of it already.";
  const is = (count: number) => (count === 1 ? "is" : "are");
  const says = (count: number) => (count === 1 ? "says" : "say");
  const parts = [
    made > 0 && `${plural(made, "row")} would add something that is not here yet`,
    changed > 0 && `${plural(changed, "row")} would add a report to what is here`,
    unchanged > 0 && `${plural(unchanged, "row")} ${says(unchanged)} nothing new`,
    bad > 0 && `${plural(bad, "row")} ${is(bad)} refused`,
  ].filter((part) => part !== false);
  return `${parts.join("; ")}.`;
}

/** What was done, in a sentence: `Imported: 3 added, 2 changed, 4 unchanged, 1 refused.` */
export function doneWords({ new: made, changed, unchanged, bad, change }: Answer): string {
  if (change === null) return "Nothing was imported: the record says all of it already.";
  const parts = [
    made > 0 && `${made} added`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} unchanged`,
    bad > 0 && `${bad} refused`,
  ].filter((part) => part !== false);
  return `Imported: ${parts.join(", ")}.`;
}

/** Where a row stands: `Line 12`, or its path in a bundle. */
export function placeOf({ line, path }: Pick<Answered, "line" | "path">): string {
  return line === null ? (path ?? "") : `Line ${line}`;
}

/** A status of an event or an agreement in words; null for none. */
export function statusIn({ type }: Pick<Answered, "type">, status: string | null): string | null {
  if (status === null) return null;
  // Elsewhere both are planned; a row may move an event from one to the other.
  if (status === "EXPECTED") return "Planned, date not fixed";
  if (status === "SCHEDULED") return "Planned, date fixed";
  return type === "EVENT"
    ? eventStatusWord(status as EventStatus)
    : statusWord(status as AgreementStatus);
}

/** The page of what a row is about; null where it has none. */
export function pageOf({ type, slug }: Pick<Answered, "type" | "slug">): string | null {
  if (slug === null) return null;
  if (type === "EVENT") return `/events/${slug}`;
  return type === "AGREEMENT" ? `/agreements/${slug}` : null;
}
