// From the shipped files to rows: dates become days, lists become rows of their own.
import type { NewReport } from "../ledger/ledger.ts";
import type { Stored } from "../storage/pick.ts";
import { type Day, dayOf } from "../when/day.ts";
import { notFixed, parseWhen, type When } from "../when/when.ts";
import type { Shipped, ShippedStep } from "./shipped.ts";

/** The date in a record. */
export function dateOf({ edtf, fixed }: { edtf: string | null; fixed: boolean }): When {
  return edtf !== null && fixed ? parseWhen(edtf) : notFixed(edtf);
}

/** Rows that say what something rests on, the main source first. */
export function sourceRows<Owner extends string>(
  owner: Owner,
  things: readonly { id: string; sourceIds: string[] }[],
) {
  return things.flatMap((thing) =>
    thing.sourceIds.map(
      (sourceId, index) =>
        ({ [owner]: thing.id, position: index, sourceId }) as Record<Owner, string> & {
          position: number;
          sourceId: string;
        },
    ),
  );
}

/** A country or forum as the two columns that point at one or the other. */
export function partyColumns({ type, id }: { type: "country" | "forum"; id: string }) {
  return type === "country" ? { countryId: id, forumId: null } : { countryId: null, forumId: id };
}

/** Reports ready for the ledger. `recordedAt` is a moment, ISO 8601. */
export function newReports(
  reports: Shipped["report"],
  recordedAt: string,
  recordedBy: string,
): NewReport[] {
  return reports.map((report) => ({
    ...report,
    targetId: null,
    when: dateOf(report),
    knownOn: dayOf(report.knownOn),
    recordedAt,
    recordedBy,
  }));
}

/** Events as the first report on each makes them known. Throws for an event that no report speaks of. */
export function eventRows({ event, report }: Shipped): Stored<"event">[] {
  const firstKnown = new Map<string, Day>();
  for (const { subject, subjectId, knownOn } of report) {
    if (subject !== "EVENT") continue;
    const known = firstKnown.get(subjectId);
    firstKnown.set(subjectId, Math.min(known ?? Infinity, dayOf(knownOn)));
  }
  return event.map((each) => {
    const known = firstKnown.get(each.id);
    if (known === undefined) throw new Error(`No report on the event ${each.id}`);
    const summaryKnownOn = each.summaryKnownOn === null ? null : dayOf(each.summaryKnownOn);
    return { ...each, summaryKnownOn, firstKnown: known, version: 1 };
  });
}

/** A story's steps with their story and number. */
export function stepsOf(story: Shipped["story"]): (ShippedStep & {
  storyId: string;
  position: number;
})[] {
  return story.flatMap(({ id, steps }) =>
    steps.map((step, index) => ({ ...step, storyId: id, position: index + 1 })),
  );
}
