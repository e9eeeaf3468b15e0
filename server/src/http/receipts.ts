// Citing an answer, and seeing it again:
//
//   POST /receipts              asks a query as anybody, and answers its receipt
//   GET  /receipts/ID           what the receipt says
//   GET  /receipts/ID/answer    the answer, made anew from what was recorded by then: the same bytes, or a refusal
import type { FastifyInstance, FastifyReply } from "fastify";
import { parse, valueFromASTUntyped, visit } from "graphql";
import { z } from "zod";
import { ANONYMOUS } from "../graphql/context.ts";
import { REPLAY } from "../transfer/replay.ts";
import { type CiteParts, issue, type Question, replay, sha256Of } from "./cite.ts";
import { sendError } from "./errors.ts";
import { originOf } from "./origin.ts";
import { type Purses, takeRequest } from "./rate.ts";
import { idOf, type Receipt, receiptIn } from "./receipt.ts";

const PATH = "/receipts";

/** What a receipt is worth, said in every one. */
const CERTIFIES =
  "What Entente held at this revision, and that it answered so. It does not certify that the world was so: for that, read the sources.";

const asked = z.object({
  query: z.string().min(1),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** What receipts need. */
export interface ReceiptParts extends CiteParts {
  purseOf?: Purses | undefined;
  /** Where readers find the server; where each request was sent to when left out. */
  publicUrl?: string | undefined;
}

/** Adds the routes. */
export function serveReceipts(app: FastifyInstance, parts: ReceiptParts): void {
  app.addHook("onClose", () => parts.copies.close());

  app.options(PATH, (_request, reply) =>
    open(reply)
      .headers({
        allow: "POST, OPTIONS",
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "content-type, x-request-id",
        "access-control-max-age": "86400",
      })
      .code(204)
      .send(),
  );

  app.post(PATH, async (request, reply) => {
    open(reply).header("cache-control", "no-store");
    const purse = parts.purseOf?.({ ip: request.ip, shown: null }, ANONYMOUS) ?? null;
    const refused = takeRequest(purse, reply);
    if (refused) return refused;
    const read = asked.safeParse(request.body);
    if (!read.success) {
      const message = "Send { query, variables, operationName } as JSON, as you would to /graphql.";
      return sendError(reply, "BAD_USER_INPUT", message);
    }
    const { query, variables, operationName } = read.data;
    const question = { query, variables: variables ?? {}, operationName: operationName ?? null };
    const issued = await issue(question, { id: request.id, purse }, parts);
    if ("status" in issued) {
      return reply.code(issued.status).headers(issued.headers).send(issued.body);
    }
    const shown = shownOf(issued, parts.publicUrl ?? originOf(request));
    return reply.code(201).header("location", shown.url).send(shown);
  });

  app.get(`${PATH}/*`, async (request, reply) => {
    open(reply).header("cache-control", "no-store");
    const purse = parts.purseOf?.({ ip: request.ip, shown: null }, ANONYMOUS) ?? null;
    const refused = takeRequest(purse, reply);
    if (refused) return refused;
    const path = (request.params as { "*": string })["*"];
    const isAnswer = path.endsWith("/answer");
    const receipt = receiptIn(isAnswer ? path.slice(0, -"/answer".length) : path);
    if (!isAnswer) return reply.send(shownOf(receipt, parts.publicUrl ?? originOf(request)));
    if (!parts.copies.has(receipt.revision)) {
      const tooMuch = takeRequest(purse, reply, { points: REPLAY.points });
      if (tooMuch) return tooMuch;
    }
    const { body, headers } = await replay(receipt, { id: request.id, purse }, parts);
    const print = sha256Of(body);
    if (print !== receipt.sha256) {
      return sendError(reply, "RECEIPT_MISMATCH", mismatch(receipt, parts.schemaVersion));
    }
    // It can never be another one.
    return reply
      .headers(headers)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("etag", `"${print}"`)
      .header("repr-digest", `sha-256=:${Buffer.from(print, "hex").toString("base64")}:`)
      .send(body);
  });
}

/** Anybody may read it, from any page. */
function open(reply: FastifyReply): FastifyReply {
  return reply.headers({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "etag, location, repr-digest, retry-after, x-request-id",
  });
}

/** A receipt as it is shown. */
function shownOf(receipt: Receipt, origin: string) {
  const id = idOf(receipt);
  const url = `${origin}${PATH}/${id}`;
  const asOf = daysIn(receipt);
  return { id, url, answerUrl: `${url}/answer`, ...receipt, asOf, certifies: CERTIFIES };
}

/** The days of knowledge that a query names, in order; none when it asks for all that is known. */
function daysIn({ query, variables }: Question): string[] {
  const given = { ...variables };
  const days = new Set<string>();
  visit(parse(query), {
    VariableDefinition({ variable, defaultValue }) {
      const name = variable.name.value;
      if (defaultValue && given[name] === undefined)
        given[name] = valueFromASTUntyped(defaultValue);
    },
    Argument({ name, value }) {
      const day = name.value === "asOf" ? valueFromASTUntyped(value, given) : null;
      if (typeof day === "string") days.add(day);
    },
  });
  return [...days].sort();
}

function mismatch({ revision, schema }: Receipt, now: string): string {
  const why =
    schema === now
      ? "the receipt was altered, or was issued elsewhere"
      : `the program has changed since: its schema was ${schema} and is ${now}`;
  return `Revision ${revision} gives another answer than the receipt says; ${why}.`;
}
