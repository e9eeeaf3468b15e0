// Every limit over HTTP.

import type { FastifyInstance } from "fastify";
import { buildSchema, type GraphQLSchema } from "graphql";
import { ANONYMOUS } from "../../src/graphql/context.ts";
import { portOf } from "../talking.ts";
import type { World } from "../world.ts";
import { QUERIES, type Sent } from "./asked.ts";
import { manyMarks } from "./many.ts";
import { type Answer, answerIn, type Proofs } from "./proof.ts";
import { post, raw, serving } from "./served.ts";

const HEAD =
  "POST /graphql HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n";
const BODY = JSON.stringify({ query: "{ __typename }" });
const LENGTH = `Content-Length: ${BODY.length}\r\n\r\n`;

/** The proofs, asked of a server with its own limits, or of one that is made for the purpose. */
export async function overHttp(home: World, app: FastifyInstance): Promise<Proofs> {
  const reports = await home.storage.read((tx) => tx.db.$count(tx.tables.report));
  const asked = (ask: (count: number) => Sent) => ({
    ask: (count: number, hasToken: boolean) => post(app, ask(count), hasToken),
  });
  return {
    bodyBytes: {
      ask: (count) => {
        const [before, after] = ['{"query":"{ __typename }","operationName":null', "}"];
        const body = `${before}${" ".repeat(count - before.length - after.length)}${after}`;
        return raw(app, `${HEAD}Content-Length: ${count}\r\n\r\n${body}`);
      },
    },
    importBytes: {
      at: 2_000,
      ask: (count) =>
        serving(home, { importBytes: 2_000 }, (app) => filed(app, row(count)), {
          viewerOf: edda,
        }),
    },
    importRows: {
      ask: (count) =>
        serving(home, {}, (app) => filed(app, `event,status${"\nx,NONE".repeat(count)}`), {
          viewerOf: edda,
        }),
    },
    headerBytes: {
      slack: 100,
      ask: (count) =>
        raw(app, HEAD, `X-Padding: ${"x".repeat(count - HEAD.length)}\r\n`, LENGTH, BODY),
    },
    tokens: asked(QUERIES.tokens),
    depth: asked(QUERIES.depth),
    selections: asked(QUERIES.selections),
    aliases: asked(QUERIES.aliases),
    rootFields: asked(QUERIES.rootFields),
    mutations: asked(QUERIES.mutations),
    directives: asked(QUERIES.directives),
    pageSize: asked(QUERIES.pageSize),
    listEntries: asked(QUERIES.listEntries),
    columns: {
      ask: async (count) => post(app, { query: await manyMarks(home, count) }),
    },
    cost: asked(QUERIES.cost),
    requestsPerMinute: {
      at: 3,
      ask: (count) =>
        serving(home, { requestsPerMinute: 3 }, (poor) => last(count, () => small(poor))),
    },
    pointsPerMinute: {
      // Four points for reading fourteen new tokens, one for the page.
      at: 50,
      ask: (count) =>
        serving(home, { pointsPerMinute: 50 }, (poor) =>
          post(poor, { query: `{ events(first: ${count - 5}) { nodes { slug } } }` }),
        ),
    },
    signInsOfAccount: {
      at: 3,
      ask: (count) =>
        serving(home, { signInsOfAccount: 3 }, (app) =>
          last(count, () => wrong(app, "vera@example.org")),
        ),
    },
    signInsOfAddress: {
      at: 3,
      ask: (count) => {
        let place = 0;
        return serving(home, { signInsOfAddress: 3 }, (app) =>
          last(count, () => wrong(app, `vera${place++}@example.org`)),
        );
      },
    },
    streams: {
      at: 3,
      ask: (count) =>
        serving(home, { streams: 3 }, (full) => opened(full, count, () => "192.0.2.1")),
    },
    streamsInAll: {
      at: 3,
      ask: (count) =>
        serving(
          home,
          { streamsInAll: 3 },
          (full) => opened(full, count, (place) => `192.0.2.${place}`),
          { config: { logLevel: "silent", trustProxy: 1 } },
        ),
    },
    subscriptions: { cannot: "Subscriptions go over sockets alone; GET /changes is one stream." },
    executionMs: {
      at: 300,
      ask: (ms) =>
        serving(
          home,
          { executionMs: 300 },
          (slow) => post(slow, { query: `{ ${ms > 300 ? "never" : "now"} }` }),
          {
            schema: slowSchema(),
          },
        ),
    },
    greetingMs: { cannot: "HTTP has no greeting." },
    replayReports: {
      at: reports,
      // One more than is allowed: as many as ship, where one less is.
      ask: (count) => serving(home, { replayReports: 2 * reports - count }, replayed),
    },
    headersMs: {
      at: 500,
      ask: (ms) =>
        serving(home, { headersMs: 500 }, (slow) =>
          ms > 500 ? raw(slow, HEAD) : raw(slow, HEAD, LENGTH, BODY),
        ),
    },
    arrivalMs: {
      at: 1000,
      ask: (ms) =>
        serving(home, { headersMs: 500, arrivalMs: 1000 }, (slow) => {
          const pieces = [BODY.slice(0, 5), BODY.slice(5)];
          return raw(slow, HEAD, LENGTH, ...pieces.slice(0, ms > 1000 ? 1 : 2));
        }),
    },
  };
}

