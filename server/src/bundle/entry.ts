// One line of a file: one report, and what it is about.
import type { AgreementSaid, AgreementThing, EventSaid, EventThing } from "./shape.ts";

/** What is wrong with a line: in which column or field, and why. */
export interface Problem {
  /** The column of a CSV file, or the field of a JSON bundle; null where it is about the line as a whole. */
  column: string | null;
  message: string;
}

/** What is wrong with a field of a line, which then is looked at as if it said nothing there. */
export interface Fault extends Problem {
  /** Where its value would stand in a bundle. */
  path: readonly (string | number)[];
}

/** Where something stands in a file. */
export interface Spot {
  /** The line of a CSV file on which the row begins, from 1; null in JSON. */
  line: number | null;
  /** Where in a JSON bundle, such as `events[3].reports[0]`; null in CSV. */
  path: string | null;
}

/** A line that could be read; `columnOf` names the column that a field came from. */
export type Entry = Spot & {
  columnOf(path: readonly (string | number)[]): string | null;
  /** What is wrong with some of its fields already: nothing comes of it, but all else that is wrong is told as well. */
  faults?: readonly Fault[];
} & (
    | { subject: "EVENT"; thing: EventThing; said: EventSaid }
    | { subject: "AGREEMENT"; thing: AgreementThing; said: AgreementSaid }
  );

/** A line that could not. */
export type Unread = Spot & { problems: Problem[] };

/** Whether a line could be read. */
export function isRead(line: Entry | Unread): line is Entry {
  return "subject" in line;
}

/** Where it stands, in words: `line 12`, or its path. */
export function spotted({ line, path }: Spot): string {
  return line === null ? (path ?? "") : `line ${line}`;
}
