import type { FastifyInstance } from "fastify";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";
import { Metrics } from "./metrics.ts";

const QUERY =
  "query Party($code: String!) { country(code: $code) { name } events(first: 3) { totalCount } }";
const SECRET = "ent_thisIsNotATokenOfAnybody";

let home: World | undefined;
let app: FastifyInstance;
const lines: Record<string, unknown>[] = [];
const log: string[] = [];

beforeEach(async () => {
  await app?.close();
  home ??= await shippedWorld("sqlite");
  log.length = 0;
  app = await buildApp({
    schema,
    storage: home.storage,
    config: { logLevel: "info" },
    clock: () => new Date(NOW),
    logTo: {
      write(line) {
        log.push(line);
        lines.push(JSON.parse(line));
      },
    },
  });
  lines.length = 0;
});
afterAll(async () => {
  await app.close();
  await home?.close();
});

const post = (payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/graphql", payload, headers });
const party = (code: string) => ({ query: QUERY, variables: { code }, operationName: "Party" });

describe("the log", () => {
  it("has one line a request: its id, what it was called, how it went and what it took", async () => {
    const first = await post(party("IR"), { "x-request-id": "first" });
    const cost = Number(first.headers["x-query-cost"]);
    expect(cost).toBeGreaterThan(0);
    await post(party("IR"), { "x-request-id": "again" });
    const url = `/graphql?${new URLSearchParams({ query: QUERY, variables: '{"code":"IR"}' })}`;
    const { etag } = (await app.inject({ url })).headers;
    await app.inject({ url, headers: { "if-none-match": String(etag) } });
    await app.inject({ url: "/nowhere?secret=1" });
    expect(lines).toEqual(
      [
        { reqId: "first", method: "POST", status: 200, operation: "Party", from: "executed" },
        { reqId: "again", method: "POST", status: 200, operation: "Party", from: "memory" },
        { method: "GET", status: 200, operation: "Party", from: "executed" },
        { method: "GET", status: 304, operation: null, from: "unchanged" },
        { method: "GET", status: 404, route: "/*" },
      ].map((line) =>
        expect.objectContaining({
          ...(line.from && { route: "/graphql" }),
          ...line,
          ...(line.from && { cost: line.status === 304 ? null : cost }),
          reqId: line.reqId ?? expect.any(String),
          msg: "answered",
          ms: expect.any(Number),
        }),
      ),
    );
  });

  it("never holds a token, a variable, an address or a body, whatever goes wrong", async () => {
    const variables = { code: "tell-nobody" };
    const headers = { authorization: `Bearer ${SECRET}`, cookie: `session=${SECRET}` };
    await post({ query: QUERY, variables }, headers);
    await post({ query: '{ nothing(a: "tell-nobody") }' }, headers);
    await post(
      { query: "query($code: Int!) { country(code: $code) { name } }", variables },
      headers,
    );
    await app.inject({
      url: `/graphql?${new URLSearchParams({ query: QUERY, variables: JSON.stringify(variables) })}`,
      headers,
    });
    await app.inject({ url: "/tell-nobody?code=tell-nobody", headers });
    await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { ...headers, "content-type": "application/json" },
      payload: '{"tell-nobody',
    });
    expect(lines).toHaveLength(6);
    expect(log.join("")).not.toMatch(/tell-nobody|ent_this|session|Bearer/);
  });

  it("cuts a name that is a novel", async () => {
    await post({ query: `query ${"N".repeat(5_000)} { __typename }` });
    expect(lines).toEqual([expect.objectContaining({ operation: "N".repeat(100) })]);
  });
});

/** The samples of a text in the format of Prometheus, `name{labels}` to value. Throws on a line that is not of it, or not announced. */
function samplesOf(text: string): Map<string, number> {
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("# HELP ")) continue;
    const type = /^# TYPE (\w+) (counter|gauge|histogram|summary)$/.exec(line);
    if (type?.[1] && type[2]) {
      types.set(type[1], type[2]);
      continue;
    }
    const sample = /^((\w+)(\{(\w+="[^"\\]*",?)+\})?) (\S+)$/.exec(line);
    const [, key = "", name = ""] = sample ?? [];
    const value = Number(sample?.[5]?.replace(/^nan$/i, "-1")); // of a loop that has not lagged yet
    const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, "");
    if (!sample || Number.isNaN(value) || !types.has(family))
      throw new Error(`Not a sample: ${line}`);
    if (samples.has(key)) throw new Error(`Twice: ${key}`);
    samples.set(key, value);
  }
  return samples;
}

