// What came of an import, in lines for a terminal. Pure.
import { spotted } from "./entry.ts";
import type { Imported } from "./rows.ts";
import type { Taken } from "./take.ts";

const SIGNS = { NEW: "+", CHANGED: "~", UNCHANGED: "=", BAD: "!" } as const;

/** Each row that changes something, and each that is bad, with its reasons. Ends in a line's end unless there is none. */
export function printed({ rows }: Pick<Imported, "rows">): string {
  const lines = rows.flatMap((row) => (row.outcome === "UNCHANGED" ? [] : lineOf(row)));
  return lines.map((line) => `${line}\n`).join("");
}

function lineOf(row: Taken): string[] {
  const { outcome, slug, title, statusBefore, statusAfter, problems } = row;
  const head = `${SIGNS[outcome]} ${spotted(row)}`;
  if (outcome === "BAD")
    return problems.map(
      ({ column, message }) => `${head}${column ? `, ${column}` : ""}: ${message}`,
    );
  const moved = outcome === "NEW" ? statusAfter : `${statusBefore} to ${statusAfter}`;
  return [
    `${head}: ${slug} (${title}), ${statusBefore === statusAfter ? `still ${statusAfter}` : moved}`,
  ];
}

/** What it comes to, in a sentence. */
export function summed(
  { counts, change }: Pick<Imported, "counts" | "change">,
  dryRun: boolean,
): string {
  const { new: made, changed, unchanged, bad } = counts;
  const all = `${made} new, ${changed} changed, ${unchanged} unchanged, ${bad} bad.`;
  if (dryRun) return `A dry run: ${all} Nothing was written.`;
  return change === null
    ? all
    : `${all} Recorded as change ${change.revision}, which can be undone as one.`;
}
