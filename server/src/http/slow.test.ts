// Whoever takes too long, on either side of the wire: over real sockets, with limits short enough to wait for.
import { type AddressInfo, connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { limitsWith } from "../limits.ts";
import { buildApp } from "./app.ts";

const LIMITS = limitsWith({ headersMs: 500, arrivalMs: 1000, executionMs: 300 });
const BODY = JSON.stringify({ query: "{ quick }" });
const HEAD = `POST /graphql HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n`;
const LENGTH = `Content-Length: ${BODY.length}\r\n\r\n`;

let home: World;
let app: FastifyInstance;

beforeAll(async () => {
  home = await shippedWorld("sqlite");
  const schema = buildSchema("type Query { quick: String slow: String }");
  const fields = schema.getQueryType()?.getFields();
  if (fields?.quick) fields.quick.resolve = () => "quick";
  if (fields?.slow) fields.slow.resolve = () => new Promise(() => {});
  app = await buildApp({
    schema,
    storage: home.storage,
    config: { logLevel: "silent" },
    limits: LIMITS,
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await home.close();
});

/** Sends the pieces one after the other, each when the one before is out, and answers all that comes back until the server hangs up. */
function send(...pieces: string[]): Promise<string> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", async () => {
      for (const piece of pieces) await new Promise((sent) => socket.write(piece, sent));
    });
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
  });
}

const codesIn = (answer: string) =>
  JSON.parse(answer.slice(answer.indexOf("\r\n\r\n"))).errors.map(
    (error: { extensions: { code: string } }) => error.extensions.code,
  );

describe("a request that arrives slowly", () => {
  it("is answered when it comes in pieces, in time", async () => {
    const answer = await send(HEAD, LENGTH, BODY.slice(0, 5), BODY.slice(5));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('{"data":{"quick":"quick"}}');
  });

  it.each([
    ["whose headers do not end", [HEAD]],
    ["whose body does not end", [HEAD, LENGTH, BODY.slice(0, 5)]],
  ])("%s is cut off with 408", async (_, pieces) => {
    const answer = await send(...pieces);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(codesIn(answer)).toEqual(["REQUEST_TIMEOUT"]);
  });
});

describe("headers", () => {
  const { anonymous } = LIMITS.headerBytes;
  const padded = (bytes: number) =>
    send(HEAD, `X-Padding: ${"x".repeat(bytes - HEAD.length)}\r\n`, LENGTH, BODY);

  it("up to the limit are read, and longer ones refused, with what to do", async () => {
    expect(await padded(anonymous - 100)).toMatch(/^HTTP\/1\.1 200 /);
    const refused = await padded(anonymous + 100);
    expect(refused).toMatch(/^HTTP\/1\.1 431 /);
    expect(codesIn(refused)).toEqual(["HEADERS_TOO_LARGE"]);
    expect(refused).toContain("POST");
  });
});

describe("an answer that takes too long", () => {
  const post = (query: string) =>
    app.inject({ method: "POST", url: "/graphql", payload: { query } });

  it("is refused with 503, what to do, and the request id", async () => {
    expect((await post("{ quick }")).statusCode).toBe(200);
    const refused = await post("{ quick slow }");
    expect(refused.statusCode).toBe(503);
    const { errors, data } = refused.json();
    expect(data).toBeUndefined();
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/longer than the 300 ms it may\. Ask for less at once\./),
      extensions: { code: "EXECUTION_TIMEOUT", requestId: refused.headers["x-request-id"] },
    });
  });

  it("ends between two statements of SQLite, which no timer can interrupt", async () => {
    const query =
      "{ events(first: 3) { nodes { slug participants { role } agreements { relation } reports { nodes { id } } } } }";
    let looks = 0;
    const overAfter = (most: number) => ({ deadline: { ms: 5000, isOver: () => ++looks > most } });
    let statements = 0;
    const end = home.storage.onStatement(() => {
      statements += 1;
    });
    await expect(ask(home.storage, query, NOW, overAfter(2))).rejects.toMatchObject({
      code: "EXECUTION_TIMEOUT",
    });
    end();
    expect(statements).toBe(2);
    looks = 0;
    expect((await ask(home.storage, query, NOW, overAfter(99))).events.nodes).toHaveLength(3);
  });
});
