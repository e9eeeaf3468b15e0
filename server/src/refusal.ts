/**
 * The expected "no". Whoever is refused can do something about it, so the message says what. A bug throws an ordinary
 * `Error` instead: it is logged and masked, never shown.
 */

/** Every code a refusal can carry, with what it stands for. Closed: programs match on these. */
export const REFUSALS = {
  INVALID_INPUT: "A value is missing, malformed or out of range.",
  NOT_FOUND: "What the request names does not exist.",
  STALE_VERSION: "Somebody else changed the entity since the version this edit began from.",
  ILLEGAL_TRANSITION: "The status machine does not allow the move.",
  IN_THE_WAY: "Something that came later builds on what would be taken away.",
  IDEMPOTENCY_MISMATCH: "The idempotency key was used before with another input.",
  UNAUTHENTICATED: "No token or session that counts came with a request that needs one.",
  FORBIDDEN: "The role does not allow this, or not from here.",
  RATE_LIMITED: "Too many requests from one place in a short time.",
  TOO_COSTLY: "The query asks for more than one request may.",
  NEWER_DATABASE: "The database was written by a newer version of this program.",
  NOT_A_DATABASE: "The file or server is not a database of this program.",
  BROKEN_CHAIN: "The log of changes is not as it was recorded.",
  EXECUTION_TIMEOUT: "Answering took longer than it may.",
  UNAVAILABLE: "Something this needs cannot be reached just now.",
} as const;

/** One of the codes of `REFUSALS`. */
export type RefusalCode = keyof typeof REFUSALS;

/** What a refusal may carry beside its code and message. */
export interface RefusalDetail {
  /** What a program needs to act on it, such as `{ currentStatus, legal }` or `{ expectedVersion, currentVersion }`. */
  facts?: Record<string, unknown>;
  /** Which input it is about, outermost name first: `["input", "when"]`. */
  path?: readonly string[];
  cause?: unknown;
}

/**
 * An expected "no". `message` is one or two sentences for a person: what happened, and what to do about it.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly facts: Record<string, unknown>;
  /** `path` of the detail. Not under that name: GraphQL takes an error with a list named `path` for one of its own, and gives it no place. */
  readonly inputPath: string[];

  constructor(code: RefusalCode, message: string, detail: RefusalDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.facts = detail.facts ?? {};
    this.inputPath = [...(detail.path ?? [])];
  }

  /** The same refusal, seen from further out: `prefix` goes before its path. */
  within(...prefix: string[]): Refusal {
    const path = [...prefix, ...this.inputPath];
    return new Refusal(this.code, this.message, { facts: this.facts, path, cause: this.cause });
  }
}

/** Whether something caught is an expected "no"; anything else is a bug. */
export function isRefusal(caught: unknown): caught is Refusal {
  return caught instanceof Refusal;
}
