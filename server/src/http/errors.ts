/** Every error that HTTP itself answers with: shaped like GraphQL's, with a code from the closed list and the request id. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { CODES, type Code, codeOfRefusal, codeOfStatus } from "../graphql/codes.ts";
import { MASKED } from "../graphql/format-error.ts";
import { LIMITS } from "../limits.ts";
import { isRefusal } from "../refusal.ts";

/** The body of an error, as GraphQL clients read it. */
export function errorBody(
  code: Code,
  message: string,
  requestId?: string,
  argument: readonly string[] = [],
) {
  const about = { ...(argument.length > 0 && { argument }), ...(requestId && { requestId }) };
  return { errors: [{ message, extensions: { code, ...about } }] };
}

/** Answers with an error. The status is the code's own unless another is given; `argument` names the input it is about. */
export function sendError(
  reply: FastifyReply,
  code: Code,
  message: string,
  status: number = CODES[code],
  argument: readonly string[] = [],
): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .header("x-request-id", reply.request.id)
    .type("application/json; charset=utf-8")
    .send(errorBody(code, message, reply.request.id, argument));
}

/** What to say of a status that Fastify chose. Its own words where they are for the caller, ours where they help more. */
function words(code: Code, error: FastifyError): string {
  switch (code) {
    case "PAYLOAD_TOO_LARGE":
      return `The body is larger than ${LIMITS.bodyBytes.anonymous} bytes. ${LIMITS.bodyBytes.instead}`;
    case "UNSUPPORTED_MEDIA_TYPE":
      return "Send the body as application/json.";
    default:
      return error.message;
  }
}

/** Makes every error of an application, and every unknown address, answer in the one shape. */
export function shapeErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (isRefusal(error)) {
      const code = codeOfRefusal(error.code);
      return sendError(reply, code, error.message, CODES[code], error.inputPath);
    }
    const status = error.statusCode ?? 500;
    const code = codeOfStatus(status);
    if (status < 500) return sendError(reply, code, words(code, error), status);
    if (code === "UNAVAILABLE") return sendError(reply, code, "The server is stopping. Try again.");
    request.log.error({ err: error }, "a request failed");
    return sendError(reply, "INTERNAL_SERVER_ERROR", MASKED);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0];
    return sendError(reply, "NOT_FOUND", `There is nothing at ${path}.`);
  });
}

/** Answers what Node could not read as HTTP: it never becomes a request, so no handler sees it. */
export function refuseRawly(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [status, text, code, message]: [number, string, Code, string] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? [
          431,
          "Request Header Fields Too Large",
          "HEADERS_TOO_LARGE",
          "The address and the headers are larger than 16 KiB together. Send a long query by POST.",
        ]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? [408, "Request Timeout", "REQUEST_TIMEOUT", "The request took too long to arrive."]
        : [400, "Bad Request", "BAD_REQUEST", "This is not HTTP/1.1 that can be read."];
  answerRawly(socket, `${status} ${text}`, code, message);
}

/** Answers with an error over a bare socket, for what no route sees, and ends it. `status` is a number and its words. */
export function answerRawly(
  socket: Duplex,
  status: string,
  code: Code,
  message: string,
  more: Record<string, string> = {},
): void {
  const id = randomUUID();
  const body = JSON.stringify(errorBody(code, message, id));
  if (!socket.writable) return void socket.destroy();
  const headers = Object.entries({ ...rawHeaders(id, body), ...more, Connection: "close" });
  socket.end(
    `HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  );
}

/** Answers an `Expect` header with anything but `100-continue`, which Node would refuse without a body. */
export function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  const body = JSON.stringify(
    errorBody("BAD_REQUEST", "The Expect header may only say 100-continue.", id),
  );
  response.writeHead(417, rawHeaders(id, body)).end(body);
}

function rawHeaders(requestId: string, body: string): Record<string, string> {
  return {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
  };
}
