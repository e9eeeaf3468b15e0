/** Requests that offer another protocol: taken as what they also are, plain requests. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

/** Headers that only the offer has. */
const OFFER = new Set(["upgrade", "connection", "http2-settings"]);

/**
 * Answers a request as if it offered nothing, as HTTP wants it of a server that does not take the offer. Some clients, Java's among them,
 * offer HTTP/2 with their first request. Once anybody listens to `upgrade`, Node hands such a request over and forgets it: so it is read again.
 */
export function asIfPlain(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const { method, url, httpVersion, rawHeaders } = request;
  let text = `${method} ${url} HTTP/${httpVersion}\r\n`;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    if (!OFFER.has(name.toLowerCase())) text += `${name}: ${rawHeaders[at + 1]}\r\n`;
  }
  if (head.length > 0) socket.unshift(head);
  socket.unshift(Buffer.from(`${text}\r\n`, "latin1"));
  server.emit("connection", socket);
}
