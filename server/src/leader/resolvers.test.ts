import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";

describe.each(engines)("leaders on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  const offices = async (slug: string, asOf: string) => {
    const { leader } = await ask(
      home.storage,
      `{ leader(slug: "${slug}", asOf: "${asOf}") { offices { nodes { office { slug } from to } } } }`,
    );
    return leader.offices.nodes.map(
      (node: { office: { slug: string }; from: string; to: string }) => [
        node.office.slug,
        node.from,
        node.to,
      ],
    );
  };

  it("hold the offices begun by the day, the latest first, with no end that lies ahead", async () => {
    expect(await offices("recep-tayyip-erdogan", "2010-01-01")).toEqual([
      ["tr-prime-minister", "2003-03-14", null],
    ]);
    expect(await offices("recep-tayyip-erdogan", "2022-07-19")).toEqual([
      ["tr-president", "2014-08-28", null],
      ["tr-prime-minister", "2003-03-14", "2014-08-28"],
    ]);
  });

  it("are alive until the day they die, and no remark tells of it before", async () => {
    const { before, after } = await ask(
      home.storage,
      `{ before: leader(slug: "ebrahim-raisi", asOf: "2024-05-18") {
           name born died note country { code } offices { nodes { note } } }
         after: leader(slug: "ebrahim-raisi", asOf: "2024-05-19") { died note } }`,
    );
    expect(before).toEqual({
      name: "Ebrahim Raisi",
      born: "1960-12-14",
      died: null,
      note: null,
      country: { code: "IR" },
      offices: { nodes: [{ note: null }] },
    });
    expect(after).toEqual({ died: "2024-05-19", note: expect.stringContaining("helicopter") });
  });

  it("stand at the head of their country's offices", async () => {
    const { country } = await ask(
      home.storage,
      `{ country(code: "RU", asOf: "2024-12-05") { offices(first: 100) { totalCount
           nodes { title leader { slug } office { rank country { code } forum { slug } } sources { slug } } } } }`,
    );
    const ranks = country.offices.nodes.map(
      (node: { office: { rank: string } }) => node.office.rank,
    );
    const order = ["LEADER", "MINISTER", "OFFICIAL"];
    expect(ranks).toEqual([...ranks].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(country.offices.nodes).toContainEqual({
      title: "President of the Russian Federation",
      leader: { slug: "vladimir-putin" },
      office: { rank: "LEADER", country: { code: "RU" }, forum: null },
      sources: [{ slug: "gk-terms" }],
    });
    expect(country.offices.totalCount).toBe(ranks.length);
  });

  it("are found by any spelling, and by country", async () => {
    const { leaders, none } = await ask(
      home.storage,
      `{ leaders(text: "tayyip erdogan", countries: ["tr", "RU"]) { totalCount nodes { name alsoKnownAs } }
         none: leaders(text: "tayyip", countries: ["IR"]) { totalCount nodes { name } } }`,
    );
    expect(leaders).toEqual({
      totalCount: 1,
      nodes: [
        {
          name: "Recep Tayyip Erdoğan",
          alsoKnownAs: ["Tayyip Erdogan", "Recep Tayyip Erdogan"],
        },
      ],
    });
    expect(none).toEqual({ totalCount: 0, nodes: [] });
  });

  it("are listed by name, page after page, each once", async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { leaders } = await ask(
        home.storage,
        `{ leaders(first: 30, after: ${JSON.stringify(after)}) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
      );
      names.push(...leaders.nodes.map((node: { name: string }) => node.name));
      after = leaders.pageInfo.hasNextPage ? leaders.pageInfo.endCursor : null;
    } while (after);
    expect(names).toHaveLength(101);
    expect(names).toEqual([...names].sort());
  });

  it("cost one statement for each relation, however many there are", async () => {
    const seen: string[] = [];
    const end = home.storage.onStatement((sql) => seen.push(sql));
    await ask(
      home.storage,
      `{ leaders(first: 100) { nodes { name country { name } offices { nodes { title office { country { code } } } } } } }`,
    );
    end();
    expect(seen).toHaveLength(4);
  });

  it("hold offices, which are found by title and by whom they serve", async () => {
    const { found, ofForum, none } = await ask(
      home.storage,
      `{ found: offices(text: "foreign affairs iran", countries: ["ir"]) { totalCount nodes { title country { code } } }
         ofForum: offices(forums: ["iaea"]) { totalCount nodes { forum { slug } country { code } } }
         none: offices(text: "foreign affairs", forums: ["iaea"]) { totalCount nodes { slug } } }`,
    );
    expect(found.totalCount).toBe(4);
    expect(found.nodes[0]).toEqual({
      title: "Acting Minister of Foreign Affairs of Iran",
      country: { code: "IR" },
    });
    expect(ofForum.totalCount).toBeGreaterThan(0);
    expect(
      new Set(ofForum.nodes.map((node: { forum: { slug: string } }) => node.forum.slug)),
    ).toEqual(new Set(["iaea"]));
    expect(none).toEqual({ totalCount: 0, nodes: [] });
  });
});
