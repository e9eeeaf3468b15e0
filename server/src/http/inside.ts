/** The API asked from inside the server, as anybody asks it: the same documents, limits and budget, without HTTP in between. */
import type { FastifyReply } from "fastify";
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from "graphql";
import type { Ask } from "../feeds/feeds.ts";
import { admit, isRefused } from "../graphql/admit.ts";
import { ANONYMOUS, type Context } from "../graphql/context.ts";
import { thrown } from "../graphql/format-error.ts";
import type { Limits } from "../limits.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import { COST } from "./admission.ts";
import { spend } from "./budget.ts";
import { type Purse, rateHeaders, seconds, tooFast } from "./rate.ts";

/** What asking takes. */
export interface Asking {
  schema: GraphQLSchema;
  limits: Limits;
  documents: ReadonlyMap<string, DocumentNode>;
  purse: Purse | null;
  reply: FastifyReply;
  context: Context;
}

/** Has the API itself answer, as anybody, within the same limits, and adds up what that costs. */
export function asking({ schema, limits, documents, purse, reply, context }: Asking): Ask {
  let spent = 0;
  return async (text, variables) => {
    const document = documents.get(text);
    if (!document) throw new Error("A file asks a question that was not checked at the start");
    const admitted = admit({ schema, document, variables, viewer: ANONYMOUS, limits });
    if (isRefused(admitted)) {
      throw new Refusal("TOO_COSTLY", admitted[0]?.message ?? "This file asks for too much.");
    }
    spent += admitted.cost;
    reply.header(COST, String(spent));
    const short = purse && spend(purse.budget, { points: admitted.cost }, purse.now());
    if (short) {
      reply.headers({ ...rateHeaders(purse), "retry-after": String(seconds(short.waitMs)) });
      throw new Refusal("RATE_LIMITED", tooFast(purse, short));
    }
    const { data, errors } = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: context,
    });
    if (errors?.[0]) throw refusalOf(errors[0]);
    return data;
  };
}

/** What was thrown inside; what GraphQL itself objects to in a value as a refusal with its words. */
function refusalOf(error: Error & { extensions?: Record<string, unknown> }): unknown {
  const cause = thrown(error);
  if (isRefusal(cause)) return cause;
  return error.extensions?.code === "BAD_USER_INPUT"
    ? new Refusal("INVALID_INPUT", error.message)
    : cause;
}

/** A document of ours, read once; what the schema does not have is a bug that stops the start. */
export function checked(schema: GraphQLSchema, text: string): DocumentNode {
  const document = parse(text);
  const [mistake] = validate(schema, document);
  if (mistake) throw mistake;
  return document;
}
