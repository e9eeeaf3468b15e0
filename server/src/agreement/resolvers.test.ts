import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import { cast, TREATY } from "../../test/cast.ts";
import { type World, world } from "../../test/world.ts";
import { rank } from "./move.ts";

describe.each(engines)("the treaty on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
  });
  afterAll(() => home.close());

  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  const treaty = async (fields: string, asOf: string | null = null): Promise<any> =>
    (
      await ask(
        home.storage,
        `{ agreement(slug: "${TREATY}", asOf: ${JSON.stringify(asOf)}) { ${fields} } }`,
      )
    ).agreement;

  it("has its parties in the order of the text, each with its own fields", async () => {
    const { parties } = await treaty(
      "parties { key name role mustRatify entity { __typename ... on Country { code name } ... on Forum { shortName } } }",
    );
    expect(parties).toEqual([
      {
        key: "RU",
        name: "Russia",
        role: "party",
        mustRatify: true,
        entity: { __typename: "Country", code: "RU", name: "Russia" },
      },
      expect.objectContaining({ key: "IR", name: "Iran" }),
    ]);
  });

  it("tells its life by stages, as far as was known", async () => {
    const { stages, ratified, mustRatify } = await treaty(
      "ratified mustRatify stages { status ratified mustRatify disputed when { edtf } report { body claimant } }",
      "2025-06-01",
    );
    expect([ratified, mustRatify]).toEqual([2, 2]);
    expect(stages).toMatchObject([
      { status: "PROPOSED", when: { edtf: "2020-07~" } },
      { status: "AGREED" },
      { status: "SIGNED", ratified: 0 },
      { status: "SIGNED", ratified: 1, report: { body: "State Duma" } },
      { status: "RATIFIED", ratified: 2, when: { edtf: "2025-05-21" }, report: { body: "Majles" } },
    ]);
  });

  it("gives each party's step with whoever acted, and both when both did", async () => {
    const { reports } = await treaty(
      "reports(first: 100) { nodes { step body moves parties { key mustRatify } place { name } } }",
      "2025-05-01",
    );
    expect(reports.nodes).toEqual([
      { step: null, body: null, moves: true, parties: [], place: null },
      { step: null, body: null, moves: true, parties: [], place: null },
      {
        step: "SIGNING_PLANNED",
        body: null,
        moves: false,
        parties: [{ key: "RU", mustRatify: true }],
        place: null,
      },
      {
        step: null,
        body: null,
        moves: true,
        parties: [
          { key: "RU", mustRatify: true },
          { key: "IR", mustRatify: true },
        ],
        place: { name: "Moscow" },
      },
      {
        step: "RATIFIED",
        body: "State Duma",
        moves: false,
        parties: [{ key: "RU", mustRatify: true }],
        place: null,
      },
    ]);
  });

  it("pages its reports, oldest knowledge first", async () => {
    const first = await treaty(
      "reports(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { knownOn } } }",
    );
    expect(first.reports).toMatchObject({
      totalCount: 8,
      pageInfo: { hasNextPage: true },
      edges: [
        { node: { knownOn: "2022-01-19" } },
        { node: { knownOn: "2024-06-11" } },
        { node: { knownOn: "2024-12-04" } },
      ],
    });
    const { reports } = await treaty(
      `reports(first: 10, after: "${first.reports.pageInfo.endCursor}") { totalCount nodes { knownOn } }`,
    );
    expect(reports.totalCount).toBe(8);
    expect(reports.nodes[0]).toEqual({ knownOn: "2025-01-17" });
    expect(reports.nodes).toHaveLength(5);
  });

  it("names the legal moves, and why the others are not", async () => {
    const { legal, all } = await treaty(
      "legal: allowedTransitions { to } all: allowedTransitions(legalOnly: false) { to legal reason }",
    );
    expect(legal.map((move: { to: string }) => move.to)).toContain("SUSPENDED");
    expect(all).toHaveLength(12);
    for (const { legal, reason } of all) expect(reason === null).toBe(legal);
    const then = await treaty(
      "allowedTransitions(legalOnly: false) { to legal reason }",
      "2025-04-10",
    );
    const ratified = then.allowedTransitions.find((move: { to: string }) => move.to === "RATIFIED");
    expect(ratified).toMatchObject({ legal: false, reason: expect.stringContaining("1 of 2") });
  });
});

