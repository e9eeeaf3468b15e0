// The end of the log, read once for everybody who follows it: a change costs one statement, however many wait for it.
import type { Storage } from "../storage/storage.ts";
import { ALL } from "./filter.ts";
import type { ChangeRecord } from "./record.ts";
import { changesSince, revision } from "./store.ts";

/** So many of the latest changes are kept in memory: enough for whoever connects again after a moment. */
export const KEPT = 500;
/** Changes read at a time. */
const PAGE = 100;
/** Milliseconds until the log is tried again when it could not be read. */
const AGAIN_MS = 1_000;

/** Follows the log from where it ends now. What `listen` says is a hint: the log itself is read, from where the last reading ended. */
export class Tail {
  readonly #storage: Storage;
  readonly #waiting = new Set<() => void>();
  #recent: ChangeRecord[] = [];
  /** Every change after `#floor` and up to `#head` is in `#recent`. */
  #floor = 0;
  #head = 0;
  #endListening: (() => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isAsked = false;
  #isLooking = false;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Begins. Rejects when the log cannot be read. */
  async open(): Promise<void> {
    // Listening first: what is committed while the end is looked up is then told.
    this.#endListening = this.#storage.listen("changes", () => void this.#look());
    const end = await this.#storage.read(revision);
    this.#head = Math.max(this.#head, end);
    this.#floor = this.#head;
  }

  close(): void {
    this.#endListening?.();
    this.#endListening = null;
    clearTimeout(this.#timer);
  }

  /** Up to `limit` changes after a revision, oldest first; null when the log has to be asked, as they are not all in memory. */
  after(cursor: number, limit: number): ChangeRecord[] | null {
    if (cursor < this.#floor) return null;
    const from = this.#recent.findLastIndex(({ revision }) => revision <= cursor) + 1;
    return this.#recent.slice(from, from + limit);
  }

  /** Resolves once there is a change after this revision, or the signal aborts. */
  async beyond(cursor: number, signal: AbortSignal): Promise<void> {
    if (this.#head > cursor || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener("abort", wake);
    });
  }

  async #look(): Promise<void> {
    this.#isAsked = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#isAsked && this.#endListening) {
        this.#isAsked = false;
        await this.#read();
      }
    } catch {
      // Out of reach for the moment. Followers lose nothing by waiting, and one that reads for itself hears of it.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#look(), AGAIN_MS);
      this.#timer.unref();
    } finally {
      this.#isLooking = false;
    }
  }

  async #read(): Promise<void> {
    for (;;) {
      const came = await this.#storage.read((tx) => changesSince(tx, ALL, this.#head, PAGE));
      const last = came.at(-1);
      if (!last) return;
      this.#recent.push(...came);
      this.#head = last.revision;
      const dropped = this.#recent.splice(0, Math.max(0, this.#recent.length - KEPT));
      this.#floor = dropped.at(-1)?.revision ?? this.#floor;
      for (const wake of [...this.#waiting]) wake();
    }
  }
}
