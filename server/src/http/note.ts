/** One line in the log for each request, and its count in the metrics. What was asked is told by its name, never by its words. */
import type { FastifyInstance } from "fastify";
import { MOST_NAME } from "../limits.ts";
import { COST } from "./admission.ts";
import type { From, Metrics } from "./metrics.ts";

/** What is known of an answer of the API, beside its status. */
export interface Noted {
  from: From;
  /** Name of the operation; null when it has none, or was not looked at. */
  operation: string | null;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set by whoever answers a request to the API. */
    noted: Noted | null;
  }
}

/**
 * Notes every request once it is answered: `reqId method route status ms`, and for the API `operation from cost`. The route is its pattern, so
 * that no address, and with it no variable, comes into the log; headers and bodies never do.
 */
export function noteRequests(app: FastifyInstance, metrics: Metrics): void {
  app.decorateRequest("noted", null);
  app.addHook("onResponse", async (request, reply) => {
    const { method, noted } = request;
    const route = request.routeOptions.url;
    const status = reply.statusCode;
    const told = reply.getHeader(COST);
    const cost = told === undefined ? undefined : Number(told);
    const ms = reply.elapsedTime;
    metrics.served({ method, route, status, seconds: ms / 1_000, from: noted?.from, cost });
    const name = noted?.operation?.slice(0, MOST_NAME) ?? null;
    const answer = noted && { operation: name, from: noted.from, cost: cost ?? null };
    request.log.info(
      { method, route: route ?? null, status, ms: Math.round(ms * 10) / 10, ...answer },
      "answered",
    );
  });
}

/** `/metrics`, for Prometheus. It names no person and no query; who may reach the port may read it. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get("/metrics", async (_request, reply) =>
    reply
      .header("cache-control", "no-store")
      .type(metrics.type)
      .send(await metrics.text()),
  );
}
