/** Sockets on the address of the API, for subscriptions. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { handleProtocols } from "graphql-ws";
import { WebSocketServer } from "ws";
import { GOODBYE_MS, HEARTBEAT_MS, most } from "../limits.ts";
import { answerRawly } from "./errors.ts";
import { link } from "./link.ts";
import type { Metrics } from "./metrics.ts";
import { asIfPlain } from "./plain.ts";
import { type Seats, TOO_MANY } from "./seats.ts";
import { foreignness, type House, shownIn } from "./shown.ts";
import { type SubscriptionParts, subscriptions } from "./subscriptions.ts";
import { addressOf, type Trust } from "./trust.ts";

/** What the sockets need. */
export interface SocketParts extends Omit<SubscriptionParts, "log"> {
  seats: Seats;
  trust: Trust;
  /** How cookies are called, and where the site is. */
  house: House;
  metrics: Metrics;
  /** Milliseconds between signs of life; the server's own when left out. */
  heartbeatMs?: number | undefined;
}

/**
 * Takes sockets on /graphql. Any site may open one, as anybody or with a token in `connection_init`; a cookie counts from our own pages alone, so
 * a page elsewhere gains nothing by its reader's being somebody. All end when the application closes.
 */
export function serveSocket(app: FastifyInstance, parts: SocketParts): void {
  const { seats, trust, house, metrics, heartbeatMs = HEARTBEAT_MS, ...rest } = parts;
  const protocol = subscriptions({ ...rest, log: app.log });
  const maxPayload = most(parts.limits, "bodyBytes", false);
  const sockets = new WebSocketServer({ noServer: true, maxPayload, handleProtocols });
  metrics.watchSubscribers("socket", () => sockets.clients.size);
  let isClosing = false;

  const take = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split("?", 1)[0] !== "/graphql") {
      return answerRawly(socket, "404 Not Found", "NOT_FOUND", "Sockets are taken at /graphql.");
    }
    if (isClosing) {
      const message = "The server is stopping. Try again.";
      return answerRawly(socket, "503 Service Unavailable", "UNAVAILABLE", message);
    }
    const address = addressOf(request, trust);
    const leave = seats.take(address);
    if (!leave) {
      const status = "429 Too Many Requests";
      return answerRawly(socket, status, "RATE_LIMITED", TOO_MANY, { "Retry-After": "60" });
    }
    socket.once("close", leave);
    const { cookie, ...headers } = request.headers;
    const session = foreignness(headers, house) ? null : shownIn({ cookie }, house);
    sockets.handleUpgrade(request, socket, head, (opened) =>
      link(protocol, opened, { address, session, heartbeatMs, log: app.log }),
    );
  };

  app.server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (request.headers.upgrade?.toLowerCase() === "websocket") take(request, socket, head);
    else asIfPlain(app.server, request, socket, head);
  });

  app.addHook("preClose", async () => {
    isClosing = true;
    for (const each of sockets.clients) each.close(1001, "The server is stopping");
    setTimeout(() => {
      for (const each of sockets.clients) each.terminate();
    }, GOODBYE_MS).unref();
  });
}
