/** Every `extensions.code` that an answer of this server can carry. Closed: programs match on these. */
import type { RefusalCode } from "../refusal.ts";

/** A code, with the HTTP status it has when it is all there is to say. */
export const CODES = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  TOO_COSTLY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  STALE_VERSION: 409,
  ILLEGAL_TRANSITION: 409,
  IDEMPOTENCY_MISMATCH: 409,
  IN_THE_WAY: 409,
  RECEIPT_MISMATCH: 409,
  PAYLOAD_TOO_LARGE: 413,
  URI_TOO_LONG: 414,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL_SERVER_ERROR: 500,
  EXECUTION_TIMEOUT: 503,
  UNAVAILABLE: 503,
} as const;

/** One of the codes of `CODES`. */
export type Code = keyof typeof CODES;

/** Whether a text is one of the codes. */
export function isCode(text: unknown): text is Code {
  return typeof text === "string" && Object.hasOwn(CODES, text);
}

/** The code a refusal has on the wire. The protocol has one name for wrong input, so ours gives way to it. */
export function codeOfRefusal(code: RefusalCode): Code {
  switch (code) {
    case "INVALID_INPUT":
      return "BAD_USER_INPUT";
    case "NEWER_DATABASE":
    case "NOT_A_DATABASE":
    case "BROKEN_CHAIN":
      return "UNAVAILABLE";
    default:
      return code;
  }
}

/** The code for an HTTP status that something below us chose. */
export function codeOfStatus(status: number): Code {
  switch (status) {
    case 401:
      return "UNAUTHENTICATED";
    case 403:
      return "FORBIDDEN";
    case 404:
      return "NOT_FOUND";
    case 405:
      return "METHOD_NOT_ALLOWED";
    case 406:
      return "NOT_ACCEPTABLE";
    case 408:
      return "REQUEST_TIMEOUT";
    case 413:
      return "PAYLOAD_TOO_LARGE";
    case 414:
      return "URI_TOO_LONG";
    case 415:
      return "UNSUPPORTED_MEDIA_TYPE";
    case 429:
      return "RATE_LIMITED";
    case 431:
      return "HEADERS_TOO_LARGE";
    case 503:
      return "UNAVAILABLE";
    default:
      return status >= 400 && status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
  }
}
