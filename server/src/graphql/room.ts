// What a room gives to the API. `schema.ts` puts the rooms together.
import type { Tx } from "../storage/storage.ts";
import type { Context, Reading } from "./context.ts";
import type { Relations, RootRead, Row } from "./load.ts";

/**
 * Carries out one write. `complete` must be called with the payload inside the transaction, so that what is selected below it is read from
 * there: a dry run's answer exists nowhere else.
 */
export type Write<Args> = (
  args: Args,
  context: Context,
  complete: (tx: Tx, payload: Row) => Promise<Row>,
) => Promise<Row>;

/**
 * Begins to tell what happens from now on: rows, each answered as if it had been asked for. Rejects with a refusal when the arguments cannot be.
 * What it returns ends when the signal aborts.
 */
export type Telling<Args> = (
  args: Args,
  context: Context,
  signal: AbortSignal,
) => Promise<AsyncGenerator<Row>>;

/** A room's part of the API. */
export interface Room {
  /** Fields that are loaded for a whole page of parents. */
  relations?: Relations;
  // biome-ignore lint/suspicious/noExplicitAny: arguments are typed by each room.
  queries?: Record<string, RootRead<any>>;
  // biome-ignore lint/suspicious/noExplicitAny: arguments are typed by each room.
  mutations?: Record<string, Write<any>>;
  // biome-ignore lint/suspicious/noExplicitAny: arguments are typed by each room.
  subscriptions?: Record<string, Telling<any>>;
  /** Fields worked out from the row alone. */
  fields?: Record<string, Record<string, (row: Row, args: Row, context: Context) => unknown>>;
  /** Rows by slug for `node` and `nodes`: entry i for slug i, null where there is none as of the reading. */
  nodes?: Record<string, (reading: Reading, slugs: string[]) => Promise<(Row | null)[]>>;
  /** Rows for slugs of a type that no node has, with their own `__typename`: what is left of things. One room gives it. */
  gone?: (reading: Reading, type: string, slugs: string[]) => Promise<(Row | null)[]>;
}