describe("/metrics", () => {
  const scrape = async () => {
    const response = await app.inject({ url: "/metrics" });
    expect(response.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(response.headers["cache-control"]).toBe("no-store");
    return samplesOf(response.body);
  };
  const get = (from: Map<string, number>, key: string) => from.get(key) ?? 0;

  it("counts requests, answers by where they came from, and statements", async () => {
    const before = await scrape();
    const url = `/graphql?${new URLSearchParams({ query: QUERY, variables: '{"code":"RU"}' })}`;
    const { etag } = (await app.inject({ url })).headers;
    await app.inject({ url });
    await app.inject({ url });
    await app.inject({ url, headers: { "if-none-match": String(etag) } });
    await post({ query: "{ nothing }" });
    await app.inject({ url: "/health/live" });
    const after = await scrape();
    const grown = (key: string) => get(after, key) - get(before, key);
    const request = (method: string, route: string, status: number) =>
      grown(`entente_http_requests_total{method="${method}",route="${route}",status="${status}"}`);
    expect(request("GET", "/graphql", 200)).toBe(3);
    expect(request("GET", "/graphql", 304)).toBe(1);
    expect(request("POST", "/graphql", 200)).toBe(1);
    expect(request("GET", "/health/live", 200)).toBe(1);
    expect(grown("entente_graphql_query_cost_points_sum")).toBeGreaterThan(2);
    expect(grown('entente_graphql_answers_total{from="executed"}')).toBe(2);
    expect(grown('entente_graphql_answers_total{from="memory"}')).toBe(2);
    expect(grown('entente_graphql_answers_total{from="unchanged"}')).toBe(1);
    expect(grown('entente_http_request_duration_seconds_count{route="/graphql"}')).toBe(5);
    expect(
      get(after, 'entente_http_request_duration_seconds_bucket{le="+Inf",route="/graphql"}'),
    ).toBe(get(after, 'entente_http_request_duration_seconds_count{route="/graphql"}'));
    expect(grown("entente_graphql_query_cost_points_count")).toBe(3);
    // One look at the edition, and what the one execution read.
    expect(grown("entente_sql_statements_total")).toBeGreaterThan(1);
    expect(grown("entente_sql_statements_total")).toBeLessThan(8);
    expect(get(after, "entente_answers_kept_bytes")).toBeGreaterThan(1_000);
    expect(get(after, "process_cpu_seconds_total")).toBeGreaterThan(0);
    expect(get(after, "nodejs_heap_size_used_bytes")).toBeGreaterThan(0);
  });

  it("has no more series for whatever is asked", async () => {
    await app.inject({ url: "/a" });
    await app.inject({ method: "PROPFIND" as never, url: "/a" });
    await post({ query: "query A { __typename }" });
    await scrape();
    const series = async () =>
      [...(await scrape()).keys()].filter((key) => key.startsWith("entente")).sort();
    const before = await series();
    expect(before.length).toBeGreaterThan(40);
    for (let n = 0; n < 20; n++) {
      await app.inject({
        url: `/nowhere/${n}?x=${n}`,
        headers: { host: `h${n}`, "user-agent": `${n}` },
      });
      await post({ query: `query N${n} { a${n}: __typename }` });
    }
    await app.inject({ method: "MKCOL" as never, url: "/b" });
    expect(await series()).toEqual(before);
  });

  it("asks for the streams that are open when it is read", async () => {
    const metrics = new Metrics();
    let open = 0;
    metrics.watchSubscribers("ws", () => open);
    open = 3;
    expect(samplesOf(await metrics.text()).get('entente_subscribers{transport="ws"}')).toBe(3);
    open = 1;
    expect(samplesOf(await metrics.text()).get('entente_subscribers{transport="ws"}')).toBe(1);
  });
});
