// What an editor can do when somebody was faster: both versions side by side, and the ways on. Pure.
import { edtfWords } from "../when/words.ts";

/** One side of the comparison, in words. */
export interface Side {
  status: string;
  /** EDTF; null for no date. */
  when: string | null;
  source: string;
  note: string;
}

export interface Row {
  name: string;
  theirs: string;
  mine: string;
  /** Whether what readers see differs here. */
  differs: boolean;
}

export type Way = "add" | "replace" | "discard";

export interface Choice {
  way: Way;
  label: string;
  hint: string;
  /** Why it is not open; null when it is. */
  closed: string | null;
}

/** The two sides, row by row; where the status or the date differ, that is marked. */
export function rowsOf(theirs: Side, mine: Side): Row[] {
  const date = (when: string | null) => (when === null ? "Not fixed" : edtfWords(when, "short"));
  return [
    {
      name: "Status",
      theirs: theirs.status,
      mine: mine.status,
      differs: theirs.status !== mine.status,
    },
    {
      name: "In effect from",
      theirs: date(theirs.when),
      mine: date(mine.when),
      differs: theirs.when !== mine.when,
    },
    { name: "Source", theirs: theirs.source, mine: mine.source, differs: false },
    { name: "Note", theirs: theirs.note, mine: mine.note, differs: false },
  ];
}

interface Situation {
  version: number;
  theirs: Side;
  mine: Side;
  /** Why mine cannot be said after theirs; null when it can. */
  closed: string | null;
  /** Whether mine is a step before the one at which theirs stands. */
  isEarlier: boolean;
  /** Whether theirs is a claim, which alone can be replaced. */
  isClaim: boolean;
}

/** The ways on, keeping both first. A rival is what says another date of the same status; anything else is added after theirs. */
export function choicesOf({
  version,
  theirs,
  mine,
  closed,
  isEarlier,
  isClaim,
}: Situation): Choice[] {
  const isRival = theirs.status === mine.status && theirs.when !== mine.when;
  const add = isRival
    ? {
        label: `Keep version ${version}, add mine as a competing claim`,
        hint: "Readers see both dates and both sources.",
      }
    : isEarlier
      ? {
          label: `Keep version ${version}, add mine as an earlier step`,
          hint: "It stays where it stands by now; readers see yours on its way there.",
        }
      : {
          label: `Keep version ${version}, add mine after it`,
          hint:
            theirs.status === mine.status
              ? "Both sources then stand behind it."
              : "Both stand in the history, in the order in which they took effect.",
        };
  return [
    { way: "add", ...add, closed },
    {
      way: "replace",
      label: "Replace with mine",
      hint: `Version ${version} stays in the history.`,
      closed: isClaim ? null : `Version ${version} recorded no claim that could be replaced.`,
    },
    { way: "discard", label: "Discard mine", hint: "", closed: null },
  ];
}

/** What is chosen until the editor says otherwise: keeping both, where that is open; else nothing. */
export function firstChoice(choices: readonly Choice[]): Way | null {
  return choices.find(({ way, closed }) => way === "add" && closed === null)?.way ?? null;
}

/** Who saved what and when, as the warning says it: `editor B saved version 14 at 14:06.` */
export function savedBy(by: string | null, version: number, base: number, clock: string | null) {
  const who = by ?? "Another editor";
  const at = clock === null ? "" : ` at ${clock}`;
  const between = version - base > 1 ? ` It is the latest of ${version - base} since yours.` : "";
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} saved version ${version}${at}.${between}`;
}
