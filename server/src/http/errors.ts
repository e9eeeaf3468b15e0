/** Every error that HTTP itself answers with: shaped like GraphQL's, with a code from the closed list and the request id. */
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { CODES, type Code, codeOfRefusal, codeOfStatus } from "../graphql/codes.ts";
import { MASKED } from "../graphql/format-error.ts";
import { isRefusal } from "../refusal.ts";
import { BODY_BYTES } from "./limits.ts";

/** The body of an error, as GraphQL clients read it. */
export function errorBody(code: Code, message: string, requestId?: string) {
  return { errors: [{ message, extensions: { code, ...(requestId && { requestId }) } }] };
}

/** Answers with an error. The status is the code's own unless another is given. */
export function sendError(
  reply: FastifyReply,
  code: Code,
  message: string,
  status: number = CODES[code],
): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(errorBody(code, message, reply.request.id));
}

/** What to say of a status that Fastify chose. Its own words where they are for the caller, ours where they help more. */
function words(code: Code, error: FastifyError): string {
  switch (code) {
    case "PAYLOAD_TOO_LARGE":
      return `The body is larger than ${BODY_BYTES} bytes.`;
    case "UNSUPPORTED_MEDIA_TYPE":
      return "Send the body as application/json.";
    default:
      return error.message;
  }
}

/** Makes every error of an application, and every unknown address, answer in the one shape. */
export function shapeErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (isRefusal(error)) return sendError(reply, codeOfRefusal(error.code), error.message);
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
  const [status, text, code]: [number, string, Code] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? [431, "Request Header Fields Too Large", "HEADERS_TOO_LARGE"]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? [408, "Request Timeout", "REQUEST_TIMEOUT"]
        : [400, "Bad Request", "BAD_REQUEST"];
  const body = JSON.stringify(errorBody(code, `${text}.`));
  if (!socket.writable) return void socket.destroy();
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
