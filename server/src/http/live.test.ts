import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { GraphQLError } from "graphql";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { changed } from "../../test/changes.ts";
import { events, type StreamEvent } from "../../test/following.ts";
import { portOf, talkTo } from "../../test/talking.ts";
import { type World, world } from "../../test/world.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { type ChangeRecord, revision } from "../history/history.ts";
import { LIMITS, limitsWith } from "../limits.ts";
import { schema } from "../schema.ts";
import { type AppParts, buildApp } from "./app.ts";

const SUBSCRIPTIONS = LIMITS.subscriptions.anonymous;

let here: World;
let app: FastifyInstance;

async function open(parts: Partial<AppParts> = {}): Promise<FastifyInstance> {
  const config = { logLevel: "silent" as const };
  const opened = await buildApp({ schema, storage: here.storage, config, ...parts });
  await opened.listen({ host: "127.0.0.1", port: 0 });
  return opened;
}

const addressOf = (opened: FastifyInstance) => `http://127.0.0.1:${portOf(opened)}`;

const change = (detail: Partial<ChangeRecord> = {}) => changed(here.storage, detail);
const head = () => here.storage.read(revision);

beforeAll(async () => {
  here = await world("sqlite");
  app = await open();
});
afterAll(async () => {
  await app.close();
  await here.close();
});

/** Reads a stream until `count` events with data came, or it ends. */
async function read(path: string, count: number, headers: Record<string, string> = {}) {
  const ending = new AbortController();
  const found: StreamEvent[] = [];
  for await (const event of events(`${addressOf(app)}${path}`, headers, ending.signal)) {
    if (event.data !== undefined) found.push(event);
    if (found.length === count) break;
  }
  ending.abort();
  return found;
}
const idsOf = (found: StreamEvent[]) => found.map(({ id }) => Number(id));

