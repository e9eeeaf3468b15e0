/**
 * How often somebody may try to come in: buckets of tries for each address and for each account, that fill up again within a quarter of an
 * hour. Accounts that do not exist have theirs too, so that nothing can be learned from being stopped.
 */
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type Limits, most } from "../limits.ts";
import { networkOf } from "./rate.ts";

/** Milliseconds in which an empty bucket fills up. */
const WINDOW_MS = 15 * 60_000;
/** Buckets that are remembered. */
const MOST_KNOWN = 100_000;

interface Bucket {
  /** Most tries that it holds. */
  size: number;
  left: number;
  at: number;
}

/** Counts tries. */
export interface Tries {
  /** Takes a try of an address and, where one is named, of an account; answers null, or the milliseconds to wait if there is none left. */
  take(ip: string, email: string | null): number | null;
  /** Gives a try back that has succeeded, and the account all of its. */
  forgive(ip: string, email: string | null): void;
}

/** Remembers who has tried. Times are those of `clock`. */
export function tries(limits: Limits, clock: () => Date): Tries {
  const known = new LRUCache<string, Bucket>({ max: MOST_KNOWN });
  const bucketOf = (key: string, size: number): Bucket => {
    const now = clock().getTime();
    const { left, at } = known.get(key) ?? { left: size, at: now };
    const since = (Math.max(0, now - at) * size) / WINDOW_MS;
    const bucket = { size, left: Math.min(size, left + since), at: now };
    known.set(key, bucket);
    return bucket;
  };
  const ofAddress = (ip: string) =>
    bucketOf(`address ${networkOf(ip)}`, most(limits, "signInsOfAddress", false));
  const keyOf = (email: string) =>
    `account ${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;
  const ofAccount = (email: string) =>
    bucketOf(keyOf(email), most(limits, "signInsOfAccount", false));

  return {
    take(ip, email) {
      const buckets = [ofAddress(ip), ...(email === null ? [] : [ofAccount(email)])];
      const waits = buckets
        .filter(({ left }) => left < 1)
        .map(({ size, left }) => Math.ceil(((1 - left) * WINDOW_MS) / size));
      if (waits.length > 0) return Math.max(...waits);
      for (const bucket of buckets) bucket.left -= 1;
      return null;
    },
    forgive(ip, email) {
      const address = ofAddress(ip);
      address.left = Math.min(address.size, address.left + 1);
      if (email !== null) known.delete(keyOf(email));
    },
  };
}
