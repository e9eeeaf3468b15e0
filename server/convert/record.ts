/** A report as `server/data/report.json` holds it: ready for the ledger but for its number. */
export interface ReportRecord {
  id: string;
  subject: "EVENT" | "AGREEMENT";
  subjectId: string;
  act: "CLAIM";
  /** ISO day. */
  knownOn: string;
  knownOnBasis: "SOURCE" | "EVENT_DAY" | "HORIZON";
  status: string;
  step: string | null;
  moves: boolean;
  /** EDTF; null when the report names neither a date nor a window. */
  edtf: string | null;
  /** Whether `edtf` is a date that is set, not a window that is hoped for. */
  fixed: boolean;
  placeId: string | null;
  claimant: string;
  standing: "PARTY" | "OUTLET";
  /** The person or outlet whose claim alone it is; null for what nobody in particular asserts. */
  assertedBy: string | null;
  body: string | null;
  confidence: string;
  dateConfidence: string;
  uncertainty: string | null;
  note: string | null;
  parties: { type: string; id: string }[];
  sourceIds: string[];
}

/** One record a line, so that a change reads as one line of a diff. */
export function lines(records: readonly object[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}
