// Bytes, as a client that nobody wrote a library for sends them.
import { request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallApp } from "../../test/small.ts";
import { type World, world } from "../../test/world.ts";

let app: FastifyInstance;
let home: World;

beforeAll(async () => {
  home = await world("sqlite");
  app = await smallApp(home.storage);
  await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await home.close();
});

/** Sends bytes as they are; answers all that comes back. */
function raw(bytes: string): Promise<string> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}

describe("on the wire", () => {
  const close = "Host: a\r\nConnection: close\r\n\r\n";

  it.each([
    [
      "a malformed Host",
      "GET /health/live HTTP/1.1\r\nHost: a b[\r\nConnection: close\r\n\r\n",
      400,
      "BAD_REQUEST",
    ],
    ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "BAD_REQUEST"],
    [
      "headers beyond measure",
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
      431,
      "HEADERS_TOO_LARGE",
    ],
    [
      "an address of 17 KB",
      `GET /graphql?query=${"x".repeat(17_000)} HTTP/1.1\r\n${close}`,
      431,
      "HEADERS_TOO_LARGE",
    ],
    ["what is not HTTP", "hello\r\n\r\n", 400, "BAD_REQUEST"],
    ["another version of HTTP", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "BAD_REQUEST"],
    ["an unknown method", `SING / HTTP/1.1\r\n${close}`, 400, "BAD_REQUEST"],
    [
      "two lengths",
      `POST /graphql HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}`,
      400,
      "BAD_REQUEST",
    ],
    [
      "an expectation we do not meet",
      `GET /health/live HTTP/1.1\r\nExpect: wonders\r\n${close}`,
      417,
      "BAD_REQUEST",
    ],
  ])("answers %s with an error in the one shape, and its id", async (_, bytes, status, code) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    const [error] = JSON.parse(body).errors;
    expect(error.extensions.code).toBe(code);
    expect(head.toLowerCase()).toContain(`x-request-id: ${error.extensions.requestId}\r\n`);
    expect(head).toMatch(/cache-control: no-store/i);
  });

  it("answers an address of 15 KB, and HTTP/1.0 without a Host", async () => {
    const query = `{hello}#${"x".repeat(15_000)}`;
    const answer = await raw(
      `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\n${close}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 .*"hello":"hello"/s);
    expect(await raw("GET /health/live HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  });

  it("closes at once although a client keeps its connection", async () => {
    const other = await smallApp(home.storage);
    await other.listen({ host: "127.0.0.1", port: 0 });
    const { port } = other.server.address() as AddressInfo;
    await new Promise<void>((resolve, reject) => {
      httpRequest(
        { port, path: "/health/live", headers: { connection: "keep-alive" } },
        (answer) => {
          answer.resume().on("end", resolve);
        },
      )
        .on("error", reject)
        .end();
    });
    const before = performance.now();
    await other.close();
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