describe("GET /changes", () => {
  it("is an event stream that no proxy holds back", async () => {
    const ending = new AbortController();
    const response = await fetch(`${addressOf(app)}/changes`, {
      signal: ending.signal,
      headers: { "accept-encoding": "gzip, br" },
    });
    const headers = Object.fromEntries(response.headers);
    ending.abort();
    expect(headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      "x-request-id": expect.any(String),
    });
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it("tells a change with what it was, under its revision", async () => {
    const { revision } = await change({
      entityType: "Agreement",
      entityId: "gone",
      note: "Line one\nline two",
      before: { status: "AGREED" },
      after: { status: "SIGNED" },
    });
    const [told] = await read(`/changes?after=${revision - 1}`, 1);
    expect(told?.id).toBe(String(revision));
    expect(JSON.parse(told?.data ?? "")).toEqual({
      revision,
      at: expect.any(String),
      by: "a test",
      action: "test",
      entityType: "AGREEMENT",
      entitySlug: "gone",
      entity: null,
      version: null,
      note: "Line one\nline two",
      statusBefore: "AGREED",
      statusAfter: "SIGNED",
      removed: [Buffer.from("Agreement:gone").toString("base64url")],
    });
  });

  it("begins with how to come back, and from where, before anything has happened", async () => {
    const end = await head();
    const ending = new AbortController();
    const first = await events(`${addressOf(app)}/changes`, {}, ending.signal).next();
    ending.abort();
    expect(first.value).toEqual({ id: String(end), data: undefined });
  });

  it("goes on after the header that a browser sends, rather than the address it began with", async () => {
    const end = await head();
    for (let n = 0; n < 3; n++) await change();
    expect(idsOf(await read(`/changes?after=${end}`, 3))).toEqual([end + 1, end + 2, end + 3]);
    const again = await read(`/changes?after=${end}`, 1, { "last-event-id": String(end + 2) });
    expect(idsOf(again)).toEqual([end + 3]);
  });

  it("leaves out what is not asked for, but never a change of many", async () => {
    const end = await head();
    await change({ entityType: "Agreement", entityId: "a" });
    await change({ entityType: "Event", entityId: "a", action: "plan" });
    await change({ entityType: "Event", entityId: "b" });
    await change({ action: "load" });
    const of = async (filter: string, count: number) =>
      idsOf(await read(`/changes?after=${end}&${filter}`, count)).map((id) => id - end);
    expect(await of("types=EVENT", 3)).toEqual([2, 3, 4]);
    expect(await of("types=EVENT,AGREEMENT&slugs=a", 3)).toEqual([1, 2, 4]);
    expect(await of("actions=plan&actions=load", 2)).toEqual([2, 4]);
  });

  it.each([
    ["after=tomorrow", /not one of the list of changes/],
    ["after=999999", /ahead of the record/],
    ["types=MOON", /not a type of entity. There are AGREEMENT, EVENT/],
    ["since=yesterday", /not a moment/],
    ["kinds=VISIT", /not a parameter here/],
  ])("refuses %s and says what to do", async (query, message) => {
    const response = await fetch(`${addressOf(app)}/changes?${query}`);
    const [error] = (
      (await response.json()) as { errors: { message: string; extensions: object }[] }
    ).errors;
    expect([response.status, error?.extensions]).toEqual([
      400,
      expect.objectContaining({ code: "BAD_USER_INPUT" }),
    ]);
    expect(error?.message).toMatch(message);
  });

  it("answers HEAD and does not stay", async () => {
    const response = await fetch(`${addressOf(app)}/changes`, { method: "HEAD" });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
  });

  it("cuts off who does not read, having held back only a little for them", async () => {
    const small = await open({ heartbeatMs: 100, limits: limitsWith({ streams: 1 }) });
    const end = await head();
    const note = "x".repeat(200_000);
    for (let n = 0; n < 100; n++) await change({ note });
    const socket = connect(portOf(small), "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`GET /changes?after=${end} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await once(socket, "readable");
    // Nothing is read from here on. The one seat is free again once the stream is cut.
    for (;;) {
      const { status } = await headOf(small, `/changes?after=${end}`);
      if (status === 200) break;
      expect(status).toBe(429);
      await sleep(20);
    }
    const held = socket.bytesRead;
    expect(held).toBeLessThan(100 * note.length);
    socket.destroy();
    await small.close();
  });

  it("shows signs of life with the place reached", async () => {
    const quick = await open({ heartbeatMs: 20 });
    const ending = new AbortController();
    const stream = events(`${addressOf(quick)}/changes?actions=never`, {}, ending.signal);
    await stream.next();
    const { revision } = await change();
    for (;;) {
      const { value } = await stream.next();
      expect(value?.data).toBeUndefined();
      if (value?.id === String(revision)) break;
    }
    ending.abort();
    await quick.close();
  });
});

/** Opens a stream and closes it once its head has come. */
async function headOf(opened: FastifyInstance, path: string) {
  const ending = new AbortController();
  const response = await fetch(`${addressOf(opened)}${path}`, { signal: ending.signal });
  ending.abort();
  return { status: response.status, headers: response.headers };
}

/** What a socket answers to a subscription first. */
async function first(query: string, params: object = {}) {
  const talk = await talkTo(app, params);
  talk.send({ id: "1", type: "subscribe", payload: { query } });
  const message = await talk.next();
  talk.socket.terminate();
  return message as { type: string; payload: { extensions: { code: string } }[] };
}
const codeOf = async (query: string) => {
  const { type, payload } = await first(query);
  return [type, payload[0]?.extensions.code];
};

describe("a subscription", () => {
  const client = () =>
    createClient({ url: `ws://127.0.0.1:${portOf(app)}/graphql`, webSocketImpl: WebSocket });

  it("tells what is after the cursor, then what comes", async () => {
    const end = await head();
    await change({ entityType: "Event", entityId: "e" });
    const asked = client();
    const told = asked.iterate<{ changes: { revision: number; by: string } }>({
      query:
        "subscription ($after: String) { changes(after: $after, filter: { types: [EVENT] }) { revision by } }",
      variables: { after: String(end) },
    });
    const next = async () => (await told.next()).value.data.changes;
    expect(await next()).toEqual({ revision: end + 1, by: "a test" });
    await change({ entityType: "Agreement", entityId: "a" });
    await change({ entityType: "Event", entityId: "e" });
    expect(await next()).toMatchObject({ revision: end + 3 });
    await asked.dispose();
  });

  it("takes the cursors of the list of changes", async () => {
    await change();
    await change();
    const answer = await app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "{ changes(first: 1) { pageInfo { endCursor } } }" },
    });
    const cursor = answer.json().data.changes.pageInfo.endCursor;
    const { payload } = await first(`subscription { changes(after: "${cursor}") { revision } }`);
    expect(payload).toEqual({ data: { changes: { revision: 2 } } });
  });

  it("is refused with the cursor of another record, in words", async () => {
    const { type, payload } = await first('subscription { changes(after: "999999") { revision } }');
    expect([type, payload]).toEqual([
      "next",
      {
        errors: [
          expect.objectContaining({
            message: expect.stringContaining("ahead of the record"),
            extensions: expect.objectContaining({
              code: "BAD_USER_INPUT",
              requestId: expect.any(String),
            }),
          }),
        ],
      },
    ]);
  });

  it("is held to the schema", async () => {
    expect(await codeOf("subscription {")).toEqual(["error", "GRAPHQL_PARSE_FAILED"]);
    expect(await codeOf("subscription { nothing }")).toEqual([
      "error",
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });

  it("is all that a socket takes", async () => {
    expect(await codeOf("{ dataset { revision } }")).toEqual(["error", "BAD_REQUEST"]);
    const http = await app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "subscription { changes { revision } }" },
    });
    expect(http.json().errors[0].message).toMatch(/over WebSocket/);
  });

  it(`is one of at most ${SUBSCRIPTIONS} on a connection`, async () => {
    const talk = await talkTo(app);
    const end = await head();
    const ask = (id: number) =>
      talk.send({
        id: String(id),
        type: "subscribe",
        payload: { query: `subscription { changes(after: "${end}") { revision } }` },
      });
    for (let id = 1; id <= SUBSCRIPTIONS + 1; id++) ask(id);
    expect(await talk.next()).toMatchObject({
      id: String(SUBSCRIPTIONS + 1),
      type: "error",
      payload: [{ extensions: { code: "RATE_LIMITED" } }],
    });
    talk.send({ id: "1", type: "complete" });
    ask(99);
    const { revision } = await change();
    const heard = new Set<unknown>();
    while (heard.size < SUBSCRIPTIONS) {
      const message = await talk.next();
      expect(message).toMatchObject({ type: "next", payload: { data: { changes: { revision } } } });
      heard.add(message.id);
    }
    expect(heard.has("99") && !heard.has("1")).toBe(true);
    talk.socket.terminate();
  });
});

