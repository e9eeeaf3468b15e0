/** /graphql: Apollo behind plain functions. POST carries whoever asks; GET is anonymous, so that any cache may keep it. */
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Config } from "../config.ts";
import { CODES, type Code, isCode } from "../graphql/codes.ts";
import type { Context } from "../graphql/context.ts";
import { formatError, isBug, thrown } from "../graphql/format-error.ts";
import { type Limits, MOST_ERRORS, most } from "../limits.ts";
import { admission } from "./admission.ts";
import { type AnswerParts, answer } from "./answer.ts";
import type { Asset } from "./assets.ts";
import { sendError } from "./errors.ts";
import { sendGraphiql, wantsPage } from "./graphiql.ts";
import { type Traced, tracing } from "./trace.ts";

/** What the address answers to. */
const METHODS = "GET, HEAD, POST, OPTIONS";

const RESPONSE_JSON = "application/graphql-response+json";

/** Mistakes of the caller's that older clients, which accept `application/json` alone, expect under status 200. */
const LEGACY: ReadonlySet<unknown> = new Set<Code>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
]);

/** Mistakes in a document that could be read, or in its variables: the draft has a status of its own for them. */
const MISTAKEN: ReadonlySet<unknown> = new Set<Code>([
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
]);

/** Codes that decide the status of an answer without data. */
const DECIDING: ReadonlySet<unknown> = new Set<Code>([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "EXECUTION_TIMEOUT",
  "UNAVAILABLE",
  "INTERNAL_SERVER_ERROR",
]);

/**
 * Which statuses mistakes of the caller's have. `compatible`: what the audits of graphql-http ask for, 200 for clients that accept
 * `application/json` alone, 400 for others. `draft`: what the draft of GraphQL over HTTP says since 2026, to everybody: 400 for what cannot be
 * read, 422 for what does not fit the schema.
 */
type Statuses = Config["statuses"];

/** Gives errors the request id, answers the status they call for, and logs bugs once, with their stack. */
function report(log: FastifyBaseLogger, statuses: Statuses): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { requestId } }) {
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            if (isBug(error))
              log.error({ reqId: requestId, err: thrown(error) }, "a resolver failed");
          }
        },
        async willSendResponse({ request, response }) {
          if (response.body.kind !== "single") return;
          const { data, errors = [] } = response.body.singleResult;
          if (errors.length === 0) return;
          response.body.singleResult.errors = errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
          if (data) return;
          const codes = errors.map((error) => error.extensions?.code);
          const [first] = codes;
          const isNew = request.http?.headers.get("accept")?.includes(RESPONSE_JSON);
          if (isCode(first) && codes.every((code) => code === first) && DECIDING.has(first)) {
            response.http.status = CODES[first];
          } else if (statuses === "draft") {
            if (codes.every((code) => MISTAKEN.has(code))) response.http.status = 422;
          } else if (!isNew && codes.every((code) => LEGACY.has(code))) {
            response.http.status = 200;
          }
        },
      };
    },
  };
}

/** What Apollo is made of. */
interface ApolloParts {
  schema: GraphQLSchema;
  log: FastifyBaseLogger;
  statuses: Statuses;
  limits: Limits;
}

/** An Apollo server over the schema, with no plugin that is called per field and nothing fetched from elsewhere. */
export function buildApollo({ schema, log, statuses, limits }: ApolloParts): ApolloServer<Traced> {
  return new ApolloServer<Traced>({
    schema,
    logger: log,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: most(limits, "tokens", true) },
    validationOptions: { maxErrors: MOST_ERRORS },
    executionOptions: { maxCoercionErrors: MOST_ERRORS },
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      admission(limits),
      report(log, statuses),
      tracing(),
    ],
  });
}

/** What the route needs. */
export interface GraphqlParts extends AnswerParts {
  /** GraphiQL's page; undefined when the client is not built. */
  page: Asset | undefined;
  limits: Limits;
}

/** Adds the routes: POST, GET and HEAD answer queries, GET from a browser is GraphiQL, OPTIONS allows any origin without cookies. */
export function serveGraphql(app: FastifyInstance, parts: GraphqlParts): void {
  const url = "/graphql";

  app.post(url, { bodyLimit: most(parts.limits, "bodyBytes", false) }, (request, reply) =>
    answer(request, reply, parts),
  );

  app.get(url, (request, reply) => {
    reply.header("vary", "Accept, Accept-Encoding");
    if (wantsPage(request) && parts.page) return sendGraphiql(request, reply, parts.page);
    return answer(request, reply, parts);
  });

  app.options(url, (_request, reply) =>
    reply
      .headers({
        allow: METHODS,
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD, POST",
        "access-control-allow-headers": "content-type, authorization, x-debug-cost, x-request-id",
        "access-control-max-age": "86400",
      })
      .code(204)
      .send(),
  );

  app.route({
    method: ["PUT", "PATCH", "DELETE"],
    url,
    handler: (_request, reply) =>
      sendError(reply.header("allow", METHODS), "METHOD_NOT_ALLOWED", "Use GET or POST."),
  });
}