const edda = async () => ({ ...ANONYMOUS, name: "Edda", role: "EDITOR", via: "TOKEN" }) as const;

/** A file of one row and so many bytes. */
function row(bytes: number): string {
  const line = "event,status,when,publisher\nru-ir-2025,HELD,2025-01-17,";
  return line + "x".repeat(bytes - line.length);
}

/** What is said to a file, which is tried out. */
async function filed(app: FastifyInstance, body: string): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${portOf(app)}/import?dryRun=true&note=A+file.`, {
    method: "POST",
    headers: { "content-type": "text/csv", authorization: "Bearer x" },
    body,
  });
  // What is wrong with its rows is told by somebody who has read it.
  const { errors, rows } = (await response.json()) as {
    errors?: [];
    rows?: unknown[];
  };
  if (rows?.length) return { said: String(response.status), code: null, message: "" };
  return answerIn(String(response.status), { errors: errors ?? [] });
}

const small = (app: FastifyInstance) => post(app, { query: "{ dataset { title } }" });

async function last(count: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (let place = 1; place < count; place++) await ask();
  return ask();
}

/** What is said to a wrong password. */
async function wrong(app: FastifyInstance, email: string): Promise<Answer> {
  const origin = `http://127.0.0.1:${portOf(app)}`;
  const response = await fetch(`${origin}/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password: "not the password" }),
  });
  return answerIn(String(response.status), (await response.json()) as object);
}

/** What is said to the last of so many streams that are open at once. */
async function opened(
  app: FastifyInstance,
  count: number,
  addressOf: (place: number) => string,
): Promise<Answer> {
  const ending = new AbortController();
  const open = (place: number) =>
    fetch(`http://127.0.0.1:${portOf(app)}/changes`, {
      headers: { "x-forwarded-for": addressOf(place) },
      signal: ending.signal,
    });
  for (let place = 1; place < count; place++) await open(place);
  const response = await open(count);
  const body = response.status === 200 ? {} : ((await response.json()) as object);
  ending.abort();
  return answerIn(String(response.status), body);
}

/** Fields that are answered now and never. */
function slowSchema(): GraphQLSchema {
  const schema = buildSchema("type Query { now: String never: String }");
  const { now, never } = schema.getQueryType()?.getFields() ?? {};
  if (now) now.resolve = () => "now";
  if (never) never.resolve = () => new Promise(() => {});
  return schema;
}

/** What is said to whoever has a receipt replayed. */
async function replayed(app: FastifyInstance): Promise<Answer> {
  const address = `http://127.0.0.1:${portOf(app)}/receipts`;
  const issued = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ dataset { revision } }" }),
  });
  const { answerUrl } = (await issued.json()) as { answerUrl: string };
  const response = await fetch(answerUrl);
  return answerIn(String(response.status), (await response.json()) as object);
}
