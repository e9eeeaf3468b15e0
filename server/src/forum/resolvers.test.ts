import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";

describe.each(engines)("forums on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  async function iranInBrics(asOf: string) {
    const { country } = await ask(
      home.storage,
      `{ country(code: "IR", asOf: "${asOf}") {
           memberships { nodes { forum { slug } role from to } } } }`,
    );
    return country.memberships.nodes
      .filter((node: { forum: { slug: string } }) => node.forum.slug === "brics")
      .map(({ role, from, to }: Record<string, string>) => [role, from, to]);
  }

  it("show a country's memberships as known on the day: begun, and not ended too early", async () => {
    expect(await iranInBrics("2023-08-23")).toEqual([]);
    expect(await iranInBrics("2023-12-31")).toEqual([["INVITED", "2023-08-24", null]]);
    expect(await iranInBrics("2024-01-01")).toEqual([
      ["INVITED", "2023-08-24", "2024-01-01"],
      ["FULL", "2024-01-01", null],
    ]);
  });

  it("count members as of the day", async () => {
    const { then, now } = await ask(
      home.storage,
      `{ then: forum(slug: "brics", asOf: "2010-01-01") { memberships { totalCount nodes { country { slug } sources { slug } } } }
         now: forum(slug: "brics") { memberships { totalCount } } }`,
    );
    expect(then.memberships.totalCount).toBe(4);
    expect(then.memberships.nodes[0].sources).not.toEqual([]);
    expect(now.memberships.totalCount).toBeGreaterThan(10);
  });

  it("show sessions the latest first, with their place, once they were known", async () => {
    const { forum } = await ask(
      home.storage,
      `{ forum(slug: "brics", asOf: "2024-10-20") { shortName
           sessions(first: 2) { totalCount nodes { name ordinal status mode when { edtf fixed text } place { name } forum { slug } } } } }`,
    );
    expect(forum.shortName).toBe("BRICS");
    expect(forum.sessions.nodes[0]).toEqual({
      name: "16th BRICS summit",
      ordinal: 16,
      status: "SCHEDULED",
      mode: "IN_PERSON",
      when: { edtf: "2024-10-22/2024-10-24", fixed: true, text: "22–24 October 2024" },
      place: { name: "Kazan" },
      forum: { slug: "brics" },
    });
    expect(forum.sessions.nodes).toHaveLength(2);
    expect(forum.sessions.totalCount).toBeGreaterThan(2);
  });

  it("are listed by name and found by either name", async () => {
    const { forums, sco } = await ask(
      home.storage,
      `{ forums { totalCount nodes { name } } sco: forums(text: "sco") { nodes { slug } } }`,
    );
    expect(forums.totalCount).toBe(17);
    const names = forums.nodes.map((node: { name: string }) => node.name);
    expect(names).toEqual([...names].sort());
    expect(sco.nodes).toEqual([{ slug: "sco" }]);
  });

  it("go on behind a cursor in a nested list", async () => {
    const first = await ask(
      home.storage,
      `{ forum(slug: "sco") { memberships(first: 3) { nodes { country { slug } role } pageInfo { endCursor } } } }`,
    );
    const { forum } = await ask(
      home.storage,
      `{ forum(slug: "sco") { rest: memberships(after: "${first.forum.memberships.pageInfo.endCursor}") { nodes { country { slug } role } }
           all: memberships { nodes { country { slug } role } } } }`,
    );
    expect([...first.forum.memberships.nodes, ...forum.rest.nodes]).toEqual(forum.all.nodes);
  });

  it("have sessions that are nodes, unless the day is too early", async () => {
    const { forum } = await ask(
      home.storage,
      `{ forum(slug: "vtb-russia-calling") { sessions { nodes { id slug ordinal theme } } } }`,
    );
    const session = forum.sessions.nodes.find(
      (node: { slug: string }) => node.slug === "russia-calling-15",
    );
    expect(session).toMatchObject({
      ordinal: 15,
      theme: "The Future of Capital and the Capital of the Future",
    });
    const { then, before } = await ask(
      home.storage,
      `{ then: node(id: "${session.id}", asOf: "2024-12-05") { id }
         before: node(id: "${session.id}", asOf: "2024-12-03") { id } }`,
    );
    expect(then).toEqual({ id: session.id });
    expect(before).toBeNull();
  });

  it("keep back what was remarked afterwards until it is over", async () => {
    const note = async (asOf: string) => {
      const { forum } = await ask(
        home.storage,
        `{ forum(slug: "brics", asOf: "${asOf}") {
             sessions(first: 1) { nodes { slug note } }
             memberships(first: 100) { nodes { country { slug } role note } } } }`,
      );
      const invited = forum.memberships.nodes.find(
        (node: { country: { slug: string } }) => node.country.slug === "argentina",
      );
      return [forum.sessions.nodes[0].note, invited.note];
    };
    expect(await note("2023-08-24")).toEqual(["Putin took part by video link.", null]);
    expect(await note("2024-10-23")).toEqual([null, expect.stringContaining("Declined")]);
  });

  it("are there from the day on which they were founded: listed, counted, found, and by their slug", async () => {
    const on = async (day: string) => {
      const { forums, forum, node, search } = await ask(
        home.storage,
        `{ forums(first: 100, asOf: "${day}") { totalCount nodes { slug founded } }
           forum(slug: "eaeu", asOf: "${day}") { slug founded }
           node(id: "${Buffer.from("Forum:eaeu").toString("base64url")}", asOf: "${day}") { id }
           search(text: "EAEU", kinds: [FORUM], asOf: "${day}") { totalCount nodes { __typename } } }`,
      );
      for (const { founded } of forums.nodes) {
        if (founded !== null) expect(founded.slice(0, 10) <= day).toBe(true);
      }
      expect(forums.nodes).toHaveLength(forums.totalCount);
      const isThere = forums.nodes.some(({ slug }: { slug: string }) => slug === "eaeu");
      const said = [forum !== null, node !== null, search.totalCount === 1, isThere];
      return { count: forums.totalCount, eaeu: [...new Set(said)] };
    };
    const [first, before, after, now] = [
      await on("1990-01-01"),
      await on("2014-12-31"),
      await on("2015-01-01"),
      await on("2025-12-31"),
    ];
    expect([before.eaeu, after.eaeu]).toEqual([[false], [true]]);
    expect(after.count).toBe(before.count + 1);
    expect(first.count).toBeLessThan(before.count);
    expect(now.count).toBe(17);
  });
});
