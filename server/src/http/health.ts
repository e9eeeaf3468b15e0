/** Two questions of whoever runs the server: is the process alive, and can it answer. */
import type { FastifyInstance } from "fastify";
import { sendError } from "./errors.ts";

/**
 * `/health/live` answers as long as the process does; `/health/ready` only while `check` resolves, and says 503
 * otherwise, so that a load balancer sends readers elsewhere.
 */
export function serveHealth(app: FastifyInstance, check: () => Promise<unknown>): void {
  app.get("/health/live", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "live" }),
  );
  app.get("/health/ready", async (request, reply) => {
    try {
      await check();
    } catch (error) {
      request.log.error({ err: error }, "not ready");
      return sendError(reply, "UNAVAILABLE", "The database cannot be read just now.");
    }
    return reply.header("cache-control", "no-store").send({ status: "ready" });
  });
}
