// How much may be asked in a minute, over HTTP, by a clock that the test turns.

import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";
import { networkOf } from "./rate.ts";

const REQUESTS = 20;
const limits: Limits = {
  ...LIMITS,
  requestsPerMinute: { ...LIMITS.requestsPerMinute, anonymous: REQUESTS, token: 2 * REQUESTS },
  pointsPerMinute: { ...LIMITS.pointsPerMinute, anonymous: 2000, token: 4000 },
};

let home: World;
let app: FastifyInstance;
let now: number;

beforeAll(async () => {
  home = await shippedWorld("sqlite");
});
afterAll(() => home.close());
beforeEach(async () => {
  now = Date.parse("2026-01-05T08:00:00.000Z");
  app = await build({});
});
afterEach(() => app.close());

type Settings = Partial<Parameters<typeof buildApp>[0]["config"]>;
const build = (settings: Settings) =>
  buildApp({
    schema,
    storage: home.storage,
    config: { logLevel: "error", ...settings },
    limits,
    clock: () => new Date(now),
    viewerOf: async (header) => {
      const isGood = header.startsWith("Bearer good");
      return { ...ANONYMOUS, name: header, role: isGood ? "EDITOR" : null };
    },
  });

interface From {
  address?: string;
  token?: string;
  forwarded?: string;
  debug?: boolean;
}

const SMALL = { query: "{ dataset { title } }" };
const post = (payload: object, from: From = {}) =>
  app.inject({
    method: "POST",
    url: "/graphql",
    payload,
    remoteAddress: from.address ?? "192.0.2.1",
    headers: {
      ...(from.token && { authorization: `Bearer ${from.token}` }),
      ...(from.forwarded && { "x-forwarded-for": from.forwarded }),
      ...(from.debug && { "x-debug-cost": "1" }),
    },
  });
const ask = (from?: From) => post(SMALL, from);
const statuses = async (count: number, from?: From) => {
  const given: number[] = [];
  for (let index = 0; index < count; index++) given.push((await ask(from)).statusCode);
  return given;
};
const times = (count: number, status: number) => Array(count).fill(status);

