/** The plain views: files over the API's own reads, for whoever asks no GraphQL. Always anonymous, so that any cache may keep them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { DOCUMENTS, FILES, type File, ordered, readRequest, write } from "../feeds/feeds.ts";
import { CODES, type Code, codeOfRefusal } from "../graphql/codes.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import type { Limits } from "../limits.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { isoOf, today } from "../when/day.ts";
import { type AnswerParts, EXPOSED, send } from "./answer.ts";
import { packed } from "./answers.ts";
import { errorBody, sendError } from "./errors.ts";
import { answersUnchanged, publicFor, tagOf } from "./etag.ts";
import { asking, checked } from "./inside.ts";
import { serveOpenapi } from "./openapi.ts";
import { originOf } from "./origin.ts";
import { rateHeaders, takeRequest } from "./rate.ts";
import { deadlineIn, within } from "./time.ts";

const METHODS = "GET, HEAD, OPTIONS";

/** What the routes need. */
export interface FeedsParts extends Omit<AnswerParts, "apollo"> {
  schema: GraphQLSchema;
  limits: Limits;
  /** Where this site is to its readers, such as `https://example.org`; by each request's Host when left out. */
  publicUrl?: string | undefined;
}

/** Adds a route for each file, and one for the description of them all. */
export function serveFeeds(app: FastifyInstance, parts: FeedsParts): void {
  // Another schema than the whole, as tests of the shell have, has no files to give.
  if (!parts.schema.getQueryType()?.getFields().events) return;
  serveOpenapi(app, parts);
  const documents = new Map(DOCUMENTS.map((text) => [text, checked(parts.schema, text)]));
  for (const file of FILES) {
    app.get(file.path, async (request, reply) => {
      reply.headers({
        "access-control-allow-origin": "*",
        "access-control-expose-headers": `${EXPOSED}, link`,
        vary: "Accept-Encoding",
      });
      try {
        return await give(file, request, reply, parts, documents);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return refuse(reply, error);
      }
    });
    app.options(file.path, (_request, reply) =>
      reply
        .headers({
          allow: METHODS,
          "access-control-allow-origin": "*",
          "access-control-allow-methods": "GET, HEAD",
          "access-control-allow-headers": "if-none-match, x-request-id",
          "access-control-max-age": "86400",
        })
        .code(204)
        .send(),
    );
    app.route({
      method: ["POST", "PUT", "PATCH", "DELETE"],
      url: file.path,
      handler: (_request, reply) =>
        sendError(
          reply.header("allow", METHODS),
          "METHOD_NOT_ALLOWED",
          "This is a file to read: use GET. Changes are mutations at /graphql.",
        ),
    });
  }
}

/** Gives a file: the one that the reader has, one written before, or a new one. */
async function give(
  file: File,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: FeedsParts,
  documents: ReadonlyMap<string, DocumentNode>,
): Promise<FastifyReply> {
  const purse = parts.purseOf?.({ ip: request.ip, shown: null }, ANONYMOUS) ?? null;
  const refused = takeRequest(purse, reply);
  if (refused) return refused;

  const given = new URL(request.url, "http://localhost").searchParams;
  // A mistake is told even to whoever holds the tag of another answer.
  readRequest(file, given);
  const origin = parts.publicUrl ?? originOf(request);
  const accepts = request.headers["accept-encoding"];
  const control = publicFor(parts.sharedSeconds, parts.clock());
  const tag = tagOf([await parts.edition(), file.path, String(ordered(file, given)), origin]);
  request.noted = { from: "unchanged", operation: file.path };
  if (answersUnchanged(request, reply, tag, control)) return reply;
  let before = await parts.answers.find(tag, accepts);
  // Waited for once: if it fails, everybody is told by an answer of their own.
  const coming = before ? undefined : parts.answers.coming(tag);
  if (coming) {
    await coming;
    before = await parts.answers.find(tag, accepts);
  }
  request.noted = { from: before ? "memory" : "executed", operation: file.path };
  if (before) return send(reply, before, tag, control);

  const make = async () => {
    const context = await parts.contextOf(request.id, null);
    const deadline = deadlineIn(parts.executionMs);
    const ask = asking({ ...parts, documents, purse, reply, context: { ...context, deadline } });
    const written = await within(
      parts.executionMs,
      write(file, given, origin, ask, isoOf(today(parts.clock))),
    );
    const headers = {
      "content-type": file.type,
      "content-disposition": `inline; filename="${file.path.slice(1)}"`,
      ...(written.next && { link: `<${written.next}>; rel="next"` }),
    };
    const body = Buffer.from(written.body);
    const answer = await packed({ body, encoding: null, headers, operation: file.path }, accepts);
    parts.answers.keep(tag, answer);
    return answer;
  };
  const answer = await parts.answers.making(tag, make());
  if (purse) reply.headers(rateHeaders(purse));
  return send(reply, answer, tag, control);
}

/** Answers a refusal, with the parameter it is about. */
function refuse(reply: FastifyReply, { code, message, inputPath }: Refusal): FastifyReply {
  const known: Code = codeOfRefusal(code);
  const {
    errors: [error],
  } = errorBody(known, message, reply.request.id);
  const argument = inputPath.length > 0 && { argument: inputPath };
  return reply
    .code(CODES[known])
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send({ errors: [{ ...error, extensions: { ...error?.extensions, ...argument } }] });
}
