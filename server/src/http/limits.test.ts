// What the limits count. That each of them holds, over HTTP and over a socket, is shown in test/limits.test.ts.
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { isCode } from "../graphql/codes.ts";
import { LIMITS } from "../limits.ts";
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
  });
});
afterAll(async () => {
  await app.close();
  await home.close();
});

const post = (payload: object) => app.inject({ method: "POST", url: "/graphql", payload });

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

interface Problem {
  message: string;
  extensions: { code: string; limit?: string; given?: number; most?: number };
}

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
