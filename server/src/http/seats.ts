/** How many streams are open, and from where. A stream holds a connection and a place in every change's round for as long as it likes. */
import { LIMITS } from "../limits.ts";
import { networkOf } from "./rate.ts";

/** To whoever finds no seat. */
export const TOO_MANY = `Too many streams are open from your address, or in all. ${LIMITS.streams.instead} ${LIMITS.streamsInAll.instead}`;

export class Seats {
  readonly #ofAddress: number;
  readonly #ofAll: number;
  readonly #taken = new Map<string, number>();
  #all = 0;

  /** At most so many from one address, and so many in all. */
  constructor(ofAddress: number, ofAll: number) {
    this.#ofAddress = ofAddress;
    this.#ofAll = ofAll;
  }

  /** How many are taken now, in all. */
  get taken(): number {
    return this.#all;
  }

  /** Takes one for an address; returns what gives it back, or null when there is none left for it. */
  take(address: string): (() => void) | null {
    const place = networkOf(address);
    const taken = this.#taken.get(place) ?? 0;
    if (taken >= this.#ofAddress || this.#all >= this.#ofAll) return null;
    this.#taken.set(place, taken + 1);
    this.#all++;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#all--;
      const left = (this.#taken.get(place) ?? 1) - 1;
      if (left > 0) this.#taken.set(place, left);
      else this.#taken.delete(place);
    };
  }
}
