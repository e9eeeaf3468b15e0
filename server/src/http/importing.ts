// A file sent to be imported, longer than a body of GraphQL may be.
//
//   POST /import?note=…&publisher=…&dryRun=true    the file as it is, as text/csv or application/json
//
//   own page? ─ rights ─ length ─ the whole of it is here ─ one write ─ the answer
//
// Nothing begins before all of it is here, and whoever hangs up before it is written has written nothing.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { gateTo } from "../access/access.ts";
import { type Format, IMPORTING, type ImportInput, importFile, textOf } from "../bundle/bundle.ts";
import { CODES, type Code, codeOfRefusal } from "../graphql/codes.ts";
import type { Context } from "../graphql/context.ts";
import { MASKED } from "../graphql/format-error.ts";
import { globalId } from "../graphql/id.ts";
import type { Row } from "../graphql/load.ts";
import { type Limits, most } from "../limits.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { errorBody, sendError } from "./errors.ts";
import { bytesOf, cut, saidIn } from "./file.ts";
import { type Purses, takeRequest } from "./rate.ts";
import { foreignness, type House, type Shown, shownIn } from "./shown.ts";

/** What the route needs. */
export interface ImportParts {
  contextOf: (requestId: string, shown: Shown | null) => Promise<Context>;
  house: House;
  purseOf?: Purses | undefined;
  limits: Limits;
}

const PATH = "/import";
/** As much as a mutation counts in the budget. */
const REQUESTS = 10;
/** Rows after which whoever follows is told how far it is. */
const TELLING = 25;
const LINES = "application/x-ndjson";

const FORMATS: Readonly<Record<string, Format>> = { "text/csv": "CSV", "application/json": "JSON" };

/** Adds the route. */
export async function serveImport(app: FastifyInstance, parts: ImportParts): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // As it comes: it is read once it is known who sends it.
    scope.addContentTypeParser("*", (_request, body, done) => done(null, body));
    scope.post(PATH, (request, reply) => receive(request, reply, parts));
  });
  app.route({
    method: ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"],
    url: PATH,
    handler: (_request, reply) =>
      sendError(
        reply.header("allow", "POST"),
        "METHOD_NOT_ALLOWED",
        "Send a file by POST, from this site's own pages or with a token.",
      ),
  });
}

async function receive(
  request: FastifyRequest,
  reply: FastifyReply,
  { contextOf, house, purseOf, limits }: ImportParts,
): Promise<FastifyReply> {
  reply.header("cache-control", "no-store");
  const shown = shownIn(request.headers, house);
  const foreign = shown?.by === "SESSION" ? foreignness(request.headers, house) : null;
  if (foreign) return sendError(reply, "FORBIDDEN", foreign);
  const context = await contextOf(request.id, shown);
  const purse = purseOf?.({ ip: request.ip, shown }, context.viewer) ?? null;
  const tooFast = takeRequest(purse, reply, { requests: REQUESTS });
  if (tooFast) return tooFast;
  gateTo(IMPORTING)(context.viewer);
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  const format = FORMATS[type];
  if (!format)
    return sendError(
      reply,
      "UNSUPPORTED_MEDIA_TYPE",
      "Send the file as text/csv, or a bundle as application/json.",
    );
  const said = saidIn(request.query);
  const longest = most(limits, "importBytes", true);
  const bytes = await bytesOf(request.raw, longest);
  if (bytes === null)
    return sendError(
      reply,
      "PAYLOAD_TOO_LARGE",
      `The file is larger than ${longest} bytes. ${limits.importBytes.instead}`,
    );
  const print = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const input: ImportInput = { ...said, format, text: print };
  const follows = request.headers.accept?.includes(LINES) === true;
  return carryOut({ input, bytes, context, follows }, reply);
}

interface Carried {
  input: ImportInput;
  bytes: Buffer;
  context: Context;
  /** Whether the answer is to come line by line, how far it is before what came of it. */
  follows: boolean;
}

async function carryOut(
  { input, bytes, context, follows }: Carried,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { storage, clock, requestId, importRows } = context;
  const lines = follows ? new Readable({ read() {} }) : null;
  const tell = (line: object) => lines?.push(`${JSON.stringify(line)}\n`);
  const last = lineCount(bytes);
  let done = 0;
  const work = importFile(
    storage,
    {
      ...{ input, clock, mostRows: importRows },
      by: context.viewer.name ?? "",
      read: () => textOf(piecesOf(bytes)),
      onRow({ line }) {
        if (reply.raw.destroyed) throw cut();
        done += 1;
        if (done % TELLING === 0) tell({ rows: done, line, lines: last });
      },
    },
    // What a dry run records is no more by the time anybody could ask for it.
    async (_tx, payload) =>
      answerOf(input.dryRun ? { ...payload, change: null } : payload, requestId),
  );
  if (lines === null) {
    const { status, ...answer } = await work;
    return reply.code(status).send(answer);
  }
  work
    .catch((error: unknown) => failed(error, reply, requestId))
    .then((answer) => {
      tell(answer);
      lines.push(null);
    });
  return reply.type(`${LINES}; charset=utf-8`).send(lines);
}

/** In pieces, so that reading keeps step with what is done. */
function piecesOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  const SIZE = 16 * 1024;
  return Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += SIZE) yield bytes.subarray(at, at + SIZE);
    })(),
  );
}

function lineCount(bytes: Buffer): number {
  let count = 1;
  // The end of the last line begins no other.
  for (const byte of bytes.subarray(0, -1)) if (byte === 10) count += 1;
  return count;
}

/** What is answered: the payload of `importBundle`, its errors in the one shape, and the status of it. */
function answerOf(payload: Row, requestId: string) {
  const { change, rows, replayed, errors } = payload;
  const { new: made, changed, unchanged, bad } = payload;
  const [first] = errors as { code: Refusal["code"] }[];
  return {
    status: first ? CODES[codeOfRefusal(first.code)] : 200,
    change: change && { id: globalId("Change", change.id), revision: change.revision },
    ...{ new: made, changed, unchanged, bad, replayed, rows },
    ...(first && {
      errors: errors.flatMap(({ code, message, path }: Row) => {
        const argument = path.filter((step: string) => step !== "input");
        return errorBody(codeOfRefusal(code), message, requestId, argument).errors;
      }),
    }),
  };
}

/** The last line of an import that came to nothing after its first had gone out. */
function failed(error: unknown, reply: FastifyReply, requestId: string) {
  if (isRefusal(error)) {
    const code = codeOfRefusal(error.code);
    return {
      status: CODES[code] as number,
      ...errorBody(code, error.message, requestId, error.inputPath),
    };
  }
  reply.log.error({ err: error }, "an import failed");
  const code: Code = "INTERNAL_SERVER_ERROR";
  return { status: CODES[code], ...errorBody(code, MASKED, requestId) };
}
