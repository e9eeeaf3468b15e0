import type { ReportLineFragment } from "../app/operations.gen.ts";
import { numberSources } from "../source/numbers.ts";

type Source = ReportLineFragment["sources"][number];

const source = (slug: string, publisher: string): Source => ({
  id: slug,
  slug,
  publisher,
  title: null,
  url: null,
  language: "en",
  publishedOn: null,
  kind: "GOVERNMENT",
  stateMedia: false,
  description: null,
});

/** Whoever says what is shown. */
export const SOURCES = [
  source("ministry", "Foreign Ministry"),
  source("embassy", "Embassy"),
  source("agency", "News agency"),
];

export const NUMBERS = numberSources(SOURCES);

/** A report that moves what is known of an event's date. */
function report(
  knownOn: string,
  status: string,
  edtf: string | null,
  [earliest, latest]: [string | null, string | null],
  note: string,
): ReportLineFragment {
  return {
    id: knownOn,
    act: "CLAIM",
    moves: true,
    retracted: false,
    claimant: "Foreign Ministry",
    knownOn,
    status,
    note,
    when: { edtf, fixed: status !== "EXPECTED", earliest, latest, precision: "DAY", text: "" },
    sources: SOURCES.slice(0, 1),
  } as ReportLineFragment;
}

const DAY: [string, string] = ["2025-01-17", "2025-01-17"];

/** The founding visit: a lead, a window, a hollow and a filled mark. */
export const REPORTS = [
  report("2024-12-03", "EXPECTED", null, [null, null], "An aide names no day."),
  report("2024-12-23", "EXPECTED", "../2025-01-19", [null, "2025-01-19"], "Before the 20th."),
  report("2024-12-26", "SCHEDULED", "2025-01-17", DAY, "Ambassador names the day."),
  report("2025-01-17", "HELD", "2025-01-17", DAY, "Treaty signed."),
];
