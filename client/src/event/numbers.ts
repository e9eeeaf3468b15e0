import type { EventWholeFragment, SourceLineFragment } from "../app/operations.gen.ts";
import { type Numbered, numberSources } from "../source/numbers.ts";

/** The reports' sources that an event's facts rest on: those of the latest claim of its status. */
export function mainSources(event: EventWholeFragment): readonly SourceLineFragment[] {
  const claims = event.reports.nodes.filter(
    (report) => report.act === "CLAIM" && !report.retracted,
  );
  const main = claims.findLast((report) => report.status === event.status) ?? claims.at(-1);
  return main?.sources ?? [];
}

/** The numbers of an event's sources: those of its own facts first, then report by report, then the rival claims'. */
export function numbersOf(event: EventWholeFragment): Numbered {
  return numberSources(
    mainSources(event),
    ...event.reports.nodes.map((report) => report.sources),
    ...event.rivalClaims.map((rival) => rival.report.sources),
  );
}
