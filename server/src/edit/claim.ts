// What an editor's claim says beside its status and date.
import type { NewReport } from "../ledger/ledger.ts";
import type { SourceRow } from "../source/source.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";

/** The part of a report that every claim by an editor has alike. */
export function claimOf(
  { when, claimant, note }: { when: When; claimant: string | null; note: string },
  source: SourceRow | null,
) {
  return {
    act: "CLAIM",
    targetId: null,
    step: null,
    moves: true,
    when,
    placeId: null,
    claimant: claimant ?? source?.publisher ?? "",
    standing: "OUTLET",
    parties: [],
    body: null,
    confidence: "CERTAIN",
    dateConfidence: "CERTAIN",
    uncertainty: null,
    note,
  } as const satisfies Partial<NewReport>;
}

/** From when the world could know: the day given, else the source's, else today. A source cannot have known what was still to come. */
export function knowledge(
  knownOn: Day | null,
  source: Pick<SourceRow, "publishedDay"> | null,
  happened: Day | null,
  today: Day,
): Pick<NewReport, "knownOn" | "knownOnBasis"> {
  if (knownOn !== null) return { knownOn, knownOnBasis: "EDITOR" };
  const published = source?.publishedDay ?? null;
  const isPlausible = published !== null && published <= today && published >= (happened ?? 0);
  return isPlausible
    ? { knownOn: published, knownOnBasis: "SOURCE" }
    : { knownOn: today, knownOnBasis: "EDITOR" };
}
