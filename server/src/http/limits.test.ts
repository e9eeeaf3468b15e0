// Each limit over HTTP: what just keeps within it is answered, what is one over is refused, with what to do instead.

import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { isCode } from "../graphql/codes.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { LIMITS, type LimitName, most } from "../limits.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

let home: World;
let app: FastifyInstance;

beforeAll(async () => {
  home = await shippedWorld("sqlite");
  app = await buildApp({
    schema,
    storage: home.storage,
    config: { logLevel: "error" },
    viewerOf: async () => ({ ...ANONYMOUS, name: "Vera", role: "VIEWER" }),
  });
});
afterAll(async () => {
  await app.close();
  await home.close();
});

const post = (body: object, hasToken = false) =>
  app.inject({
    method: "POST",
    url: "/graphql",
    payload: body,
    headers: hasToken ? { authorization: "Bearer x" } : {},
  });

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

/** A request that has exactly `count` of what a limit counts. */
type Ask = (count: number) => { query: string; variables?: object };

const deep = (count: number) =>
  count === 1
    ? "slug"
    : `${times(count - 1, () => "partOf {")} slug ${times(count - 1, () => "}")}`;

const ASKS = {
  // Twenty-two others make up the rest of the query.
  tokens: (count) => ({
    query: `{ events(first: 1, filter: { kinds: [${times(count - 22, () => "TALKS")}] }) { nodes { slug } } }`,
  }),
  depth: (count) => ({ query: `{ event(slug: "x") { ${deep(count - 1)} } }` }),
  selections: (count) => ({
    query: `{ event(slug: "x") { ${times(Math.floor((count - 1) / 50), () => "...a")} ${times((count - 1) % 50, () => "id")} } }
      fragment a on Event { ${times(50, () => "id")} }`,
  }),
  aliases: (count) => ({
    query: `{ event(slug: "x") { ...a ...a ${times(count - 20, (index) => `b${index}: id`)} } }
      fragment a on Event { ${times(10, (index) => `a${index}: id`)} }`,
  }),
  rootFields: (count) => ({
    query: `{ ...a ...a ${times(count - 10, () => "dataset { title }")} } fragment a on Query { ${times(5, () => "__typename")} }`,
  }),
  mutations: (count) => ({
    query: `mutation ($input: ReportAgreementStatusInput!) {
      ...a ${times(count - 2, (index) => `b${index}: ${WRITE}`)} }
      fragment a on Mutation { ${times(2, (index) => `a${index}: ${WRITE}`)} }`,
    variables: {
      input: {
        agreementId: "x",
        status: "SIGNED",
        when: "2025",
        knownOn: "2025-01-17",
        note: "",
        expectedVersion: 1,
      },
    },
  }),
  directives: (count) => ({
    query: `{ event(slug: "x") { ...a @include(if: true) ...a ${times(count - 21, () => "id @skip(if: false)")} } }
      fragment a on Event { ${times(10, () => "id @include(if: true)")} }`,
  }),
  pageSize: (count) => ({ query: `{ sources(first: ${count}) { nodes { slug } } }` }),
  // A page of a hundred events with their reports and what these rest on; pages of events alone are the change.
  cost: (count) => {
    const reports = Math.floor((count - 1) / 300) - 1;
    const rest = count - 1 - 100 * (2 + 3 * reports);
    const pages = [100, 100, 100, 100].map((most, index) => Math.min(most, rest - index * 101 - 1));
    return {
      query: `{ events(first: 100) { nodes { reports(first: ${reports}) { nodes { sources { slug } } } } }
        ${pages.map((first, index) => (first < 0 ? "" : `p${index}: events(first: ${first}) { nodes { slug } }`)).join(" ")} }`,
    };
  },
} satisfies Partial<Record<LimitName, Ask>>;

const WRITE = "reportAgreementStatus(input: $input) { replayed }";

const rows = (Object.keys(ASKS) as (keyof typeof ASKS)[]).flatMap((name) =>
  [false, true].map((hasToken) => ({ name, hasToken, allowed: most(LIMITS, name, hasToken) })),
);

describe.each(rows)("$allowed $name, with a token: $hasToken", ({ name, hasToken, allowed }) => {
  it("is answered", async () => {
    const response = await post(ASKS[name](allowed), hasToken);
    const { errors = [] } = response.json();
    // Whoever may not write is told so, once the request is within the limits.
    const isHeard = ({ extensions }: Problem) =>
      !["UNAUTHENTICATED", "FORBIDDEN"].includes(extensions.code);
    expect(errors.filter(isHeard)).toEqual([]);
    if (name === "cost") expect(response.headers["x-query-cost"]).toBe(String(allowed));
  });

  it("and one more is refused, with what to do", async () => {
    const response = await post(ASKS[name](allowed + 1), hasToken);
    const [error]: Problem[] = response.json().errors;
    expect(error?.extensions.code).toBe(LIMITS[name].code);
    expect(error?.message).toContain(LIMITS[name].instead);
    expect(error?.message).toContain(String(allowed));
    expect(response.json().data ?? null).toBeNull();
    if (name !== "pageSize") expect(response.statusCode).toBe(400);
  });
});

