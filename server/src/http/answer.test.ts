import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { recordChange } from "../history/history.ts";
import { schema } from "../schema.ts";
import { openStorage } from "../storage/open.ts";
import { buildApp } from "./app.ts";

const QUERY = `query Visits($first: Int!) {
  upcoming(first: $first) { totalCount nodes { slug title status overdue when { text } } }
  events(first: $first) { nodes { slug title summary status when { text } } }
}`;

describe.each(engines)("an answer on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let now = new Date(NOW);
  const seen: string[] = [];

  beforeAll(async () => {
    home = await shippedWorld(engine);
    home.storage.onStatement((sql) => seen.push(sql));
    app = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent", sharedSeconds: 60 },
      clock: () => now,
      viewerOf: async (name) => ({ ...ANONYMOUS, name, role: "VIEWER" }),
    });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const url = (query: string, more: Record<string, string> = {}) =>
    `/graphql?${new URLSearchParams({ query, ...more })}`;
  const visits = (variables = '{"first":50}') => url(QUERY, { variables });
  const get = (at: string, headers: Record<string, string> = {}) => {
    seen.length = 0;
    return app.inject({ url: at, headers });
  };
  const post = (payload: object, headers: Record<string, string> = {}) => {
    seen.length = 0;
    return app.inject({ method: "POST", url: "/graphql", payload, headers });
  };
  /** A change by another program. */
  const change = async () => {
    const other = await openStorage(home.url);
    const at = now.toISOString();
    const nothing = { entityType: null, entityId: null, version: null, reportId: null };
    await other.write((tx) =>
      recordChange(tx, {
        ...nothing,
        at,
        by: "test",
        action: "TEST",
        note: null,
        before: null,
        after: null,
      }),
    );
    await other.close();
  };

  it("may be kept by anybody when it was got, with a strong tag for each encoding", async () => {
    const plain = await get(visits());
    expect(plain.json().data.events.nodes.length).toBe(50);
    expect(plain.headers).toMatchObject({
      "cache-control": "public, max-age=0, s-maxage=60",
      vary: "Accept, Accept-Encoding",
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
    const squeezed = await get(visits(), { "accept-encoding": "gzip, br" });
    expect(squeezed.headers["content-encoding"]).toBe("br");
    expect(squeezed.headers.etag).toBe(String(plain.headers.etag).replace(/"$/, '-br"'));
  });

  /** What telling the edition takes: SQLite knows without a statement that nothing was written. */
  const look =
    engine === "sqlite" ? [] : [expect.stringMatching(/"revision".*from "change".*limit/s)];

  it("is 304 to whoever has it, for one look and no execution", async () => {
    for (const headers of [{}, { "accept-encoding": "br" }]) {
      const { etag, vary, "cache-control": control } = (await get(visits(), headers)).headers;
      const again = await get(visits(), { ...headers, "if-none-match": `"x", ${etag}` });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
      expect(again.headers).toMatchObject({ etag, vary, "cache-control": control });
      expect(seen).toEqual(look);
    }
  });

  it("is 304 also from a server that never made it", async () => {
    const { etag } = (await get(visits())).headers;
    const other = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent" },
      clock: () => now,
    });
    seen.length = 0;
    const headers = { "if-none-match": String(etag) };
    expect((await other.inject({ url: visits(), headers })).statusCode).toBe(304);
    expect(seen).toEqual([expect.stringMatching(/"revision".*from "change".*limit/s)]);
    await other.close();
  });

  it("is given again to the byte for one look, by GET and by POST", async () => {
    for (const accept of ["identity", "gzip", "br"]) {
      const headers = { "accept-encoding": accept };
      const first = await get(visits('{"first":7}'), headers);
      // The first of them is executed; the others pack what it left.
      if (accept === "identity") expect(seen.length).toBeGreaterThan(1);
      const again = await get(visits('{ "first" : 7 }'), headers);
      expect(seen).toEqual(look);
      expect(again.rawPayload).toEqual(first.rawPayload);
      expect(again.headers.etag).toBe(first.headers.etag);
      const posted = await post({ query: QUERY, variables: { first: 7 } }, headers);
      expect(seen).toEqual(look);
      expect(posted.rawPayload).toEqual(first.rawPayload);
      expect(posted.headers["cache-control"]).toBe("private, no-store");
      expect(posted.headers.etag).toBeUndefined();
    }
  });

  it("is made once for all who ask at once, and for each who takes it otherwise packed", async () => {
    await get(visits('{"first":8}'));
    const alone = seen.length;
    seen.length = 0;
    const all = await Promise.all(
      Array.from({ length: 20 }, () => app.inject({ url: visits('{"first":9}') })),
    );
    expect(new Set(all.map(({ body }) => body)).size).toBe(1);
    // On PostgreSQL each looks at the edition.
    expect(seen).toHaveLength(alone + (engine === "sqlite" ? 0 : 19));
    const refused = await Promise.all([1, 2, 3].map(() => app.inject({ url: url("{ nothing }") })));
    const ids = refused.map((response) => response.json().errors[0].extensions.requestId);
    expect(new Set(ids).size).toBe(3);
  });

  it("is another for another question", async () => {
    const two = "query A { upcoming(first: 1) { totalCount } } query B { events { totalCount } }";
    const tags = await Promise.all(
      [visits(), visits('{"first":2}'), url(`${QUERY} `), url(two, { operationName: "A" })]
        .concat(url(two, { operationName: "B" }))
        .map(async (at) => (await app.inject({ url: at, headers: {} })).headers.etag),
    );
    expect(tags[2]).toBeUndefined(); // a variable is missing: an error
    expect(new Set(tags).size).toBe(tags.length);
    const other = await get(visits(), { accept: "application/graphql-response+json" });
    expect(other.headers["content-type"]).toContain("application/graphql-response+json");
    expect(tags).not.toContain(other.headers.etag);
  });

  it("is made anew after a change, also one by another program", async () => {
    const { etag } = (await get(visits())).headers;
    await change();
    const after = await get(visits(), { "if-none-match": String(etag) });
    expect(after.statusCode).toBe(200);
    expect(after.headers.etag).not.toBe(etag);
    expect(seen.length).toBeGreaterThan(1);
  });

  it("is made anew on another day, and no cache keeps it past midnight", async () => {
    const day = async (at: string) => {
      now = new Date(at);
      return get(visits());
    };
    const before = await day("2026-01-05T23:59:50.000Z");
    expect(before.headers["cache-control"]).toBe("public, max-age=0, s-maxage=10");
    const after = await day("2026-01-06T00:00:01.000Z");
    expect(after.headers.etag).not.toBe(before.headers.etag);
    expect(seen.length).toBeGreaterThan(1);
    const later = await day("2046-01-06T00:00:01.000Z");
    const overdue = (response: typeof later) =>
      response.json().data.upcoming.nodes.filter((node: { overdue: boolean }) => node.overdue);
    expect(overdue(later).length).toBeGreaterThan(overdue(before).length);
    now = new Date(NOW);
  });

  it("is kept by nobody when it holds an error", async () => {
    for (const query of [
      "{ nothing }",
      "{",
      '{ event(slug: "x", asOf: "2024-13-99") { slug } }',
      '{ node(id: "x") { id } }',
    ]) {
      for (let time = 0; time < 2; time++) {
        const response = await get(url(query), { "if-none-match": "*" });
        expect(response.json().errors).toBeTruthy();
        expect(response.headers["cache-control"]).toBe("no-store");
        expect(response.headers.etag).toBeUndefined();
        const { requestId } = response.json().errors[0].extensions;
        expect(requestId).toBe(response.headers["x-request-id"]);
      }
    }
  });

  it("belongs to whoever shows a token, and is never another's", async () => {
    const query = "{ viewer { name } }";
    const anonymous = (await post({ query })).body;
    for (const authorization of ["ann", "bob"]) {
      const response = await post({ query }, { authorization });
      expect(response.json().data.viewer.name).toBe(authorization);
      expect(response.headers["cache-control"]).toBe("private, no-store");
    }
    expect((await post({ query })).body).toBe(anonymous);
    expect((await get(url(query), { authorization: "ann" })).body).toBe(anonymous);
  });

  it("to a HEAD has the headers of the GET and no body", async () => {
    for (const headers of [{}, { "accept-encoding": "br" }]) {
      const got = await get(visits(), headers);
      const head = await app.inject({ method: "HEAD", url: visits(), headers });
      // Whatever tells of this one request alone.
      const own = ["date", "x-request-id", "ratelimit-remaining"];
      const kept = Object.fromEntries(
        Object.entries(got.headers).filter(([name]) => !own.includes(name)),
      );
      expect(head.statusCode).toBe(200);
      expect(head.headers).toMatchObject(kept);
      expect(head.body).toBe("");
    }
  });

  it("to a mutation is carried out each time", async () => {
    const query = `mutation { reportAgreementStatus(input: { agreementId: "x" }) { replayed } }`;
    const [one, other] = [await post({ query }), await post({ query })];
    expect(one.json().errors).toBeTruthy();
    expect(one.headers["x-request-id"]).not.toBe(other.headers["x-request-id"]);
    expect(other.json().errors[0].extensions.requestId).toBe(other.headers["x-request-id"]);
  });
});
