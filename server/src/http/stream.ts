/** `GET /changes`: every change as an event stream. The id of an event is its revision, so a browser that connects again goes on where it was. */
import type { ServerResponse } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Context } from "../graphql/context.ts";
import { type ChangeRecord, follow, type Step, startOf } from "../history/history.ts";
import { HEARTBEAT_MS } from "../limits.ts";
import type { Storage } from "../storage/storage.ts";
import { sendError } from "./errors.ts";
import { Events, eventsOf } from "./events.ts";
import type { Metrics } from "./metrics.ts";
import { type Seats, TOO_MANY } from "./seats.ts";
import { wishOf } from "./wish.ts";

/** Milliseconds after which a browser that lost its stream asks again. */
const RETRY_MS = 2_000;

/** What the route needs. */
export interface StreamParts {
  schema: GraphQLSchema;
  storage: Storage;
  contextOf: (requestId: string, shown: null) => Promise<Context>;
  seats: Seats;
  metrics: Metrics;
  /** Milliseconds between signs of life; the server's own when left out. */
  heartbeatMs?: number | undefined;
}

/** Adds the route. All streams end when the application closes. */
export function serveStream(app: FastifyInstance, parts: StreamParts): void {
  const { storage, seats, heartbeatMs = HEARTBEAT_MS } = parts;
  const open = new Set<AbortController>();
  const events = new Events();
  parts.metrics.watchSubscribers("stream", () => open.size);
  app.addHook("preClose", async () => {
    for (const stream of open) stream.abort();
  });

  app.get("/changes", { exposeHeadRoute: false }, async (request, reply) => {
    // Before anything can be refused: a page of another site may then read why.
    reply.header("access-control-allow-origin", "*");
    const wish = wishOf(request.query as Record<string, unknown>);
    const after = lastEventId(request) ?? wish.after;
    const start = await startOf(storage, after, wish.wanted.since);
    const leave = seats.take(request.ip);
    if (!leave) {
      reply.header("retry-after", "60");
      return sendError(reply, "RATE_LIMITED", TOO_MANY);
    }
    const ending = new AbortController();
    const { signal } = ending;
    open.add(ending);
    reply.hijack();
    const { raw } = reply;
    raw.once("close", () => ending.abort());
    raw.on("error", () => ending.abort());
    // Gone while the start was looked up: then nothing will say so any more.
    if (raw.destroyed) ending.abort();
    for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...HEADERS })) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.write(`retry: ${RETRY_MS}\nid: ${start}\n\n`);
    const place = { cursor: start };
    const stop = keepAlive(raw, place, heartbeatMs);
    try {
      const steps = follow(storage, wish.wanted, start, signal);
      const context = await parts.contextOf(request.id, null);
      const textsOf = (changes: ChangeRecord[]) =>
        events.of(changes, (some) => eventsOf(parts.schema, context, some));
      await tell(raw, steps, textsOf, place, signal);
    } catch (error) {
      request.log.error({ err: error }, "a stream failed");
    } finally {
      stop();
      leave();
      open.delete(ending);
      raw.end();
    }
    return reply;
  });

  app.head("/changes", (_request, reply) =>
    reply.header("access-control-allow-origin", "*").headers(HEADERS).send(),
  );
  app.options("/changes", (_request, reply) =>
    reply
      .headers({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET",
        "access-control-allow-headers": "last-event-id, cache-control",
        "access-control-max-age": "86400",
      })
      .code(204)
      .send(),
  );
}

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // No proxy may hold events back, to squeeze them or to fill a buffer.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  // The stream is the connection: when one ends, so does the other.
  connection: "close",
};

/** Where a browser was when it lost the stream. Sent empty by some before the first event. */
function lastEventId(request: FastifyRequest): string | null {
  const id = request.headers["last-event-id"];
  return typeof id === "string" && id !== "" ? id : null;
}

/** Writes steps as they come, each event only once the reader took those before. */
async function tell(
  raw: ServerResponse,
  steps: AsyncIterable<Step>,
  textsOf: (changes: ChangeRecord[]) => Promise<string[]>,
  place: { cursor: number },
  signal: AbortSignal,
): Promise<void> {
  for await (const { changes, cursor } of steps) {
    for (const text of changes.length > 0 ? await textsOf(changes) : []) {
      if (signal.aborted) return;
      if (!raw.write(text)) await drained(raw, signal);
    }
    place.cursor = cursor;
  }
}

function drained(raw: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      raw.off("drain", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    if (signal.aborted) return resolve();
    raw.on("drain", go);
    signal.addEventListener("abort", go);
  });
}

/**
 * Writes a sign of life now and then, with the place reached: nothing wanted may have come for long, and whoever connects again need not look
 * through all that once more. Cuts a reader off who has not taken what was written by the time before.
 */
function keepAlive(raw: ServerResponse, place: { cursor: number }, everyMs: number): () => void {
  let wasFull = false;
  const timer = setInterval(() => {
    const isFull = raw.writableNeedDrain;
    if (isFull && wasFull) raw.destroy();
    else if (!isFull) raw.write(`: still here\nid: ${place.cursor}\n\n`);
    wasFull = isFull;
  }, everyMs);
  return () => clearInterval(timer);
}
