// The one writer of a SQLite file.
//
//   write ─┐
//   write ─┼─ queue ─ BEGIN IMMEDIATE ─ savepoint, fn, release ─ … ─ COMMIT ─ resolve all
//   write ─┘                            (on throw: back to the savepoint, reject that one)
//
// A commit waits for the disk some 4 ms, whether it holds one write or forty, so writes that wait
// together are committed together. None is resolved before the commit that makes it durable.
import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { locking } from "./file.ts";

/** Most writes in one commit, so that the first does not wait for all that follow. */
const GROUP = 64;

/** A write: `run` does it, `dryRun` takes it back, `committed` comes after the commit. */
export interface Job<T> {
  run: () => Promise<T>;
  dryRun: boolean;
  committed: () => void;
}

interface Queued {
  job: Job<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  /** Runs what it is given in the async context of whoever asked for the write. */
  context: <R>(fn: () => R) => R;
}

/** Runs writes one after another and commits them in groups. */
export class Writer {
  readonly #client: Database;
  readonly #queue: Queued[] = [];
  #draining: Promise<void> | null = null;

  constructor(client: Database) {
    this.#client = client;
  }

  /** Resolves with the value of the job once it is durable; rejects when nothing of it holds. */
  add<T>(job: Job<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        job,
        resolve: resolve as (value: unknown) => void,
        reject,
        context: AsyncLocalStorage.snapshot(),
      });
      this.#draining ??= this.#drain();
    });
  }

  /** Runs `fn` while no write is under way and none begins. */
  async alone(fn: () => Promise<void>): Promise<void> {
    await this.idle();
    const turn = fn();
    // Writes asked for meanwhile wait in the queue until `fn` is done.
    this.#draining = turn.catch(() => {}).then(() => this.#drain());
    await turn;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    try {
      // Lets whoever else writes in this turn of the event loop come along.
      await nextTurn();
      while (this.#queue.length > 0) await this.#group();
    } finally {
      this.#draining = null;
    }
  }

  async #group(): Promise<void> {
    try {
      await locking(this.#client, "BEGIN IMMEDIATE");
    } catch (error) {
      // All of them have waited as long as anybody should.
      for (const queued of this.#queue.splice(0)) queued.reject(error);
      return;
    }
    const done: { queued: Queued; value: unknown }[] = [];
    try {
      for (let count = 0; count < GROUP; count++) {
        const queued = this.#queue.shift();
        if (!queued) break;
        const outcome = await this.#one(queued);
        if (outcome) done.push({ queued, value: outcome.value });
      }
      this.#client.exec("COMMIT");
    } catch (error) {
      if (this.#client.inTransaction) this.#client.exec("ROLLBACK");
      for (const { queued } of done) queued.reject(error);
      return;
    }
    for (const { queued, value } of done) {
      if (!queued.job.dryRun) queued.context(() => queued.job.committed());
      queued.resolve(value);
    }
  }

  /** Runs one write in a savepoint. Its own failure is its own; the transaction's is everybody's. */
  async #one(queued: Queued): Promise<{ value: unknown } | null> {
    this.#client.exec("SAVEPOINT one");
    try {
      const value = await queued.context(() => queued.job.run());
      if (queued.job.dryRun) this.#client.exec("ROLLBACK TO one");
      this.#client.exec("RELEASE one");
      return { value };
    } catch (error) {
      queued.reject(error);
      // A full disk ends the whole transaction, not this write alone.
      if (!this.#client.inTransaction) throw error;
      this.#client.exec("ROLLBACK TO one");
      this.#client.exec("RELEASE one");
      return null;
    }
  }
}