describe.each(engines)("agreements on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  interface Listed {
    slug: string;
    title: string;
    status: string;
    kind: string;
    when: { earliest: string | null; latest: string | null };
    parties: { key: string }[];
    stages: { when: { earliest: string | null } }[];
  }
  const FIELDS =
    "slug title status kind when { earliest latest } parties { key } stages { when { earliest } }";
  const list = async (args: string): Promise<Listed[]> =>
    (await ask(home.storage, `{ agreements(first: 100 ${args}) { nodes { ${FIELDS} } } }`))
      .agreements.nodes;

  it("come latest status first", async () => {
    const days = (await list("")).map(({ when }) => when.latest ?? when.earliest ?? "");
    expect(days).toEqual([...days].sort().reverse());
  });

  it.each([
    ["WHEN", "ASC"],
    ["WHEN", "DESC"],
    ["TITLE", "ASC"],
    ["TITLE", "DESC"],
    ["CHANGED", "ASC"],
    ["CHANGED", "DESC"],
    ["STATUS", "ASC"],
    ["STATUS", "DESC"],
  ])("come in pages by %s %s, each once", async (field, direction) => {
    const order = `orderBy: { field: ${field}, direction: ${direction} }`;
    const whole = (await list(order)).map(({ slug }) => slug);
    const slugs: string[] = [];
    let after: string | null = null;
    do {
      const { agreements } = await ask(
        home.storage,
        `{ agreements(first: 9, ${order}, after: ${JSON.stringify(after)}) {
             totalCount nodes { slug } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(agreements.totalCount).toBe(28);
      slugs.push(...agreements.nodes.map((node: { slug: string }) => node.slug));
      after = agreements.pageInfo.hasNextPage ? agreements.pageInfo.endCursor : null;
    } while (after);
    expect(slugs).toEqual(whole);
    expect(new Set(whole).size).toBe(28);
  });

  it("stand by status in the usual order", async () => {
    const ranks = (await list("orderBy: { field: STATUS }")).map(({ status }) => rank(status));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("are filtered by party, kind, status, word and life", async () => {
    const all = await list("");
    const slugs = (found: Listed[]) => found.map(({ slug }) => slug).sort();
    const expected = (holds: (one: Listed) => boolean) => slugs(all.filter(holds));
    expect(slugs(await list(`filter: { countries: ["cn"] }`))).toEqual(
      expected(({ parties }) => parties.some(({ key }) => key === "CN")),
    );
    expect(slugs(await list(`filter: { forums: ["eaeu"] }`))).toEqual(
      expected(({ parties }) => parties.some(({ key }) => key === "eaeu")),
    );
    expect(
      slugs(await list("filter: { kinds: [TREATY], statuses: [IN_FORCE, SUPERSEDED] }")),
    ).toEqual(
      expected(
        ({ kind, status }) => kind === "TREATY" && ["IN_FORCE", "SUPERSEDED"].includes(status),
      ),
    );
    expect(slugs(await list(`filter: { text: "cooperation TEHRAN" }`))).toContain("ru-ir-2025");
    const alive = slugs(
      await list(`filter: { between: { from: "2002-01-01", to: "2003-01-01" } }`),
    );
    expect(alive).toContain("ru-ir-2001");
    expect(alive).not.toContain("ru-ir-2025");
    const late = slugs(await list(`filter: { between: { from: "2025-12-01" } }`));
    expect(late).toContain("ru-ir-2025");
    expect(late).not.toContain("ru-ir-2001");
  });

  it("replace each other, as far as was known", async () => {
    const on = async (asOf: string) =>
      (
        await ask(
          home.storage,
          `{ agreement(slug: "ru-ir-2001", asOf: "${asOf}") { status supersededBy { slug status supersedes { slug } } } }`,
        )
      ).agreement;
    expect(await on("2026-01-01")).toEqual({
      status: "SUPERSEDED",
      supersededBy: { slug: "ru-ir-2025", status: "IN_FORCE", supersedes: { slug: "ru-ir-2001" } },
    });
    expect((await on("2019-01-01")).supersededBy).toBeNull();
  });

  it("are only those known on the day, counted alike", async () => {
    const { agreements } = await ask(
      home.storage,
      `{ agreements(first: 100, asOf: "2010-01-01") { totalCount nodes { slug status } } }`,
    );
    expect(agreements.nodes.length).toBe(agreements.totalCount);
    expect(agreements.totalCount).toBeLessThan(10);
  });
});
