/** One socket, as graphql-ws sees it. */
import { randomUUID } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import type { Server } from "graphql-ws";
import type { WebSocket } from "ws";
import type { Shown } from "./shown.ts";
import type { Kept } from "./subscriptions.ts";

interface LinkParts {
  /** Where the socket comes from. */
  address: string;
  /** The session it was opened in, if any. */
  session: Shown | null;
  /** Milliseconds between signs of life. */
  heartbeatMs: number;
  log: FastifyBaseLogger;
}

/**
 * Joins a socket to the protocol. What is sent waits until the reader takes it; a reader who shows no sign of life between two heartbeats is
 * cut off.
 */
export function link(
  protocol: Server<Kept>,
  socket: WebSocket,
  { address, session, heartbeatMs, log }: LinkParts,
): void {
  const requestId = randomUUID();
  const fail = (error: unknown) => {
    log.error({ reqId: requestId, err: error }, "a socket failed");
    socket.close(1011, "Something went wrong on our side");
  };
  // Said of what is no frame, or of one too large: the socket closes with a code that says so.
  socket.on("error", (error) =>
    log.debug({ reqId: requestId, err: error }, "a socket was misused"),
  );

  let isAlive = true;
  socket.on("pong", () => {
    isAlive = true;
  });
  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, heartbeatMs);

  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve) => {
          // One that fails was closed meanwhile, which is told below.
          if (socket.readyState === socket.OPEN) socket.send(data, () => resolve());
          else resolve();
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on("message", (data) => {
          take(String(data)).catch(fail);
        }),
    },
    { requestId, address, session },
  );
  socket.once("close", (code, reason) => {
    clearInterval(beat);
    closed(code, String(reason)).catch(fail);
  });
}
