// One request to /graphql, answered.
//
//   question ─ edition of the data ─ tag ─┬─ the reader has it ─ 304
//                                         ├─ given before ────── the same bytes
//                                         └─ Apollo ─ kept, if a query without errors
//
// Whoever shows a token or a session is answered anew each time, and nobody keeps that.
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { codeOfStatus } from "../graphql/codes.ts";
import type { Context } from "../graphql/context.ts";
import { DEBUG_COST } from "./admission.ts";
import { type Answer, type Answers, packed } from "./answers.ts";
import { askedBy } from "./asked.ts";
import { sendError } from "./errors.ts";
import { answersUnchanged, publicFor, tagIn, tagOf } from "./etag.ts";
import { type Purses, rateHeaders, takeRequest } from "./rate.ts";
import { foreignness, type House, type Shown, shownIn } from "./shown.ts";
import { deadlineIn, within } from "./time.ts";
import { newTrace, type Traced } from "./trace.ts";

/** Headers that scripts of other sites may read. */
export const EXPOSED =
  "etag, ratelimit-limit, ratelimit-policy, ratelimit-remaining, ratelimit-reset, retry-after, x-query-cost, x-request-id";

/** What answering takes. */
export interface AnswerParts {
  apollo: ApolloServer<Traced>;
  /** The context of a request; `shown` is null for a GET. */
  contextOf: (requestId: string, shown: Shown | null) => Promise<Context>;
  /** How cookies are called, and where the site is. */
  house: House;
  /** Tells the edition of the data. */
  edition: () => Promise<string>;
  /** What was answered before. */
  answers: Answers;
  /** Milliseconds that answering may take. */
  executionMs: number;
  /** What whoever asks has left; left out where nobody counts. */
  purseOf?: Purses | undefined;
  clock: () => Date;
  /** Seconds that caches shared by many readers may answer by themselves. */
  sharedSeconds: number;
}

/** Answers a GET or HEAD as anybody, a POST as whoever sends it. */
export async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: AnswerParts,
): Promise<FastifyReply> {
  const isPost = request.method === "POST";
  const shown = isPost ? shownIn(request.headers, parts.house) : null;
  const accepts = request.headers["accept-encoding"];
  reply.headers({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": EXPOSED,
    vary: "Accept, Accept-Encoding",
    "cache-control": isPost ? "private, no-store" : "no-store",
  });

  // A page of another site may make a browser send its cookie; it may not make it write.
  const foreign = shown?.by === "SESSION" ? foreignness(request.headers, parts.house) : null;
  if (foreign) return sendError(reply, "FORBIDDEN", foreign);
  const context = await parts.contextOf(request.id, shown);
  const purse = parts.purseOf?.({ ip: request.ip, shown }, context.viewer) ?? null;
  const refused = takeRequest(purse, reply);
  if (refused) return refused;

  const tag = shown === null ? await tagFor(request, parts) : null;
  const control = isPost ? null : publicFor(parts.sharedSeconds, parts.clock());
  if (tag !== null) {
    // Noted first: a 304 has gone out by the time we are told.
    request.noted = { from: "unchanged", operation: null };
    if (control !== null && answersUnchanged(request, reply, tag, control)) return reply;
    let before = await parts.answers.find(tag, accepts);
    // Waited for once: if it fails, everybody is told by an answer of their own.
    const coming = before ? undefined : parts.answers.coming(tag);
    if (coming) {
      await coming;
      before = await parts.answers.find(tag, accepts);
    }
    if (before) {
      request.noted = { from: "memory", operation: before.operation };
      return send(reply, before, tag, control);
    }
  }

  const make = async () => {
    const trace = newTrace();
    const { executionMs } = parts;
    const deadline = deadlineIn(executionMs);
    const work = execute(request, { ...context, deadline, trace, purse }, parts.apollo);
    const { status, ...made } = await within(executionMs, work).finally(() => {
      request.noted = { from: "executed", operation: trace.operation };
    });
    const given = await packed({ ...made, operation: trace.operation }, accepts);
    const isGood = status === 200 && trace.kind === "query" && !trace.hasErrors;
    if (tag !== null && isGood) parts.answers.keep(tag, given);
    return { status, given, isGood };
  };
  const { status, given, isGood } = await (tag ? parts.answers.making(tag, make()) : make());
  if (purse) reply.headers(rateHeaders(purse));
  reply.code(status);
  return send(reply, given, isGood ? tag : null, isGood ? control : null);
}

/** The tag of whatever answers an anonymous request without an error; null where none can. */
async function tagFor(request: FastifyRequest, { edition }: AnswerParts): Promise<string | null> {
  // Whoever asks for the cost is told what is left of their own budget, which is nobody else's answer.
  if (request.headers[DEBUG_COST] !== undefined) return null;
  const asked = askedBy(request);
  if (!asked) return null;
  const { query, variables, operationName, type } = asked;
  return tagOf([await edition(), query, variables, operationName, type]);
}

/** Sends an answer; with `control`, as one that anybody may keep under its tag. */
export function send(
  reply: FastifyReply,
  { body, encoding, headers }: Answer,
  tag: string | null,
  control: string | null,
): FastifyReply {
  reply.headers(headers);
  if (encoding) reply.header("content-encoding", encoding);
  if (control && tag) reply.headers({ etag: tagIn(tag, encoding), "cache-control": control });
  return reply.send(body);
}

/** Has Apollo answer, and takes notes. */
async function execute(
  request: FastifyRequest,
  context: Traced,
  apollo: ApolloServer<Traced>,
): Promise<Omit<Answer, "operation"> & { status: number }> {
  const isPost = request.method === "POST";
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // A GET knows nobody, so another site gains nothing by sending one: it needs no preflight.
  if (!isPost) headers.set("apollo-require-preflight", "anonymous");
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: isPost ? "POST" : "GET",
      headers,
      body: request.body,
      search: new URL(request.url, "http://localhost").search,
    },
    context: async () => context,
  });
  const { body, status = 200 } = response;
  if (body.kind !== "complete") throw new Error("Apollo answered in parts, which nothing asks for");
  return {
    status,
    body: Buffer.from(status < 400 ? body.string : identified(body.string, status, request.id)),
    encoding: null,
    headers: Object.fromEntries(response.headers),
  };
}

/**
 * An answer of errors, each with the request id, and with the code of the status where Apollo has but one for all: those that it finds in the
 * request itself pass none of its plugins.
 */
export function identified(body: string, status: number, requestId: string): string {
  const { errors, ...rest } = JSON.parse(body) as GraphQLAnswer;
  const named = errors.map(({ extensions, ...error }) => {
    const code = extensions?.code === "BAD_REQUEST" ? codeOfStatus(status) : extensions?.code;
    return { ...error, extensions: { ...extensions, code, requestId } };
  });
  return JSON.stringify({ errors: named, ...rest });
}

interface GraphQLAnswer {
  errors: { extensions?: { code?: string } }[];
}
