// Every limit over a socket.
import { once } from "node:events";
import type { FastifyInstance } from "fastify";
import { changed } from "../changes.ts";
import { silentTo, type Talk, talkTo } from "../talking.ts";
import type { World } from "../world.ts";
import { type Sent, SUBSCRIPTIONS } from "./asked.ts";
import { type Answer, answerIn, type Proofs } from "./proof.ts";
import { raw, serving } from "./served.ts";

const HEAD =
  "GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n";

const NO_SIGN_IN = "Nobody signs in over a socket.";

/** The proofs, asked of a server with its own limits, or of one that is made for the purpose. */
export async function overSocket(home: World, app: FastifyInstance): Promise<Proofs> {
  // What is told.
  await changed(home.storage, { entityType: "Agreement", entityId: "ru-ir-2025" });
  const asked = (ask: (count: number) => Sent) => ({
    ask: (count: number, hasToken: boolean) => subscribed(app, ask(count), hasToken),
  });
  return {
    bodyBytes: { refusal: "closed 1009", ask: (count) => pinged(app, count) },
    importBytes: { cannot: "Files are sent to /import." },
    importRows: { cannot: "Files are sent to /import, or with a mutation by POST." },
    headerBytes: {
      slack: 100,
      ask: (count) => raw(app, HEAD, `X-Padding: ${"x".repeat(count - HEAD.length)}\r\n\r\n`),
    },
    tokens: asked(SUBSCRIPTIONS.tokens),
    depth: asked(SUBSCRIPTIONS.depth),
    selections: asked(SUBSCRIPTIONS.selections),
    aliases: asked(SUBSCRIPTIONS.aliases),
    // GraphQL itself allows a subscription one.
    rootFields: { at: 1, refusal: "GRAPHQL_VALIDATION_FAILED", ...asked(SUBSCRIPTIONS.rootFields) },
    mutations: { at: 0, refusal: "BAD_REQUEST", ...asked(SUBSCRIPTIONS.mutations) },
    directives: asked(SUBSCRIPTIONS.directives),
    pageSize: asked(SUBSCRIPTIONS.pageSize),
    listEntries: asked(SUBSCRIPTIONS.listEntries),
    columns: { cannot: "A subscription has no timeline, and no query goes over a socket." },
    cost: asked(SUBSCRIPTIONS.cost),
    requestsPerMinute: {
      at: 3,
      ask: (count) =>
        serving(home, { requestsPerMinute: 3 }, async (poor) => {
          for (let place = 1; place < count; place++) await small(poor);
          return small(poor);
        }),
    },
    pointsPerMinute: {
      // One for the change, one for the treaty, one for the page.
      at: 50,
      ask: (count) =>
        serving(home, { pointsPerMinute: 50 }, (poor) =>
          subscribed(poor, SUBSCRIPTIONS.pageSize(count - 3)),
        ),
    },
    signInsOfAccount: { cannot: NO_SIGN_IN },
    signInsOfAddress: { cannot: NO_SIGN_IN },
    streams: {
      at: 3,
      ask: (count) => serving(home, { streams: 3 }, (full) => opened(full, count, () => 1)),
    },
    streamsInAll: {
      at: 3,
      ask: (count) =>
        serving(home, { streamsInAll: 3 }, (full) => opened(full, count, (place) => place), {
          config: { logLevel: "silent", trustProxy: 1 },
        }),
    },
    subscriptions: { ask: (count) => held(app, count) },
    executionMs: {
      at: 0,
      // Whatever it is, reading what is told takes longer than nothing.
      ask: (ms) =>
        serving(home, ms > 0 ? { executionMs: 0 } : {}, (slow) =>
          subscribed(slow, SUBSCRIPTIONS.pageSize(1)),
        ),
    },
    greetingMs: {
      at: 200,
      refusal: "closed 4408",
      ask: (ms) => serving(home, { greetingMs: 200 }, (app) => greeted(app, ms <= 200)),
    },
    replayReports: { cannot: "Receipts are asked for over HTTP." },
    headersMs: {
      at: 500,
      ask: (ms) =>
        serving(home, { headersMs: 500 }, (slow) =>
          ms > 500 ? raw(slow, HEAD) : raw(slow, HEAD, "\r\n"),
        ),
    },
    arrivalMs: { cannot: "What opens a socket has no body: all of it is headers." },
  };
}

/** What is said to a subscription first. */
async function subscribed(app: FastifyInstance, payload: Sent, hasToken = false): Promise<Answer> {
  const talk = await talkTo(app, hasToken ? { authorization: "Bearer x" } : {});
  talk.send({ id: "1", type: "subscribe", payload });
  return leave(talk, await talk.next());
}

const small = (app: FastifyInstance) =>
  subscribed(app, { query: 'subscription { changes(after: "0") { by } }' });

function leave({ socket }: Talk, { type, payload }: { type?: string; payload?: unknown }): Answer {
  socket.terminate();
  const errors = type === "error" ? { errors: payload } : payload;
  return answerIn(String(type), (errors ?? {}) as object);
}

/** A message of so many bytes. */
async function pinged(app: FastifyInstance, bytes: number): Promise<Answer> {
  const message = { type: "ping", payload: { text: "" } };
  message.payload.text = "x".repeat(bytes - JSON.stringify(message).length);
  const talk = await talkTo(app);
  talk.send(message);
  return Promise.race([closed(talk), talk.next().then(({ type }) => leave(talk, { type }))]);
}

async function closed({ socket }: Talk): Promise<Answer> {
  const [code, reason] = await once(socket, "close");
  return { said: `closed ${code}`, code: null, message: String(reason) };
}

async function greeted(app: FastifyInstance, isPolite: boolean): Promise<Answer> {
  const talk = await silentTo(app);
  if (isPolite) talk.send({ type: "connection_init" });
  return Promise.race([closed(talk), talk.next().then(({ type }) => leave(talk, { type }))]);
}

/** What is said to the last of so many sockets that are open at once. */
async function opened(
  app: FastifyInstance,
  count: number,
  networkOf: (place: number) => number,
): Promise<Answer> {
  const from = (place: number) => ({ "x-forwarded-for": `192.0.2.${networkOf(place)}` });
  const talks: Talk[] = [];
  for (let place = 1; place < count; place++) talks.push(await talkTo(app, {}, from(place)));
  const lines = Object.entries(from(count)).map(([name, value]) => `${name}: ${value}\r\n`);
  const answer = await raw(app, HEAD, ...lines, "\r\n");
  for (const { socket } of talks) socket.terminate();
  return answer;
}

/** What is said to the last of so many subscriptions over one socket. */
async function held(app: FastifyInstance, count: number): Promise<Answer> {
  const talk = await talkTo(app);
  const query = "subscription { changes { by } }";
  for (let id = 1; id < count; id++) {
    talk.send({ id: String(id), type: "subscribe", payload: { query } });
  }
  // Only the last has something to hear of.
  const last = { query: 'subscription { changes(after: "0") { by } }' };
  talk.send({ id: "last", type: "subscribe", payload: last });
  return leave(talk, await talk.next());
}
