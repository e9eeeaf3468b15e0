/** Lets an operation run if it keeps within the limits, and says what it costs. */
import type { ApolloServerPlugin } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import { type Admitted, admit, isRefused } from "../graphql/admit.ts";
import { CODES, isCode } from "../graphql/codes.ts";
import type { Context } from "../graphql/context.ts";
import type { Limits } from "../limits.ts";

/** Points of the request, on every answer to an operation that was within the limits. */
export const COST = "x-query-cost";
/** Whoever sends this with `1` is told the cost in `extensions` too. On every answer it would be in the way of caches that keep one for many. */
export const DEBUG_COST = "x-debug-cost";

/** Before each execution, since the cost depends on the variables: Apollo validates a document once and then knows it. */
export function admission(limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let told: Admitted | undefined;
      return {
        async didResolveOperation({ schema, document, request, contextValue, response }) {
          const { variables, operationName } = request;
          const admitted = admit({
            schema,
            document,
            variables,
            operationName,
            viewer: contextValue.viewer,
            limits,
          });
          if (isRefused(admitted)) throw withStatus(admitted);
          told = admitted;
          response.http.headers.set(COST, String(admitted.cost));
        },
        async willSendResponse({ request, response: { body } }) {
          if (!told || body.kind !== "single" || request.http?.headers.get(DEBUG_COST) !== "1")
            return;
          const cost = { requested: told.cost, maximum: told.maximum };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}

/** The first of the refusals, under the status of its code. */
function withStatus([first]: GraphQLError[]): GraphQLError {
  if (!first) throw new Error("Refused for no reason");
  const { code } = first.extensions;
  const http = { status: isCode(code) ? CODES[code] : 400, headers: new HeaderMap() };
  return new GraphQLError(first.message, {
    nodes: first.nodes ?? null,
    extensions: { ...first.extensions, http },
  });
}