interface Problem {
  message: string;
  extensions: { code: string; limit?: string; given?: number; most?: number };
}

describe("a body", () => {
  const sized = (bytes: number) => {
    const [before, after] = ['{"query":"{ dataset { title } }","operationName":null', "}"];
    const payload = `${before}${" ".repeat(bytes - before.length - after.length)}${after}`;
    const headers = { "content-type": "application/json" };
    return app.inject({ method: "POST", url: "/graphql", payload, headers });
  };

  it("of the most bytes is read, and one byte more is refused, with what to do", async () => {
    const { anonymous, code, instead } = LIMITS.bodyBytes;
    expect((await sized(anonymous)).json().data.dataset.title).toBeTruthy();
    const refused = await sized(anonymous + 1);
    const [error]: Problem[] = refused.json().errors;
    expect([refused.statusCode, error?.extensions.code]).toEqual([413, code]);
    expect(error?.message).toContain(instead);
  });
});

describe("the cost of a request", () => {
  const query = `query ($first: Int = 10) { events(first: $first) { nodes { ...far } } }
    fragment far on Event { reports(first: 100) { nodes { id } } }`;
  const costOf = async (body: object) => {
    const response = await post(body);
    return response.headers["x-query-cost"] ?? response.json().errors[0].extensions.given;
  };

  it("goes by the request's variables, each time anew, defaults and fragments included", async () => {
    expect(await costOf({ query })).toBe("1021");
    expect(await costOf({ query, variables: { first: 40 } })).toBe("4081");
    const again = await post({ query, variables: { first: 50 } });
    expect([again.statusCode, again.json().errors[0].extensions]).toMatchObject([
      400,
      { code: "TOO_COSTLY", limit: "cost", given: 5101, most: 5000 },
    ]);
  });

  it("takes a page that nobody bounded for as long as it comes, and one too long for the longest there is", async () => {
    expect(await costOf({ query: "{ events { nodes { slug } } }" })).toBe("21");
    expect(await costOf({ query: "{ events(first: null) { nodes { slug } } }" })).toBe("21");
    expect(await costOf({ query: "{ events(first: 1000000) { nodes { slug } } }" })).toBe("101");
    expect(await costOf({ query: "{ events(first: -5) { nodes { slug } } }" })).toBe("1");
  });

  it("counts what is asked once, once, and what is left out not at all", async () => {
    expect(await costOf({ query: "{ events { nodes { place { name } place { id } } } }" })).toBe(
      "41",
    );
    const left = "{ events { nodes { place @skip(if: true) { name } } } }";
    expect(await costOf({ query: left })).toBe("21");
    expect(await costOf({ query: "{ events { edges { node { slug } } nodes { slug } } }" })).toBe(
      "41",
    );
  });

  it("is that of the dearest type, where several may stand", async () => {
    const node = `{ node(id: "x") { id ... on Event { place { name } } ... on Agreement { reports(first: 9) { nodes { id } } } } }`;
    expect(await costOf({ query: node })).toBe("11");
    expect(await costOf({ query: `{ nodes(ids: ["a", "b", "c"]) { id } }` })).toBe("3");
  });

  it("is told on demand", async () => {
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "{ events { nodes { slug } } }" },
      headers: { "x-debug-cost": "1" },
    });
    expect(response.json().extensions.cost).toMatchObject({ requested: 21, maximum: 5000 });
    expect(
      (await post({ query: "{ events { nodes { slug } } }" })).json().extensions,
    ).toBeUndefined();
  });

  it("is asked of no variables, however many things are wrong with them", async () => {
    const kinds = Array(20).fill("NOTHING");
    const query =
      "query ($kinds: [EventKind!]) { events(filter: { kinds: $kinds }) { totalCount } }";
    const response = await post({ query, variables: { kinds } });
    const codes = response.json().errors.map(({ extensions }: Problem) => extensions.code);
    expect(codes).toEqual(Array(11).fill("BAD_USER_INPUT"));
    expect(response.statusCode).toBeLessThan(500);
  });

  it("is asked of no request that GraphQL itself refuses", async () => {
    const wrong = await post({ query, variables: { first: "many" } });
    expect(wrong.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
    const missing = await post({
      query: "query ($on: Boolean!) { events @include(if: $on) { totalCount } }",
    });
    expect(missing.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
    const nothing = await post({
      query: "query A { dataset { title } } query B { dataset { title } }",
    });
    expect(nothing.json().errors[0].extensions.code).toBe("OPERATION_RESOLUTION_FAILURE");
  });

  it("of fragments that spread each other over and over is refused at once", async () => {
    const levels = times(
      60,
      (index) => `fragment f${index} on Event { ...f${index + 1} id ...f${index + 1} }`,
    );
    const refused = await post({
      query: `{ event(slug: "x") { ...f0 } } ${levels} fragment f60 on Event { id }`,
    });
    expect(refused.json().errors[0].extensions).toMatchObject({
      code: "TOO_COSTLY",
      limit: "selections",
    });
  });
});

it("every limit has a code of the closed list, and none is tighter with a token", () => {
  for (const { anonymous, token, code } of Object.values(LIMITS)) {
    expect(code).toSatisfy(isCode);
    expect(token).toBeGreaterThanOrEqual(anonymous);
  }
});
