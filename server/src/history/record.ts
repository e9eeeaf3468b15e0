/** What a change can be of: its name in the API, and in the log. */
export const CHANGED = {
  AGREEMENT: "Agreement",
  EVENT: "Event",
  LEADER: "Leader",
  OFFICE: "Office",
  FORUM: "Forum",
  COUNTRY: "Country",
  PLACE: "Place",
  SOURCE: "Source",
  STORY: "Story",
} as const;

/** One of them, as the log names it. */
export type Changed = (typeof CHANGED)[keyof typeof CHANGED];

/** What an edit says of itself. `at` is a moment, ISO 8601, UTC. */
export interface NewChange {
  at: string;
  by: string;
  action: string;
  /** Null, like `entityId`, for a change of many at once. */
  entityType: Changed | null;
  entityId: string | null;
  version: number | null;
  note: string | null;
  reportId: string | null;
  /** What a correction rests on. */
  sourceId?: string | null;
  /** The revision of the change that it undoes. */
  undoes?: number | null;
  before: unknown;
  after: unknown;
}

/** What binds a change to all that came before it; see chain.ts. Null only where an older version of this program has just recorded it. */
export interface Seal {
  /** The hash of the change before it; null for the first. */
  prevHash: string | null;
  /** The number of the last report in the ledger by then: those after the number of the change before are its own. */
  lastReport: number | null;
  /** What its own reports hash to; null when it recorded none. */
  reportsHash: string | null;
  /** Hexadecimal SHA-256 of its canonical text. */
  hash: string | null;
}

/** One recorded change. */
export interface ChangeRecord extends NewChange, Seal {
  revision: number;
}
