/**
 * Whether an operation may run: its limits and its cost, the same over HTTP and over a socket.
 *
 *   admit({ schema, document, variables, operationName, viewer, limits? }) → { cost, maximum, writes } | GraphQLError[]
 *
 * Give it a document that was parsed with `maxTokens: most(limits, "tokens", true)` and has passed `validate`. Call it for each request,
 * never once per document: the cost depends on the variables.
 */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import { LIMITS, type LimitName, type Limits, most } from "../limits.ts";
import type { Viewer } from "./context.ts";
import { costOf, INTROSPECTION } from "./cost.ts";
import { fragmentsOf, type Shape, shapeOf } from "./shape.ts";

/** What is asked, and by whom. */
export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  /** As they came, not coerced yet. */
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Which operation of the document; its only one when left out. */
  operationName?: string | null | undefined;
  viewer: Pick<Viewer, "role">;
  /** The server's own when left out. */
  limits?: Limits;
}

/** An operation that may run. */
export interface Admitted {
  /** Its points. */
  cost: number;
  /** The most that this viewer's may have. */
  maximum: number;
  /** Mutations in it. */
  writes: number;
}

/** Whether the answer is a refusal. */
export function isRefused(admitted: Admitted | GraphQLError[]): admitted is GraphQLError[] {
  return Array.isArray(admitted);
}

/** Limits that an operation's shape is held to, with what counts them. */
const SHAPE = {
  depth: "fields one inside the other",
  selections: "fields",
  aliases: "aliases",
  directives: "directives",
} as const satisfies Partial<Record<keyof Shape & LimitName, string>>;

/**
 * Answers the cost of an operation, or every limit that it breaks, as errors with `extensions { code limit given most }`. An operation that
 * nothing names, or whose variables have the wrong types, costs nothing: GraphQL refuses it itself before it runs.
 */
export function admit(asked: Asked): Admitted | GraphQLError[] {
  const { schema, document, viewer, limits = LIMITS } = asked;
  const hasToken = viewer.role !== null;
  const maximum = most(limits, "cost", hasToken);
  const operation = getOperationAST(document, asked.operationName);
  if (!operation) return { cost: 0, maximum, writes: 0 };

  const errors: GraphQLError[] = [];
  const check = (name: LimitName, given: number, what: string) => {
    const allowed = most(limits, name, hasToken);
    if (given > allowed) errors.push(tooMuch(limits, name, { given, allowed, what, operation }));
  };
  const fragments = fragmentsOf(document);
  const shape = shapeOf(operation, fragments);
  check("tokens", document.tokenCount ?? 0, "tokens");
  for (const [name, what] of Object.entries(SHAPE)) {
    check(name as keyof typeof SHAPE, shape[name as keyof typeof SHAPE], what);
  }
  const writes = operation.operation === "mutation" ? shape.rootFields : 0;
  if (operation.operation === "mutation") check("mutations", writes, "mutations");
  else check("rootFields", shape.rootFields, "fields at its first level");
  // What is too large to look at is not looked at any closer.
  if (errors.length > 0) return errors;

  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    asked.variables ?? {},
  );
  if (!coerced) return { cost: 0, maximum, writes };
  try {
    const query = { schema, fragments, variableValues: coerced };
    const nodes = most(limits, "pageSize", hasToken);
    const cost = costOf(query, operation, nodes) + INTROSPECTION * shape.introspections;
    check("cost", cost, "points");
    return errors.length > 0 ? errors : { cost, maximum, writes };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [
      new GraphQLError(error.message, {
        nodes: error.nodes ?? null,
        extensions: { code: "BAD_USER_INPUT" },
      }),
    ];
  }
}

interface Excess {
  given: number;
  allowed: number;
  what: string;
  operation: OperationDefinitionNode;
}

function tooMuch(limits: Limits, name: LimitName, excess: Excess): GraphQLError {
  const { given, allowed, what, operation } = excess;
  const { anonymous, token, code, instead } = limits[name];
  const more = allowed < token ? ` With a token ${token} are allowed.` : "";
  const verb = name === "cost" ? "costs" : "has";
  return new GraphQLError(
    `The ${operation.operation} ${verb} ${given} ${what}; at most ${allowed} are allowed. ${instead}${allowed === anonymous ? more : ""}`,
    { nodes: operation, extensions: { code, limit: name, given, most: allowed } },
  );
}
