import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type World, world } from "../../test/world.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { MASKED } from "../graphql/format-error.ts";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import { buildApp } from "./app.ts";

let app: FastifyInstance;
let home: World;
let isReadable = true;
const log: string[] = [];

function schemaOfTest() {
  const schema = buildSchema(`
    type Query { hello: String! who: String deep: Deep broken: String refused: String forbidden: String }
    type Deep { deep: Deep name: String }
    type Mutation { touch: String }
  `);
  const resolvers: Record<string, (_: unknown, __: unknown, context: never) => unknown> = {
    hello: () => "hello",
    who: (_, __, context: { viewer: { name: string | null } }) => context.viewer.name,
    deep: () => ({ name: "bottom" }),
    broken: () => {
      throw new Error("table secret_table is on fire");
    },
    refused: () => {
      throw new Refusal("INVALID_INPUT", "Give a day.", { facts: { given: 3 }, path: ["asOf"] });
    },
    forbidden: () => {
      throw new Refusal("UNAUTHENTICATED", "Send a token.");
    },
  };
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (field) field.resolve = resolve as never;
  }
  let touched = 0;
  const touch = schema.getMutationType()?.getFields().touch;
  if (touch) touch.resolve = () => String(++touched);
  return schema;
}

function clientOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-client-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>client</title>");
  writeFileSync(join(folder, "graphiql.html"), "<!doctype html><title>graphiql</title>");
  writeFileSync(join(folder, "assets/app-1a2b.js"), `export const text = "${"a".repeat(5000)}";`);
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  writeFileSync(join(folder, "explore.html"), "<!doctype html><title>explore</title>");
  writeFileSync(join(folder, "assets/late-3c4d.js"), "export const text = 1;".repeat(100));
  writeFileSync(join(folder, "assets/late-3c4d.js.br"), "made by the build");
  return folder;
}

