/** A subscription as it arrives over a socket: read, held to the same rules and limits as over HTTP, and made ready to run. */
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { admit, isRefused } from "../graphql/admit.ts";
import type { Code } from "../graphql/codes.ts";
import type { Context } from "../graphql/context.ts";
import { type Limits, MOST_ERRORS, most } from "../limits.ts";
import { type Allowance, spend } from "./budget.ts";
import { type Purse, tooFast } from "./rate.ts";
import { deadlineIn, within } from "./time.ts";

/** An error with a code of the closed list. */
export function error(code: Code, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** What to run, or what is wrong with it. */
export function subscribing(
  { schema, limits, purse }: { schema: GraphQLSchema; limits: Limits; purse: Purse | null },
  contextValue: Context,
  { query, operationName, variables }: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  const poor = charge(purse, { requests: 1 });
  if (poor) return [poor];
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: most(limits, "tokens", true) });
  } catch (caught) {
    if (!(caught instanceof GraphQLError)) throw caught;
    return [withCode(caught, "GRAPHQL_PARSE_FAILED")];
  }
  const errors = validate(schema, document, specifiedRules, { maxErrors: MOST_ERRORS });
  if (errors.length > 0) return errors.map((each) => withCode(each, "GRAPHQL_VALIDATION_FAILED"));
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    return [error("OPERATION_RESOLUTION_FAILURE", "Name one operation of the document.")];
  }
  if (operation.operation !== "subscription") {
    const what = operation.operation;
    return [
      error(
        "BAD_REQUEST",
        `Only subscriptions go over a socket. Send the ${what} to /graphql by POST.`,
      ),
    ];
  }
  const { viewer } = contextValue;
  const admitted = admit({ schema, document, variables, operationName, viewer, limits });
  if (isRefused(admitted)) return admitted;
  const short = charge(purse, { points: admitted.cost });
  if (short) return [short];
  const ms = most(limits, "executionMs", viewer.role !== null);
  const inTime: Context["inTime"] = (tell) => within(ms, tell(deadlineIn(ms)));
  return {
    schema,
    document,
    contextValue: { ...contextValue, inTime },
    operationName: operationName ?? null,
    variableValues: variables ?? null,
  };
}

/** Takes from a budget; answers the refusal when there is too little. */
function charge(purse: Purse | null, wanted: Partial<Allowance>): GraphQLError | null {
  const short = purse && spend(purse.budget, wanted, purse.now());
  return short ? error("RATE_LIMITED", tooFast(purse, short)) : null;
}

/** The error with a code, unless its rule chose one. */
function withCode(given: GraphQLError, code: Code): GraphQLError {
  given.extensions.code ??= code;
  return given;
}
