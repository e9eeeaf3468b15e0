// What stands in the form, what of it is kept with the browser, and what is sent of it. Pure.
import type { Problem } from "../desk/outcome.ts";
import { BLANK_SAID, inputOfSaid, problemsOfSource, type SourceValue } from "../desk/said.ts";
import type { Day } from "../when/day.ts";
import { plural } from "../when/words.ts";
import type { Answer } from "./answer.ts";
import { glance, hasTooMany, type Kind, kindOf, LONGEST, MOST_ROWS, sizeOf } from "./file.ts";

/** What the form holds. */
export interface Values {
  /** The file's name; null for what was pasted. */
  name: string | null;
  text: string;
  /** How it is written, where whoever sends it says so. */
  kind: Kind | null;
  source: SourceValue;
  note: string;
}

/** What is sent beside the text, as the address says it. */
export type Words = Readonly<Record<string, string>>;

export const BLANK: Values = {
  ...{ name: null, text: "", kind: null },
  ...{ source: { of: "none", text: "" }, note: "" },
};

/** Most characters of a text that is kept with the browser, which keeps some five million of everything. */
export const MOST_KEPT = 500_000;

/** How the text is written. */
export function kindIn({ name, text, kind }: Values): Kind {
  return kind ?? kindOf(name ?? "", text);
}

/** What the history says where no note is written. */
export function usualNote({ name }: Values): string {
  return name === null ? "Imported from a text that was pasted." : `Imported from ${name}.`;
}

/** What is wrong with the form, before anything is sent. */
export function check(values: Values, today: Day): Problem[] {
  const { name, text, source, note } = values;
  const problems: Problem[] = [];
  const found = textProblem(kindIn(values), text);
  if (text.trim() === "" && name !== null)
    problems.push({ field: "text", message: `${name} is empty.` });
  else if (text.trim() === "")
    problems.push({ field: "text", message: "Choose a file, or paste it." });
  else if (found) problems.push({ field: "text", message: found });
  const isLeftOut = source.of === "none" && source.text.trim() === "";
  if (!isLeftOut || (text.trim() !== "" && !glance(kindIn(values), text).isSourced))
    problems.push(...problemsOfSource(source, today));
  if (note.length > 1000)
    problems.push({ field: "note", message: "Keep the note under 1000 characters." });
  return problems;
}

const MOST = `${MOST_ROWS.toLocaleString("en-GB")} rows`;
const PART =
  "Part it into several files, each with the header, or import it on the server: entente import FILE.";

/** Why a text is more than the server takes at once; null where it is not, as far as can be told here. */
function textProblem(kind: Kind, text: string): string | null {
  if (sizeOf(text) > LONGEST)
    return `This is larger than 1 MiB; at most 1 MiB and ${MOST} are taken at once. ${PART}`;
  return hasTooMany(kind, text)
    ? `This has more than ${MOST}, the most that is taken at once. ${PART}`
    : null;
}

/** What the address of an import says. Rows that were refused stay out; where none was, one that is now keeps all out. */
export function wordsOf(
  values: Values,
  today: Day,
  tried: Answer | null,
  key: string | null,
): Words {
  const said = { ...BLANK_SAID, source: values.source, note: values.note };
  const { note, sourceId, source } = inputOfSaid(said, today, usualNote(values));
  const { publisher, title, url, publishedOn, language } = source ?? {};
  const words = { sourceId, publisher, title, url, publishedOn, language };
  return {
    note,
    mode: tried === null || tried.bad > 0 ? "GOOD_ROWS" : "ALL_OR_NOTHING",
    ...(key === null ? { dryRun: "true" } : { idempotencyKey: key }),
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text != null)),
  };
}

/** What the button says that imports what was tried out. */
export function importWords({ new: made, changed, bad }: Answer): string {
  const good = made + changed;
  if (bad > 0) return `Import the ${plural(good, "good row")}`;
  return good === 1 ? "Import this row" : `Import all ${plural(good, "row")}`;
}