beforeAll(async () => {
  home = await world("sqlite");
  const storage: Storage = {
    ...home.storage,
    read: async (fn) => {
      if (!isReadable) throw new Error("disk gone");
      return home.storage.read(fn);
    },
  };
  app = await buildApp({
    schema: schemaOfTest(),
    storage,
    config: { logLevel: "error" },
    clientFolder: clientOfTest(),
    logTo: { write: (line) => log.push(line) },
    viewerOf: async (header) => ({ ...ANONYMOUS, name: header, role: null }),
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
});

afterAll(async () => {
  await app.close();
  await home.close();
});

const post = (query: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/graphql", payload: { query }, headers });
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "GET", url, headers });
const page = { accept: "text/html,application/xhtml+xml" };
const codesOf = (response: { json(): { errors: { extensions: { code: string } }[] } }) =>
  response.json().errors.map((error) => error.extensions.code);

describe("/graphql", () => {
  it("answers a POST", async () => {
    const response = await post("{ hello }");
    expect(response.json()).toEqual({ data: { hello: "hello" } });
    expect(response.headers).toMatchObject({
      "cache-control": "private, no-store",
      vary: "Accept, Accept-Encoding",
    });
  });

  it("answers a plain GET and a HEAD", async () => {
    const response = await get("/graphql?query=%7B+hello+%7D");
    expect(response.json()).toEqual({ data: { hello: "hello" } });
    const head = await app.inject({ method: "HEAD", url: "/graphql?query=%7B+hello+%7D" });
    expect([head.statusCode, head.body]).toEqual([200, ""]);
  });

  it("knows who posts, and nobody who gets", async () => {
    const authorization = "Bearer x";
    expect((await post("{ who }", { authorization })).json().data.who).toBe("Bearer x");
    const anonymous = await get("/graphql?query=%7Bwho%7D", { authorization });
    expect(anonymous.json().data.who).toBeNull();
  });

  it("refuses to write by GET", async () => {
    const response = await get("/graphql?query=mutation%7Btouch%7D");
    expect([response.statusCode, codesOf(response)]).toEqual([405, ["METHOD_NOT_ALLOWED"]]);
  });

  it("carries out a mutation each time, and keeps no answer of it", async () => {
    const [one, other] = [await post("mutation { touch }"), await post("mutation { touch }")];
    expect(Number(other.json().data.touch)).toBe(Number(one.json().data.touch) + 1);
  });

  it("shows GraphiQL to a browser and the API to a program", async () => {
    const response = await get("/graphql", page);
    expect(response.body).toContain("<title>graphiql</title>");
    expect(response.headers["content-security-policy"]).toContain("connect-src 'self'");
    expect((await get("/graphql", { accept: "application/json" })).statusCode).toBe(400);
  });

  it("lets any origin ask without cookies", async () => {
    const response = await app.inject({ method: "OPTIONS", url: "/graphql" });
    expect(response.statusCode).toBe(204);
    expect(response.headers["access-control-allow-origin"]).toBe("*");
    expect(response.headers["access-control-allow-credentials"]).toBeUndefined();
  });

  it("compresses an answer where that is worth it", async () => {
    const query = "{ __schema { types { name description fields { name description } } } }";
    const response = await post(query, { "accept-encoding": "gzip" });
    expect(response.headers["content-encoding"]).toBe("gzip");
    expect(response.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const small = await post("{ hello }", { "accept-encoding": "gzip" });
    expect(small.headers["content-encoding"]).toBeUndefined();
  });
});

describe("an error", () => {
  it("masks a bug, logs it once, and gives the id to find it by", async () => {
    log.length = 0;
    const response = await post("{ broken }", { "x-request-id": "find-me" });
    const [error] = response.json().errors;
    expect(error.message).toBe(MASKED);
    expect(error.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", requestId: "find-me" });
    expect(response.body).not.toMatch(/secret_table|stack|\.ts/);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain("secret_table");
    expect(log[0]).toContain("find-me");
  });

  it("shows a refusal whole", async () => {
    const response = await post("{ refused }", { "x-request-id": "r" });
    expect(response.json().errors).toEqual([
      {
        message: "Give a day.",
        locations: [{ line: 1, column: 3 }],
        path: ["refused"],
        extensions: { code: "BAD_USER_INPUT", argument: ["asOf"], given: 3, requestId: "r" },
      },
    ]);
  });

  it("has the status of its code when there is no data", async () => {
    const whole = await post("{ forbidden }", { accept: "application/graphql-response+json" });
    expect(whole.statusCode).toBe(200); // a nullable field: the rest of the data came
    const unknown = await post("{ nothing }", { accept: "application/graphql-response+json" });
    expect([unknown.statusCode, codesOf(unknown)]).toEqual([400, ["GRAPHQL_VALIDATION_FAILED"]]);
    const legacy = await post("{ nothing }", { accept: "application/json" });
    expect(legacy.statusCode).toBe(200);
  });

  it.each(["production", "development"])("never shows a stack in %s", async (mode) => {
    vi.stubEnv("NODE_ENV", mode);
    const other = await buildApp({
      schema: schemaOfTest(),
      storage: home.storage,
      config: { logLevel: "silent" },
      clientFolder: clientOfTest(),
    });
    for (const payload of [
      ...["{ broken }", "{ refused }", "{ nothing }", "{", ""].map((query) => ({ query })),
      { query: "query($a: Int!) { hello }", variables: { a: "x" } },
      "{",
      null,
    ]) {
      const response = await other.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload: typeof payload === "string" ? payload : JSON.stringify(payload),
      });
      const { errors } = response.json();
      expect(errors[0].extensions.requestId).toBe(response.headers["x-request-id"]);
      expect(response.body).not.toMatch(/stack|node_modules|\.[cm]?[jt]s\b|secret_table/);
    }
    vi.unstubAllEnvs();
    await other.close();
  });

  it("says in which types there are answers", async () => {
    const response = await get("/graphql?query=%7Bhello%7D", { accept: "image/png" });
    expect([response.statusCode, codesOf(response)]).toEqual([406, ["NOT_ACCEPTABLE"]]);
    expect(response.json().errors[0].extensions.requestId).toBe(response.headers["x-request-id"]);
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it("has the statuses of the new draft where that is set, for every client", async () => {
    const other = await buildApp({
      schema: schemaOfTest(),
      storage: home.storage,
      config: { logLevel: "silent", statuses: "draft" },
      clientFolder: clientOfTest(),
    });
    const statuses = async (payload: object) =>
      Promise.all(
        ["application/json", "application/graphql-response+json"].flatMap((accept) =>
          [other, app].map(
            async (each) =>
              (
                await each.inject({
                  method: "POST",
                  url: "/graphql",
                  payload,
                  headers: { accept },
                })
              ).statusCode,
          ),
        ),
      );
    expect(await statuses({ query: "{ hello }" })).toEqual([200, 200, 200, 200]);
    expect(await statuses({ query: "{ broken }" })).toEqual([200, 200, 200, 200]);
    expect(await statuses({ query: "{" })).toEqual([400, 200, 400, 400]);
    expect(await statuses({ query: "{ nothing }" })).toEqual([422, 200, 422, 400]);
    const coerced = { query: "query($a: Int!) { hello(a: $a) }", variables: { a: "x" } };
    expect(await statuses(coerced)).toEqual([422, 200, 422, 400]);
    expect(await statuses({ qeury: "" })).toEqual([400, 400, 400, 400]);
    await other.close();
  });

  it.each([
    [
      "a body that is not JSON",
      { payload: "{", headers: { "content-type": "application/json" } },
      400,
      "BAD_REQUEST",
    ],
    [
      "text",
      { payload: "{ hello }", headers: { "content-type": "text/plain" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a form",
      { payload: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a batch",
      { payload: "[]", headers: { "content-type": "application/json" } },
      400,
      "BAD_REQUEST",
    ],
    [
      "a prototype",
      {
        payload: '{"query":"{hello}","variables":{"__proto__":1}}',
        headers: { "content-type": "application/json" },
      },
      400,
      "BAD_REQUEST",
    ],
    [
      "a large body",
      { payload: { query: " ".repeat(LIMITS.bodyBytes.anonymous) } },
      413,
      "PAYLOAD_TOO_LARGE",
    ],
  ])("is shaped like GraphQL's for %s", async (_, request, status, code) => {
    const response = await app.inject({ method: "POST", url: "/graphql", ...request });
    expect([response.statusCode, codesOf(response)]).toEqual([status, [code]]);
    expect(response.headers["x-request-id"]).toBeTruthy();
  });

  it("answers other methods with those there are", async () => {
    const response = await app.inject({ method: "PUT", url: "/graphql", payload: {} });
    expect([response.statusCode, response.headers.allow]).toEqual([
      405,
      "GET, HEAD, POST, OPTIONS",
    ]);
    expect(codesOf(response)).toEqual(["METHOD_NOT_ALLOWED"]);
  });
});

describe("the client", () => {
  it("has a page that is always asked for anew, on every address it knows", async () => {
    for (const url of ["/", "/explore?lanes=RU", "/stories/ru-ir"]) {
      const response = await get(url, page);
      expect(response.statusCode).toBe(200);
      expect(response.headers["cache-control"]).toBe("no-cache");
      expect(response.headers["content-security-policy"]).not.toMatch(/https?:|unsafe/);
    }
  });

  it("gives a room its own page where the build made one, and never by the file's name", async () => {
    expect((await get("/explore?known=2024-12-05", page)).body).toContain("explore");
    expect((await get("/agreements/x", page)).body).toContain("client");
    expect((await get("/explore.html", page)).statusCode).toBe(404);
  });

  it("sends the copy that the build compressed, and gives it no address of its own", async () => {
    const packed = await get("/assets/late-3c4d.js", { "accept-encoding": "br" });
    expect([packed.headers["content-encoding"], packed.body]).toEqual(["br", "made by the build"]);
    expect((await get("/assets/late-3c4d.js.br", page)).statusCode).toBe(404);
  });

  it("keeps assets for ever, and has no page in the place of a missing one", async () => {
    const response = await get("/assets/app-1a2b.js");
    expect(response.headers["cache-control"]).toContain("immutable");
    expect(response.headers["content-type"]).toContain("javascript");
    const missing = await get("/assets/app-0000.js", page);
    expect([missing.statusCode, codesOf(missing)]).toEqual([404, ["NOT_FOUND"]]);
    expect(missing.headers["cache-control"]).toBe("no-store");
  });

  it("answers 304 to whoever has it, by a strong tag for each encoding", async () => {
    const url = "/assets/app-1a2b.js";
    const plain = await get(url);
    const squeezed = await get(url, { "accept-encoding": "br, gzip" });
    expect(squeezed.headers["content-encoding"]).toBe("br");
    expect(plain.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(squeezed.headers.etag).not.toBe(plain.headers.etag);
    const again = await get(url, { "if-none-match": `"other", ${plain.headers.etag}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const other = await get(url, { "if-none-match": String(squeezed.headers.etag) });
    expect(other.statusCode).toBe(200);
  });

  it("says 404 for what is nowhere: a page to people, an error to programs", async () => {
    const people = await get("/nowhere", page);
    expect([people.statusCode, people.body]).toEqual([404, expect.stringContaining("Not found")]);
    const program = await get("/nowhere", { accept: "application/json" });
    expect([program.statusCode, codesOf(program)]).toEqual([404, ["NOT_FOUND"]]);
    expect((await get("/robots.png", page)).headers["content-type"]).toContain("json");
    expect((await app.inject({ method: "POST", url: "/nowhere" })).statusCode).toBe(404);
  });

  it("cannot be talked out of its folder", async () => {
    for (const url of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/assets/..%2f..%2fpackage.json",
    ]) {
      expect((await get(url)).statusCode).toBe(404);
    }
  });

  it("does not choke on an address that is not one", async () => {
    const response = await get("/%E0%A4%A");
    expect([response.statusCode, codesOf(response)]).toEqual([400, ["BAD_REQUEST"]]);
  });
});

describe("health", () => {
  it("is live as long as it answers, and ready while the data can be read", async () => {
    expect((await get("/health/live")).json()).toEqual({ status: "live" });
    expect((await get("/health/ready")).json()).toEqual({ status: "ready" });
    isReadable = false;
    const response = await get("/health/ready");
    isReadable = true;
    expect([response.statusCode, codesOf(response)]).toEqual([503, ["UNAVAILABLE"]]);
    expect(response.body).not.toContain("disk");
  });
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
    const other = await buildApp({
      schema: schemaOfTest(),
      storage: home.storage,
      config: { logLevel: "silent" },
      clientFolder: clientOfTest(),
    });
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
