/** Who asks how much: a budget for each address without a token, for each token, and for each session. */
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { FastifyReply } from "fastify";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../graphql/context.ts";
import { type Limits, most } from "../limits.ts";
import {
  type Allowance,
  type Budget,
  newBudget,
  type Short,
  scarcest,
  spend,
  WINDOW_MS,
} from "./budget.ts";
import { sendError } from "./errors.ts";
import type { Shown } from "./shown.ts";

/** Budgets that are remembered. Whoever is forgotten, having asked nothing for longest, begins anew. */
const MOST_KNOWN = 100_000;

/** The budget of one asker, with what to say of it. Null stands for an asker whose requests nobody counts. */
export interface Purse {
  budget: Budget;
  hasToken: boolean;
  now: () => number;
}

/** Who asks, as far as a request tells. */
export interface Asker {
  ip: string;
  shown: Shown | null;
}

/** Finds the purse of whoever asks. */
export type Purses = (asker: Asker, viewer: Viewer) => Purse | null;

/** Remembers who has asked how much. Times are those of `clock`. */
export function purses(limits: Limits, clock: () => Date): Purses {
  const known = new LRUCache<string, Budget>({ max: MOST_KNOWN });
  const now = () => clock().getTime();
  return ({ ip, shown }, viewer) => {
    // A token or session that does not count is no name to hide under: there are as many of those as anybody cares to make up.
    const hasToken = viewer.role !== null;
    const key = hasToken ? digestOf(shown?.text ?? "") : networkOf(ip);
    let budget = known.get(key);
    if (!budget) {
      const requests = most(limits, "requestsPerMinute", hasToken);
      const points = most(limits, "pointsPerMinute", hasToken);
      budget = newBudget({ requests, points }, now());
      known.set(key, budget);
    }
    return { budget, hasToken, now };
  };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** What stands for one reader among addresses: an IPv4 address, or the 64 bits of an IPv6 one that its holder was given. */
export function networkOf(address: string): string {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1]) return mapped[1];
  // Canonical by way of a URL: the shortest form, in small letters.
  const text = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [head = "", tail] = text.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  return `${[...groups, ...Array(zeros).fill("0"), ...after].slice(0, 4).join(":")}::/64`;
}

/** The headers that tell how much is left, of the measure that is nearest to its end, and how long until all of it is there again. */
export function rateHeaders({ budget, now }: Purse): Record<string, string> {
  const { limit, remaining, resetMs } = scarcest(budget, now());
  const { requests, points } = budget.allowance;
  const window = WINDOW_MS / 1000;
  return {
    "ratelimit-policy": `${requests};w=${window};comment="requests", ${points};w=${window};comment="points"`,
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(seconds(resetMs)),
  };
}

/** Whole seconds, at least one: whoever waits so long does not come too early. */
export function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

/** What to say to whoever has asked too much. */
export function tooFast({ budget, hasToken }: Purse, { measure, waitMs }: Short): string {
  const whose = hasToken ? "This token" : "This address";
  const else_ = hasToken ? "" : " With a token more is allowed.";
  return `${whose} has used up its ${budget.allowance[measure]} ${measure} a minute. Try again in ${seconds(waitMs)} s, as Retry-After says.${else_}`;
}

/** Takes one request, or what else it comes to, out of a purse; answers the refusal that was sent if there is too little in it. */
export function takeRequest(
  purse: Purse | null,
  reply: FastifyReply,
  wanted: Partial<Allowance> = { requests: 1 },
): FastifyReply | null {
  if (!purse) return null;
  const short = spend(purse.budget, wanted, purse.now());
  reply.headers(rateHeaders(purse));
  if (!short) return null;
  reply.header("retry-after", String(seconds(short.waitMs)));
  return sendError(reply, "RATE_LIMITED", tooFast(purse, short));
}
