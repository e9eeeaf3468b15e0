// An expected failure of a write, as its payload tells it.
import type { Refusal } from "../refusal.ts";
import type { Row } from "./load.ts";

const TYPES: Partial<Record<Refusal["code"], string>> = {
  STALE_VERSION: "StaleVersionError",
  ILLEGAL_TRANSITION: "IllegalTransitionError",
  INVALID_INPUT: "InvalidInputError",
  NOT_FOUND: "NotFoundError",
  IDEMPOTENCY_MISMATCH: "IdempotencyMismatchError",
  IN_THE_WAY: "InTheWayError",
};

/** A refusal as an error of a payload; its facts are the fields of its type. */
export function problemRow({ code, message, inputPath, facts }: Refusal): Row {
  return { __typename: TYPES[code], code, message, path: inputPath, ...facts };
}
