// A cursor holds for the list and order it came from, letter by letter. Whatever else is sent in its place is refused in words, on both engines:
// it is never a failure of ours, and never answered from some other place of the list.
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cursorOf } from "../src/graphql/page.ts";
import { buildApp } from "../src/http/app.ts";
import { schema } from "../src/schema.ts";
import { engines, NOW, shippedWorld } from "./ask.ts";
import { LISTS, listed, pageIn } from "./lists.ts";
import type { World } from "./world.ts";

/** Lists that go one way only. */
const FORWARD = [`search text: "moscow"`, "changes"];
const ALL = [...LISTS.map(([where]) => where), ...FORWARD];

/** The name of each list's order, as cursors are made under. */
const ORDERS = new Map([
  ["events", "Query.events WHEN ASC"],
  ["upcoming", "Query.upcoming WHEN"],
  ["agreements", "Query.agreements WHEN DESC"],
  ["leaders", "Query.leaders"],
  ["offices", "Query.offices"],
  ["places", "Query.places"],
  ["countries", "Query.countries"],
  ["sources", "Query.sources"],
  [`search text: "moscow"`, "Query.search"],
  ["changes", "Query.changes"],
  [`country(code: "IR") { events`, "country.events"],
  [`country(code: "RU") { memberships`, "Country.memberships"],
  [`source(slug: "jpost-2024-12-05") { reports`, "Source.reports"],
]);

describe.each(engines)("a cursor on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  const cursors = new Map<string, string>();
  const log: string[] = [];

  beforeAll(async () => {
    home = await shippedWorld(engine);
    app = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "error", rateLimit: false },
      clock: () => new Date(NOW),
      logTo: { write: (line) => log.push(line) },
    });
    for (const where of ALL) {
      const { data } = await post(where, "first: 1", "pageInfo { endCursor }");
      cursors.set(where, pageIn(where, Object.values(data)[0]).pageInfo.endCursor);
    }
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  async function post(where: string, args: string, fields: string) {
    const query = `{ ${listed(where, args, fields)} }`;
    return (await app.inject({ method: "POST", url: "/graphql", payload: { query } })).json();
  }

  /** The code with which a cursor is refused in a place of a list; null when it is answered. */
  async function codeOf(where: string, side: "after" | "before", cursor: string) {
    const query = `query ($cursor: String) { ${listed(where, `${side}: $cursor`, "nodes { __typename }")} }`;
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query, variables: { cursor } },
    });
    expect(response.statusCode).toBeLessThan(500);
    const { errors = [] } = response.json();
    if (errors.length > 0) expect(errors[0].message).toMatch(/cursor|U\+0000/);
    return errors[0]?.extensions.code ?? null;
  }

  const sidesOf = (where: string) =>
    FORWARD.includes(where) ? (["after"] as const) : (["after", "before"] as const);

  it.each(ALL)("of %s is taken by it, and by no other list", async (where) => {
    const own = cursors.get(where) ?? "";
    const sides = sidesOf(where);
    for (const side of sides) expect(await codeOf(where, side, own)).toBeNull();
    for (const [place, other] of ALL.entries()) {
      // The same list, seen through another filter, keeps its order.
      if (isSameOrder(where, other)) continue;
      const side = sides[place % sides.length] ?? "after";
      const cursor = cursors.get(other) ?? "";
      expect([other, await codeOf(where, side, cursor)]).toEqual([other, "BAD_USER_INPUT"]);
    }
  });

  it("that lost, gained or changed a letter is refused", async () => {
    const change = fc.oneof(
      fc.record({ at: fc.nat(), put: fc.constantFrom(..."AZaz09-_=+/ \u0000é") }),
      fc.record({ at: fc.nat(), cut: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ add: fc.string({ minLength: 1, maxLength: 5 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ALL), change, fc.boolean(), async (where, how, back) => {
        const own = cursors.get(where) ?? "";
        const sent = changed(own, how);
        if (sent === own || (where === "changes" && /^\d+$/.test(sent))) return;
        const side = back && !FORWARD.includes(where) ? "before" : "after";
        expect(await codeOf(where, side, sent)).toBe("BAD_USER_INPUT");
      }),
      { numRuns: engine === "sqlite" ? 400 : 150 },
    );
  });

  it("made up by somebody who knows how, of values that no key has, is refused", async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(
        -1,
        0.5,
        2 ** 31,
        2 ** 53,
        -(2 ** 40),
        1e300,
        "a\u0000",
        "\ud800",
        null,
        true,
      ),
    );
    const made = fc.array(value, { maxLength: 4 });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ORDERS.keys()), made, async (where, key) => {
        const cursor = cursorOf(key as never, { of: ORDERS.get(where) ?? "", parts: [] });
        const code = await codeOf(where, "after", cursor);
        if (code === null) taken += 1;
        else expect(code).toBe("BAD_USER_INPUT");
        // What is taken is of the kinds that the list's own are of.
        const [own, sent] = [cursors.get(where) ?? "", cursor].map(kindsIn);
        if (code === null) expect(sent).toEqual(own);
      }),
      { numRuns: engine === "sqlite" ? 600 : 300 },
    );
    expect(taken).toBeLessThan(100);
  });

  it("names no revision that there cannot be", async () => {
    expect(await codeOf("changes", "after", "2147483647")).toBeNull();
    for (const far of ["2147483648", "999999999999999", "-1", "1e3", "0x10", " 1"]) {
      expect([far, await codeOf("changes", "after", far)]).toEqual([far, "BAD_USER_INPUT"]);
    }
  });

  it("of any kind leaves no failure in the log", () => expect(log).toEqual([]));
});

/** Whether two items of `LISTS` are one list in one order. */
function isSameOrder(one: string, other: string): boolean {
  const bare = (where: string) =>
    where
      .replace(/ (filter: .*|asOf: .*)$/, "")
      .replace(/\(slug: "[^"]*"\)|\(code: "[^"]*"\)/, "()");
  return bare(one) === bare(other);
}

type Change = { at: number; put: string } | { at: number; cut: number } | { add: string };

function changed(cursor: string, how: Change): string {
  if ("add" in how) return cursor + how.add;
  const at = how.at % cursor.length;
  if ("cut" in how) return cursor.slice(0, at) + cursor.slice(at + how.cut);
  return cursor.slice(0, at) + how.put + cursor.slice(at + 1);
}

/** The kinds of a cursor's values, without its print. */
function kindsIn(cursor: string): string[] {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return (JSON.parse(text.slice(text.indexOf("["))) as unknown[]).map((value) => typeof value);
}
