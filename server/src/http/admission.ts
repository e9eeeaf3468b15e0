/** Lets an operation run if it keeps within the limits and its asker's budget, and says what it costs. */
import type { ApolloServerPlugin } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import { type Admitted, admit, isRefused } from "../graphql/admit.ts";
import { CODES, isCode } from "../graphql/codes.ts";
import type { Limits } from "../limits.ts";
import { owe, spend, standingOf } from "./budget.ts";
import { type Purse, rateHeaders, seconds, tooFast } from "./rate.ts";
import type { Traced } from "./trace.ts";

/** Points of the request, on every answer to an operation that was within the limits. */
export const COST = "x-query-cost";
/** Whoever sends this with `1` is told the cost in `extensions` too. On every answer it would be in the way of caches that keep one for many. */
export const DEBUG_COST = "x-debug-cost";

/** How many requests a mutation counts as. */
const WRITE_REQUESTS = 10;
/** Validation compares fields with each other, so what it takes grows with the square of the tokens: this many pairs take a point's time. */
const PAIRS_A_POINT = 50;

/** Before each execution, since the cost depends on the variables: Apollo validates a document once and then knows it. */
export function admission(limits: Limits): ApolloServerPlugin<Traced> {
  return {
    async requestDidStart() {
      let told: Admitted | undefined;
      return {
        async validationDidStart({ document, contextValue: { purse } }) {
          const points = Math.ceil((document.tokenCount ?? 0) ** 2 / PAIRS_A_POINT);
          if (purse) owe(purse.budget, { points });
        },
        async didResolveOperation({ schema, document, request, contextValue, response }) {
          const { variables, operationName } = request;
          const { viewer, purse } = contextValue;
          const asked = { schema, document, variables, operationName, viewer, limits };
          const admitted = admit(asked);
          if (isRefused(admitted)) throw withStatus(admitted[0]);
          told = admitted;
          response.http.headers.set(COST, String(admitted.cost));
          if (purse) charge(purse, admitted);
        },
        async willSendResponse({ request, response: { body }, contextValue: { purse } }) {
          if (!told || body.kind !== "single" || request.http?.headers.get(DEBUG_COST) !== "1")
            return;
          const cost = { requested: told.cost, maximum: told.maximum, ...(purse && leftOf(purse)) };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}

/** Takes a request's points out of a purse, and for its mutations nine requests more than the one that brought them. */
function charge(purse: Purse, { cost, writes }: Admitted): void {
  const requests = Math.max(0, writes * WRITE_REQUESTS - 1);
  const short = spend(purse.budget, { points: cost, requests }, purse.now());
  if (!short) return;
  const wait = String(seconds(short.waitMs));
  const headers = [...Object.entries(rateHeaders(purse)), ["retry-after", wait] as const];
  const error = new GraphQLError(tooFast(purse, short), { extensions: { code: "RATE_LIMITED" } });
  throw withStatus(error, headers);
}

function leftOf({ budget, now }: Purse) {
  const { remaining, resetMs } = standingOf(budget, "points", now());
  return { remaining, resetAt: new Date(now() + resetMs).toISOString() };
}

/** An error under the status of its code. */
function withStatus(
  error: GraphQLError | undefined,
  headers: Iterable<readonly [string, string]> = [],
): GraphQLError {
  if (!error) throw new Error("Refused for no reason");
  const { code } = error.extensions;
  const http = { status: isCode(code) ? CODES[code] : 400, headers: new HeaderMap(headers) };
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { ...error.extensions, http },
  });
}