describe("a socket", () => {
  it("is charged to the budget of its address, which HTTP shares", async () => {
    const poor = await open({ limits: limitsWith({ requestsPerMinute: 3 }) });
    const codes: unknown[] = [];
    for (let n = 0; n < 4; n++) {
      const talk = await talkTo(poor);
      const query = 'subscription { changes(after: "0") { revision } }';
      talk.send({ id: "1", type: "subscribe", payload: { query } });
      const { type, payload } = await talk.next();
      codes.push(type === "next" ? "heard" : (payload as GraphQLError[])[0]?.extensions.code);
      talk.socket.terminate();
    }
    expect(codes).toEqual(["heard", "heard", "heard", "RATE_LIMITED"]);
    const url = "/graphql?query=%7Bdataset%7Brevision%7D%7D";
    expect((await poor.inject({ url })).statusCode).toBe(429);
    await poor.close();
  });

  it("knows people by their token and never by a cookie, from any site", async () => {
    const seen: string[] = [];
    const watched = await open({
      viewerOf: async (header) => {
        seen.push(header);
        return { ...ANONYMOUS, name: "x", role: "VIEWER" };
      },
    });
    const query = 'subscription { changes(after: "0") { revision } }';
    for (const params of [{}, { authorization: "Bearer t" }]) {
      const talk = await talkTo(watched, params, {
        cookie: "session=stolen",
        origin: "https://elsewhere.example",
      });
      talk.send({ id: "1", type: "subscribe", payload: { query } });
      expect((await talk.next()).type).toBe("next");
      talk.socket.terminate();
    }
    expect(seen).toEqual(["Bearer t"]);
    await watched.close();
  });

  it("is refused where there is none, with the error that HTTP has", async () => {
    const refused = async (opened: FastifyInstance, path: string) => {
      const socket = new WebSocket(
        `ws://127.0.0.1:${portOf(opened)}${path}`,
        "graphql-transport-ws",
      );
      socket.on("error", () => {});
      const [request, response] = await once(socket, "unexpected-response");
      let text = "";
      for await (const chunk of response) text += chunk;
      request.destroy();
      return [response.statusCode, JSON.parse(text).errors[0].extensions.code];
    };
    expect(await refused(app, "/elsewhere")).toEqual([404, "NOT_FOUND"]);
    const small = await open({ limits: limitsWith({ streams: 1 }) });
    const talk = await talkTo(small);
    expect(await refused(small, "/graphql")).toEqual([429, "RATE_LIMITED"]);
    expect((await headOf(small, "/changes")).status).toBe(429);
    expect((await headOf(small, "/changes")).headers.get("retry-after")).toBe("60");
    talk.socket.terminate();
    while ((await headOf(small, "/changes")).status === 429) await sleep(10);
    await small.close();
  });

  it("counts for whom a proxy that is believed says it is, and shows in the metrics", async () => {
    const behind = await open({
      limits: limitsWith({ streams: 1 }),
      config: { logLevel: "silent", trustProxy: 1 },
    });
    const from = (address: string) => ({ "x-forwarded-for": address });
    const talks = [
      await talkTo(behind, {}, from("192.0.2.1")),
      await talkTo(behind, {}, from("192.0.2.2")),
    ];
    await expect(talkTo(behind, {}, from("192.0.2.1"))).rejects.toThrow("429");
    const metrics = await behind.inject("/metrics");
    expect(metrics.body).toContain('entente_subscribers{transport="socket"} 2');
    expect(metrics.body).toContain('entente_subscribers{transport="stream"} 0');
    for (const { socket } of talks) socket.terminate();
    await behind.close();
  });

  it("is cut off when it shows no sign of life", async () => {
    const quick = await open({ heartbeatMs: 50 });
    const talk = await talkTo(quick);
    // Its pings lie unread: the server ends the connection. Reading on shows that it did.
    talk.socket.pause();
    const connections = () =>
      new Promise<number>((resolve) => quick.server.getConnections((_, count) => resolve(count)));
    while ((await connections()) > 0) await sleep(10);
    talk.socket.resume();
    const [code] = await once(talk.socket, "close");
    expect(code).toBe(1006);
    await quick.close();
  });
});

