/** /openapi.json: the plain files described for programs that make clients of such descriptions. */
import type { FastifyInstance } from "fastify";
import { parse } from "graphql";
import { FILES, openapiOf, READINGS } from "../feeds/feeds.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { EXPOSED, send } from "./answer.ts";
import { packed } from "./answers.ts";
import { answersUnchanged, publicFor, tagOf } from "./etag.ts";
import type { FeedsParts } from "./feeds.ts";
import { shapeOfItems } from "./items.ts";
import { originOf } from "./origin.ts";
import { takeRequest } from "./rate.ts";

/** Adds the route. */
export function serveOpenapi(app: FastifyInstance, parts: FeedsParts): void {
  const items = Object.fromEntries(
    Object.entries(READINGS)
      .filter(([view]) => FILES.some(({ path }) => path === `/${view}.json`))
      .map(([view, { document }]) => [view, shapeOfItems(parts.schema, parse(document))]),
  );
  app.get("/openapi.json", async (request, reply) => {
    reply.headers({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": EXPOSED,
      vary: "Accept-Encoding",
    });
    const purse = parts.purseOf?.({ ip: request.ip, shown: null }, ANONYMOUS) ?? null;
    const refused = takeRequest(purse, reply);
    if (refused) return refused;
    const text = JSON.stringify(openapiOf(parts.publicUrl ?? originOf(request), items));
    const tag = tagOf([text]);
    const control = publicFor(parts.sharedSeconds, parts.clock());
    if (answersUnchanged(request, reply, tag, control)) return reply;
    const headers = { "content-type": "application/json; charset=utf-8" };
    const plain = { body: Buffer.from(text), encoding: null, headers, operation: null };
    return send(reply, await packed(plain, request.headers["accept-encoding"]), tag, control);
  });
}
