// Talks to a server over a socket, in the words of graphql-transport-ws.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import WebSocket from "ws";

/** What was said, as it came. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
type Message = Record<string, any>;

/** A conversation. */
export interface Talk {
  socket: WebSocket;
  send(message: object): void;
  /** The next thing said that was not taken yet. */
  next(): Promise<Message>;
}

/** The port that an application listens on. */
export const portOf = (app: FastifyInstance) => (app.server.address() as AddressInfo).port;

/** A socket that is open and has said nothing. Throws what the server says to one that it does not take. */
export async function silentTo(app: FastifyInstance, headers: object = {}): Promise<Talk> {
  const socket = new WebSocket(`ws://127.0.0.1:${portOf(app)}/graphql`, "graphql-transport-ws", {
    headers: headers as Record<string, string>,
  });
  const messages: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  socket.on("message", (text) => {
    const message = JSON.parse(String(text));
    const take = waiting.shift();
    if (take) take(message);
    else messages.push(message);
  });
  await once(socket, "open");
  return {
    socket,
    send: (message) => socket.send(JSON.stringify(message)),
    next: async () =>
      messages.shift() ?? (await new Promise<Message>((resolve) => waiting.push(resolve))),
  };
}

/** A socket that has said hello, and was heard. */
export async function talkTo(
  app: FastifyInstance,
  params: object = {},
  headers: object = {},
): Promise<Talk> {
  const talk = await silentTo(app, headers);
  talk.send({ type: "connection_init", payload: params });
  const { type } = await talk.next();
  if (type !== "connection_ack") throw new Error(`Greeted with ${type}`);
  return talk;
}
