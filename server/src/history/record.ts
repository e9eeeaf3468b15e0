/** What a change can be of: its name in the API, and in the log. */
export const CHANGED = { AGREEMENT: "Agreement", EVENT: "Event" } as const;

/** One of them, as the log names it. */
export type Changed = (typeof CHANGED)[keyof typeof CHANGED];

/** One recorded change. `at` is a moment, ISO 8601, UTC. */
export interface ChangeRecord {
  revision: number;
  at: string;
  by: string;
  action: string;
  /** Null, like `entityId`, for a change of many at once. */
  entityType: Changed | null;
  entityId: string | null;
  version: number | null;
  note: string | null;
  reportId: string | null;
  before: unknown;
  after: unknown;
}
