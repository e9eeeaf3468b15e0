/** How many streams are open, and from where. A stream holds a connection and a place in every change's round for as long as it likes. */
import { isIPv6 } from "node:net";
import { LIMITS } from "../limits.ts";

/** To whoever holds as many streams as an address may. */
export const TOO_MANY = `Too many streams are open from your address, or in all. ${LIMITS.streams.instead}`;

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

  /** How many are taken. */
  get taken(): number {
    return this.#all;
  }

  /** Takes one for an address; returns what gives it back, or null when there is none left for it. */
  take(address: string | undefined): (() => void) | null {
    const place = placeOf(address ?? "");
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

/** Who shares an address: of IPv6, a household has the first four groups, and as many of the rest as it likes. */
function placeOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  if (tail !== undefined) {
    const rest = tail.split(":").filter(Boolean);
    while (groups.length + rest.length < 8) groups.push("0");
    groups.push(...rest);
  }
  return groups.slice(0, 4).join(":");
}
