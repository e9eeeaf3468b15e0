// Along the ledger once, hashing one stretch of reports after another: those that one change recorded.
import { createHash } from "node:crypto";
import { type Held, reportsAfter } from "../ledger/ledger.ts";
import type { Tx } from "../storage/storage.ts";
import { canonical, held } from "./canonical.ts";

/** What one stretch holds. */
export interface Stretch {
  /** The number of its last report; where it began when it is empty. */
  last: number;
  /** How many reports. */
  count: number;
  /** SHA-256 of the texts of its reports, each with a line feed after it; null for none. */
  hash: string | null;
  /** The id of its first report; null for none. */
  first: string | null;
  /** Whether the report that was asked for is in it. */
  hasNamed: boolean;
}

/** A walk that begins after a number of the ledger. */
export class Walk {
  readonly #pages: AsyncGenerator<Held[]>;
  #page: Held[] = [];
  #place = 0;
  #last: number;

  constructor(tx: Tx, after: number) {
    this.#pages = reportsAfter(tx, after);
    this.#last = after;
  }

  /** Goes on up to the report with this number, or to the end; looks whether the report with the id `named` is on the way. */
  async upTo(last: number | null, named: string | null = null): Promise<Stretch> {
    const hash = createHash("sha256");
    const found: Stretch = { last: 0, count: 0, hash: null, first: null, hasNamed: false };
    for (let next = await this.#peek(); next; next = await this.#peek()) {
      if (last !== null && next.row.seq > last) break;
      this.#place += 1;
      this.#last = next.row.seq;
      found.count += 1;
      found.first ??= next.row.id;
      found.hasNamed ||= next.row.id === named;
      hash.update(`${textOf(next)}\n`);
    }
    return { ...found, last: this.#last, hash: found.count > 0 ? hash.digest("hex") : null };
  }

  async #peek(): Promise<Held | null> {
    if (this.#place === this.#page.length) {
      const { value, done } = await this.#pages.next();
      this.#page = done ? [] : value;
      this.#place = 0;
    }
    return this.#page[this.#place] ?? null;
  }
}

/** The text that a report is hashed as: canonical JSON of every column that has a value, with the rows of its sources and its parties. */
export function textOf({ row, sources, parties }: Held): string {
  return canonical({ ...held(row), sources: sources.map(held), parties: parties.map(held) });
}
