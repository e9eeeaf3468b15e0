/** What one request may ask at most. Larger ones are refused before they cost anything. */

/** Bytes of a request's body. */
export const BODY_BYTES = 100 * 1024;
/** Lexical tokens of a query. */
export const TOKENS = 1000;
/** Fields one inside the other. */
export const DEPTH = 10;
/** Errors that are collected before validation gives up. */
export const ERRORS = 10;
/** Milliseconds a request may take to arrive. */
export const REQUEST_MS = 15_000;
/** Milliseconds that requests under way are given to finish once the server is told to stop. */
export const DRAIN_MS = 700;
/** Bytes that answers kept in memory may take together. */
export const ANSWER_BYTES = 64 * 1024 * 1024;
