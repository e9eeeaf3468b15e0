// How a limit is proved: what just keeps within it is answered, one more is refused.
import type { LimitName } from "../../src/limits.ts";

/** What a server said to something. */
export interface Answer {
  /** In short: a status or what a socket said, with the code of an error. */
  said: string;
  code: string | null;
  message: string;
  /** The facts of a refusal. */
  facts?: { limit?: string; given?: number; most?: number };
}

/** A proof, or why there is none over this transport. */
export type Proof =
  | {
      /** Asks something that has exactly `count` of what is counted. */
      ask: (count: number, hasToken: boolean) => Promise<Answer>;
      /** The limit that it is tried at, where the server's own would take too long, or another holds here. */
      at?: number;
      /** So much is left to either side, where what is counted cannot be told to the last. */
      slack?: number;
      /** What is said instead of the limit's code. */
      refusal?: string;
    }
  | { cannot: string };

/** Proofs of every limit over one transport. */
export type Proofs = Record<LimitName, Proof>;

/** The answer in a body of GraphQL. */
export function answerIn(head: string, { errors = [] }: { errors?: Problem[] }): Answer {
  const [error] = errors;
  if (!error) return { said: head, code: null, message: "" };
  const { code, ...facts } = error.extensions;
  return { said: `${head} ${code}`, code, message: error.message, facts };
}

interface Problem {
  message: string;
  extensions: { code: string; limit?: string; given?: number; most?: number };
}

/** Text once for each place of a count. */
export const times = (count: number, text: (place: number) => string): string =>
  Array.from({ length: Math.max(0, count) }, (_, place) => text(place)).join(" ");
