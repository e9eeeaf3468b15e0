// What every resolver gets: who asks, where the data is, and what time it is.
import type { Refusal } from "../refusal.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import type { Day } from "../when/when.ts";

/** Whoever sends the request. */
export interface Viewer {
  /** Name of the user, or of a token that is nobody's; null for an anonymous reader. What they change is recorded under it. */
  name: string | null;
  /** Address of the user; null for an anonymous reader and for a token that is nobody's. */
  email: string | null;
  /** What they may do; null for an anonymous reader. */
  role: "VIEWER" | "EDITOR" | "ADMIN" | null;
  /** What they came by; null for an anonymous reader. */
  via: "TOKEN" | "SESSION" | null;
  /** Id of the user; null for an anonymous reader and for a token that is nobody's. */
  userId: string | null;
  /** Moment, ISO 8601, or null when it does not end. */
  expiresAt: string | null;
  /** Why the token or session that came along does not count; null when none came, or a good one. Reading stays open; whatever needs a role says it. */
  refused: Refusal | null;
}

/** One request. Time comes in through `clock`, so that tests can set it. */
export interface Context {
  storage: Storage;
  viewer: Viewer;
  clock: () => Date;
  requestId: string;
  /** Most nodes of one page of events; `pageSize` of the limits when left out. The benchmark reads larger pages than anybody may. */
  pageSize?: number;
  /** Most rows of a file that is imported; `importRows` of the limits when left out. */
  importRows?: number;
  /** How many streams follow the record at this moment; unknown when left out. */
  following?: () => number;
  /** By when it must be answered; without a bound when left out. */
  deadline?: Deadline;
  /** Runs what one event of a subscription is told by, within a deadline of its own; without a bound when left out. */
  inTime?: <Value>(tell: (deadline: Deadline) => Promise<Value>) => Promise<Value>;
}

/** A bound on the time that answering takes. */
export interface Deadline {
  /** Milliseconds there were at the start. */
  ms: number;
  /** Whether they are over. */
  isOver: () => boolean;
}

export const ANONYMOUS: Viewer = {
  name: null,
  email: null,
  role: null,
  via: null,
  userId: null,
  expiresAt: null,
  refused: null,
};

/** One consistent look at the data: a read transaction, and the day of knowledge it is for. */
export interface Reading {
  tx: Tx;
  /** Answer from what was known on this day; null for today's knowledge. */
  asOf: Day | null;
  /** Today, a UTC civil day. */
  today: Day;
  /** By when it must be done; without a bound when left out. */
  deadline?: Deadline | undefined;
}