describe("the requests of a minute", () => {
  it("are answered up to the last, and the next is refused until enough has run in", async () => {
    expect(await statuses(REQUESTS)).toEqual(times(REQUESTS, 200));
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({
      "retry-after": "3",
      "ratelimit-policy": '20;w=60;comment="requests", 2000;w=60;comment="points"',
      "ratelimit-limit": "20",
      "ratelimit-remaining": "0",
      "ratelimit-reset": "60",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    expect(refused.headers["access-control-expose-headers"]).toContain("retry-after");
    const [error] = refused.json().errors;
    expect(error.extensions.code).toBe("RATE_LIMITED");
    expect(error.message).toMatch(/used up its 20 requests a minute. Try again in 3 s/);
    now += 2_999;
    expect((await ask()).statusCode).toBe(429);
    now += 1;
    expect((await ask()).statusCode).toBe(200);
  });

  it("are told as they go, and come back by themselves", async () => {
    expect((await ask()).headers).toMatchObject({
      "ratelimit-limit": "20",
      "ratelimit-remaining": "19",
    });
    now += 60_000;
    expect((await ask()).headers["ratelimit-remaining"]).toBe("19");
  });

  it("count whether they are posted, got, answered from memory, revalidated or wrong", async () => {
    const url = `/graphql?query=${encodeURIComponent(SMALL.query)}`;
    const get = (headers = {}) =>
      app.inject({ method: "GET", url, headers, remoteAddress: "192.0.2.1" });
    const first = await get();
    const same = await get({ "if-none-match": String(first.headers.etag) });
    expect(same.statusCode).toBe(304);
    await post({ query: "{ nothing }" });
    await post({ query: "{" });
    expect((await ask()).headers["ratelimit-remaining"]).toBe(String(REQUESTS - 5));
  });

  it("are each address's own, and each /64's of IPv6", async () => {
    await statuses(REQUESTS);
    expect((await ask({ address: "192.0.2.2" })).statusCode).toBe(200);
    expect(await statuses(REQUESTS, { address: "2001:db8:1:2::1" })).toEqual(times(REQUESTS, 200));
    expect((await ask({ address: "2001:db8:1:2:ffff::9" })).statusCode).toBe(429);
    expect((await ask({ address: "2001:db8:1:3::1" })).statusCode).toBe(200);
  });

  it("are a valid token's own, wherever it comes from, and more", async () => {
    await statuses(REQUESTS);
    expect(await statuses(2 * REQUESTS, { token: "good" })).toEqual(times(2 * REQUESTS, 200));
    const refused = await ask({ token: "good", address: "192.0.2.9" });
    expect([refused.statusCode, refused.json().errors[0].message]).toEqual([
      429,
      expect.stringContaining("This token has used up its 40 requests"),
    ]);
    expect((await ask({ token: "good too" })).statusCode).toBe(200);
    expect((await ask({ token: "made up" })).statusCode).toBe(429);
  });

  it("are ten for a mutation", async () => {
    const write = `reportAgreementStatus(input: { agreementId: "x", status: SIGNED, when: "2025", knownOn: "2025-01-17", note: "", expectedVersion: 1, dryRun: true }) { replayed }`;
    const two = { query: `mutation { a: ${write} b: ${write} }` };
    const token = { token: "good" };
    expect((await post(two, token)).headers["ratelimit-remaining"]).toBe("20");
    expect((await post(two, token)).headers["ratelimit-remaining"]).toBe("0");
    const refused = await post(two, token);
    expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([429, "2"]);
  });

  it("do not count where that is switched off", async () => {
    await app.close();
    app = await build({ rateLimit: false });
    expect(await statuses(REQUESTS + 5)).toEqual(times(REQUESTS + 5, 200));
    expect((await ask()).headers["ratelimit-limit"]).toBeUndefined();
  });
});

describe("a proxy in front", () => {
  const via = (forwarded: string) => ({ address: "127.0.0.1", forwarded });

  it("is one reader, whatever it says of others, unless it is trusted", async () => {
    await statuses(REQUESTS, via("198.51.100.1"));
    expect((await ask(via("198.51.100.2"))).statusCode).toBe(429);
  });

  it.each([1, "127.0.0.0/8"])(
    "trusted as %s is believed, and nobody before it",
    async (trustProxy) => {
      await app.close();
      app = await build({ trustProxy });
      await statuses(REQUESTS, via("198.51.100.1"));
      expect((await ask(via("198.51.100.2"))).statusCode).toBe(200);
      expect((await ask(via("203.0.113.5, 198.51.100.1"))).statusCode).toBe(429);
    },
  );
});

describe("the points of a minute", () => {
  const page = (first: number) => ({
    query:
      "query ($first: Int) { sources(first: $first) { nodes { slug reports(first: 8) { nodes { id } } } } }",
    variables: { first },
  });

  /** Points for reading the document once: 34 tokens, squared, by 50. */
  const READING = 24;

  it("run out where requests do not, and what is left is told on demand", async () => {
    expect((await post(page(100), { debug: true })).json().extensions.cost).toEqual({
      requested: 1001,
      maximum: 5000,
      remaining: 2000 - 1001 - READING,
      resetAt: new Date(now + ((1001 + READING) / 2000) * 60_000).toISOString(),
    });
    const refused = await post(page(98));
    expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([429, "1"]);
    expect(refused.headers).toMatchObject({
      "ratelimit-limit": "2000",
      "ratelimit-remaining": "975",
    });
    expect(refused.json().errors[0]).toMatchObject({
      message: expect.stringContaining("used up its 2000 points a minute"),
      extensions: { code: "RATE_LIMITED" },
    });
    expect((await post(page(97))).statusCode).toBe(200);
  });

  it("are not spent on what is answered from memory", async () => {
    await post(page(100));
    for (let turn = 0; turn < 5; turn++) expect((await post(page(100))).statusCode).toBe(200);
  });

  it("are spent on reading a document, by the square of its length, and once only", async () => {
    const left = async (query: string) =>
      (await post({ query }, { debug: true, token: "good" })).json().extensions?.cost.remaining;
    const long = `{ dataset { ${"title ".repeat(195)} } }`;
    const before = await left("{ dataset { title } }");
    expect(await left(long)).toBe(before - 200 ** 2 / 50 - 1);
    expect(await left(long)).toBe(before - 200 ** 2 / 50 - 2);
    // What does not fit the schema is read each time.
    const wrong = `{ ${"nothing ".repeat(98)} }`;
    await post({ query: wrong }, { token: "good" });
    await post({ query: wrong }, { token: "good" });
    expect(await left(long)).toBe(before - 200 ** 2 / 50 - 3 - 2 * (100 ** 2 / 50));
  });
});

describe("the network of an address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:DB8:0:0:1::", "2001:db8:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("of %s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});
