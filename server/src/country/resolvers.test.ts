import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: what is answered is looked at field by field.
type Any = any;

describe.each(engines)("countries on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it("are found by code, in either case, with their capital", async () => {
    const { country, nobody } = await ask(
      home.storage,
      `{ country(code: "ir") { slug code alpha3 name officialName kind note
           capital { slug name latitude longitude country { code } } }
         nobody: country(code: "XX") { slug } }`,
    );
    expect(country).toEqual({
      slug: "iran",
      code: "IR",
      alpha3: "IRN",
      name: "Iran",
      officialName: "Islamic Republic of Iran",
      kind: "STATE",
      note: null,
      capital: {
        slug: "tehran",
        name: "Tehran",
        latitude: expect.any(Number),
        longitude: expect.any(Number),
        country: { code: "IR" },
      },
    });
    expect(nobody).toBeNull();
  });

  it("have names in several languages at once", async () => {
    const { country } = await ask(
      home.storage,
      `{ country(code: "TR") { name ru: name(language: "ru") fa: name(language: "fa") } }`,
    );
    expect(country).toEqual({ name: "Türkiye", ru: "Турция", fa: "ترکیه" });
  });

  it("are listed by name, page after page, each once", async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { countries } = await ask(
        home.storage,
        `{ countries(first: 20, after: ${JSON.stringify(after)}) {
             totalCount nodes { name } edges { node { name } } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(countries.totalCount).toBe(44);
      expect(countries.edges.map((edge: { node: object }) => edge.node)).toEqual(countries.nodes);
      names.push(...countries.nodes.map((node: { name: string }) => node.name));
      after = countries.pageInfo.hasNextPage ? countries.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(names).size).toBe(44);
    expect(names).toEqual([...names].sort());
  });

  it("are found by words, accents aside", async () => {
    const { countries } = await ask(
      home.storage,
      `{ countries(text: "republic turk") { nodes { slug } } }`,
    );
    expect(countries.nodes.map((node: { slug: string }) => node.slug)).toContain("turkiye");
  });

  it("are nodes, and so are places", async () => {
    const { country } = await ask(home.storage, `{ country(code: "RU") { id capital { id } } }`);
    const { nodes } = await ask(
      home.storage,
      `{ nodes(ids: ["${country.id}", "${country.capital.id}"]) {
           __typename ... on Country { code } ... on Place { name } } }`,
    );
    expect(nodes).toEqual([
      { __typename: "Country", code: "RU" },
      { __typename: "Place", name: "Moscow" },
    ]);
  });

  it("have places, found by their own words and the country's", async () => {
    const { byBoth, inIran, none } = await ask(
      home.storage,
      `{ byBoth: places(text: "mosc russ") { totalCount nodes { slug country { code } } }
         inIran: places(countries: ["ir"], first: 100) { totalCount nodes { name country { code } } }
         none: places(text: "mosc", countries: ["IR", "XX"]) { totalCount nodes { slug } } }`,
    );
    expect(byBoth.nodes).toContainEqual({ slug: "moscow", country: { code: "RU" } });
    expect(byBoth.totalCount).toBe(byBoth.nodes.length);
    expect(inIran.nodes.map((node: { name: string }) => node.name)).toContain("Tehran");
    expect(new Set(inIran.nodes.map((node: Any) => node.country.code))).toEqual(new Set(["IR"]));
    expect(none).toEqual({ totalCount: 0, nodes: [] });
  });
});