describe("a client that offers another protocol", () => {
  it.each([
    ["a GET", "GET /health/live HTTP/1.1", "", '{"status":"live"}'],
    [
      "a POST with its body",
      "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 36",
      '{"query":"{ dataset { revision } }"}',
      '"revision"',
    ],
  ])("is answered as if it had not: %s", async (_, start, body, answer) => {
    const socket = connect(portOf(app), "127.0.0.1");
    socket.write(
      `${start}\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n${body}`,
    );
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\r\n\r\n") && text.includes(answer)) socket.destroy();
    });
    await once(socket, "close");
    expect(text).toMatch(/^HTTP\/1\.1 \d00 /);
  });
});

describe("closing", () => {
  it("ends a hundred streams and sockets, those that do not read among them", async () => {
    const full = await open();
    const ended: Promise<unknown>[] = [];
    for (let n = 0; n < 50; n++) {
      const talk = await talkTo(full);
      talk.send({
        id: "1",
        type: "subscribe",
        payload: { query: "subscription { changes { revision } }" },
      });
      ended.push(once(talk.socket, "close").then(([code]) => code));
      const stream = connect(portOf(full), "127.0.0.1");
      stream.write("GET /changes HTTP/1.1\r\nHost: a\r\n\r\n");
      await once(stream, "data");
      if (n >= 45) {
        stream.pause();
        continue;
      }
      let end = "";
      stream.on("data", (text) => {
        end = `${end}${text}`.slice(-5);
      });
      ended.push(once(stream, "close").then(() => end));
    }
    const watchdog = new Promise<string>((resolve) => setTimeout(resolve, 5_000, "late").unref());
    expect(await Promise.race([full.close().then(() => "closed"), watchdog])).toBe("closed");
    // Each is told: the socket by its code, the stream by the last of its chunks.
    const farewells = await Promise.all(ended);
    expect(new Set(farewells)).toEqual(new Set([1001, "0\r\n\r\n"]));
    expect(farewells).toHaveLength(95);
  });
});
