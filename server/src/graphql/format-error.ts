/** What a caller may read of an error: a refusal whole, a mistake of their own as GraphQL words it, a bug not at all. */
import type { GraphQLFormattedError } from "graphql";
import { GraphQLError } from "graphql";
import { LIMITS } from "../limits.ts";
import { isRefusal } from "../refusal.ts";
import { codeOfRefusal, isCode } from "./codes.ts";

/** What stands in the place of a bug. The details are in the log, under the request id. */
export const MASKED =
  "Something went wrong on our side. It has been logged; give the request id if you report it.";

/** How GraphQL says that it stopped reading. */
const TOO_MANY_TOKENS = /Document contains more tha[tn] (\d+) tokens/;

/** The error that was thrown, without GraphQL's wrapping. */
export function thrown(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? thrown(error.originalError) : error;
}

/** Whether GraphQL says that it has found enough wrong with the variables. It gives that one no code, unlike those before it. */
function isGivingUp(error: unknown): error is GraphQLError {
  return (
    error instanceof GraphQLError &&
    error.message.startsWith("Too many errors processing variables")
  );
}

/** Whether an error is a bug of ours: neither a refusal nor something GraphQL itself objects to. */
export function isBug(error: unknown): boolean {
  if (isRefusal(thrown(error)) || isGivingUp(error)) return false;
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return !isCode(code) || code === "INTERNAL_SERVER_ERROR";
}

/** The error as the caller gets it: message, place, path and `extensions.code` from the closed list. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const cause = thrown(error);
  if (isRefusal(cause)) {
    const code = codeOfRefusal(cause.code);
    const argument = cause.inputPath.length > 0 && { argument: cause.inputPath };
    return { message: cause.message, ...where, extensions: { code, ...argument, ...cause.facts } };
  }
  if (isBug(error)) {
    return { message: MASKED, ...where, extensions: { code: "INTERNAL_SERVER_ERROR" } };
  }
  // Apollo gives every broken rule one code; a rule of ours that chose its own keeps it.
  const own = cause instanceof GraphQLError ? cause.extensions.code : undefined;
  const code = isGivingUp(cause)
    ? "BAD_USER_INPUT"
    : isCode(own)
      ? own
      : formatted.extensions?.code;
  const [, tokens] = TOO_MANY_TOKENS.exec(formatted.message) ?? [];
  if (tokens) {
    const facts = { code: "TOO_COSTLY", limit: "tokens", most: Number(tokens) };
    const message = `The document has more than ${tokens} tokens, which is the most there is. ${LIMITS.tokens.instead}`;
    return { message, ...where, extensions: facts };
  }
  return { message: formatted.message, ...where, extensions: { ...formatted.extensions, code } };
}
