import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { codesOf, PAGE, smallApp } from "../../test/small.ts";
import { type World, world } from "../../test/world.ts";
import { MASKED } from "../graphql/format-error.ts";
import { LIMITS } from "../limits.ts";
import type { Storage } from "../storage/storage.ts";

let app: FastifyInstance;
let home: World;
let isReadable = true;
const log: string[] = [];

beforeAll(async () => {
  home = await world("sqlite");
  const storage: Storage = {
    ...home.storage,
    read: async (fn) => {
      if (!isReadable) throw new Error("disk gone");
      return home.storage.read(fn);
    },
  };
  app = await smallApp(storage, {
    config: { logLevel: "error" },
    logTo: { write: (line) => log.push(line) },
  });
});

afterAll(async () => {
  await app.close();
  await home.close();
});

const post = (query: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/graphql", payload: { query }, headers });
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "GET", url, headers });

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
    const response = await get("/graphql", PAGE);
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
    const other = await smallApp(home.storage);
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
    const other = await smallApp(home.storage, {
      config: { logLevel: "silent", statuses: "draft" },
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
