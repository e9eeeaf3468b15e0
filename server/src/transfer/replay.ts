// Copies of the data as it was recorded at a revision, made when somebody asks and kept for a while: private databases that nobody writes to.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { indexed } from "../search/search.ts";
import { openStorage } from "../storage/open.ts";
import type { AnyRow } from "../storage/shape.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { tallied } from "../timeline/timeline.ts";
import { fill } from "./fill.ts";
import { recordedAt } from "./recorded.ts";

/** What replaying may take of a server that has others to answer. */
export const REPLAY = {
  /** Copies that are kept. */
  copies: 2,
  /** Who may wait while a copy is made; one is made at a time. */
  waiting: 8,
  /** Points of a minute's budget that a copy costs whoever has it made. */
  points: 25_000,
} as const;

interface Copy {
  storage: Storage;
  folder: string;
  users: number;
}

/** The copies of one database. */
export class Copies {
  readonly #storage: Storage;
  readonly #mostReports: number;
  /** The one used last comes last. */
  readonly #kept = new Map<number, Copy>();
  #making: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #isClosed = false;

  /** Of databases with at most so many reports: some thousand take a second. */
  constructor(storage: Storage, mostReports: number = LIMITS.replayReports.anonymous) {
    this.#storage = storage;
    this.#mostReports = mostReports;
  }

  /** Whether a copy of a revision is at hand. */
  has(revision: number): boolean {
    return this.#kept.has(revision);
  }

  /**
   * Runs `fn` over the data as it was recorded at a revision.
   * @throws Refusal NOT_FOUND when the past was not kept so far back; TOO_COSTLY for more than can be copied while others wait; UNAVAILABLE
   * when too many wait.
   */
  async use<T>(revision: number, fn: (storage: Storage) => Promise<T>): Promise<T> {
    const copy = this.#kept.get(revision) ?? (await this.#inTurn(revision));
    this.#kept.delete(revision);
    this.#kept.set(revision, copy);
    copy.users += 1;
    try {
      return await fn(copy.storage);
    } finally {
      copy.users -= 1;
      await this.#tidy(REPLAY.copies);
    }
  }

  /** Removes every copy, once those who use them are done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#making.catch(() => {});
    await this.#tidy(0);
  }

  /** Makes a copy when it is its turn, unless whoever came before made it. */
  async #inTurn(revision: number): Promise<Copy> {
    if (this.#waiting >= REPLAY.waiting) {
      throw new Refusal(
        "UNAVAILABLE",
        "Too many receipts are being replayed just now. Try again in some seconds.",
      );
    }
    this.#waiting += 1;
    const turn = this.#making
      .catch(() => {})
      .then(async () => {
        this.#refuseClosed();
        const copy = this.#kept.get(revision) ?? (await this.#make(revision));
        this.#kept.set(revision, copy);
        return copy;
      });
    this.#making = turn;
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #make(revision: number): Promise<Copy> {
    const folder = await mkdtemp(join(tmpdir(), "entente-replay-"));
    const storage = indexed(tallied(await openStorage(`file:${join(folder, "entente.db")}`)));
    const copy = { storage, folder, users: 0 };
    try {
      await storage.migrate();
      await this.#storage.read(async (tx) => {
        await refuseLarge(tx, this.#mostReports);
        const pages = await recordedAt(tx, revision);
        await storage.write((into) => fill(into, (name) => this.#whileOpen(pages(name))));
      });
      return copy;
    } catch (error) {
      await remove(copy);
      throw error;
    }
  }

  /** A copy that is half made must not hold up whoever stops the server. */
  async *#whileOpen(pages: AsyncIterable<AnyRow[]>): AsyncGenerator<AnyRow[]> {
    for await (const page of pages) {
      this.#refuseClosed();
      yield page;
    }
  }

  #refuseClosed(): void {
    if (this.#isClosed) throw new Refusal("UNAVAILABLE", "The server is stopping. Try again.");
  }

  /** Removes those that nobody uses and that were used longest ago, until only so many are kept. */
  async #tidy(most: number): Promise<void> {
    for (const [revision, copy] of this.#kept) {
      if (this.#kept.size <= (this.#isClosed ? 0 : most)) return;
      if (copy.users > 0) continue;
      this.#kept.delete(revision);
      await remove(copy);
    }
  }
}

async function remove({ storage, folder }: Copy): Promise<void> {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
}

async function refuseLarge(tx: Tx, most: number): Promise<void> {
  const reports = await tx.db.$count(tx.tables.report);
  if (reports <= most) return;
  throw new Refusal(
    "TOO_COSTLY",
    `This database holds ${reports} reports, and a server replays among at most ${most}. ${LIMITS.replayReports.instead}`,
  );
}
