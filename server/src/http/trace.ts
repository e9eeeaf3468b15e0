/** What is noted of one request to the API while it is answered: for the memory of answers, the log and the metrics. */
import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../graphql/context.ts";
import type { Purse } from "./rate.ts";

/** Notes on one request. */
export interface Trace {
  /** Name of the operation; null while it is not known, or has none. */
  operation: string | null;
  kind: "query" | "mutation" | "subscription" | null;
  /** Whether the answer holds an error. */
  hasErrors: boolean;
}

/** A context that notes are taken in. */
export interface Traced extends Context {
  trace: Trace;
  /** What whoever asks has left; null where nobody counts. */
  purse: Purse | null;
}

/** Notes of a request that nothing is known of yet. */
export function newTrace(): Trace {
  return { operation: null, kind: null, hasErrors: false };
}

/** Takes the notes. */
export function tracing(): ApolloServerPlugin<Traced> {
  return {
    async requestDidStart({ contextValue: { trace } }) {
      return {
        async didResolveOperation({ operation, operationName }) {
          trace.kind = operation?.operation ?? null;
          trace.operation = operationName;
        },
        async willSendResponse({ response }) {
          const { body } = response;
          trace.hasErrors = body.kind !== "single" || (body.singleResult.errors?.length ?? 0) > 0;
        },
      };
    },
  };
}
