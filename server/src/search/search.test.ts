// Finding things by words, through the API, on both engines.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";

interface Edge {
  kind: string;
  slug: string;
  name: string;
  matched: string;
  when: { text: string } | null;
}

describe.each(engines)("a search on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  const edges = async (text: string, more = ""): Promise<Edge[]> => {
    const { search } = await ask(
      home.storage,
      `{ search(text: ${JSON.stringify(text)} ${more}) { edges { kind slug name matched when { text } } } }`,
    );
    return search.edges;
  };
  const slugs = async (text: string, more = "") =>
    (await edges(text, more)).map(({ slug }) => slug);
  const asOf = (day: string, more = "") => `asOf: "${day}" ${more}`;

  it.each([
    "Pezeshkian",
    "Пезешкиан",
    "پزشکیان",
    "پزشكيان",
    "Pezeshkiyan",
    "Pezeškian",
    "PEZESHKIAN!",
    "pezesh",
    "پزشک",
    "Masoud Pezeshkian",
    "مسعود پزشکیان",
    "massoud pez",
  ])("finds one person as %s", async (text) => {
    expect(await slugs(text, "kinds: [LEADER]")).toEqual(["masoud-pezeshkian"]);
    expect((await edges(text, "first: 1"))[0]).toMatchObject({
      kind: "LEADER",
      name: "Masoud Pezeshkian",
      when: null,
    });
  });

  it.each([
    ["习近平", "xi-jinping"],
    ["Си Цзиньпин", "xi-jinping"],
    ["شی جین‌پینگ", "xi-jinping"],
    ["Xi", "xi-jinping"],
    ["Путин", "vladimir-putin"],
    ["پوتین", "vladimir-putin"],
    ["Хаменеи", "ali-khamenei"],
    ["خامنه‌ای", "ali-khamenei"],
    ["Lukashenka", "alexander-lukashenko"],
    ["Эрдоган", "recep-tayyip-erdogan"],
  ])("finds %s as a person", async (text, slug) => {
    expect(await slugs(text, "kinds: [LEADER], first: 3")).toContain(slug);
  });

  it.each([
    ["Türkiye", "turkiye"],
    ["turkei", "turkiye"],
    ["Россия", "russia"],
    ["ایران", "iran"],
    ["إيران", "iran"],
    ["中国", "china"],
    ["KZ", "kazakhstan"],
  ])("finds %s as a country first of all", async (text, slug) => {
    expect((await edges(text))[0]).toMatchObject({ kind: "COUNTRY", slug });
  });

  it("finds an event by where it is, what it is, and who takes part", async () => {
    const visit = "visit-pezeshkian-moscow-2025";
    for (const text of [
      "Moscow visit",
      "visit to Moscow",
      "pezeshkian moscow",
      "January 2025 vis",
    ]) {
      expect(await slugs(text, "first: 10")).toContain(visit);
    }
    expect(await slugs("Moscow visit Rouhani")).not.toContain(visit);
    expect(await slugs("Москва", "kinds: [EVENT], first: 50")).toContain(visit);
  });

  it("puts what is titled so before what takes place so", async () => {
    const [first] = await edges("pezeshkian visit");
    expect(first?.name).toBe("Pezeshkian's official visit to Russia");
  });

  it("finds what was said of it, and shows that", async () => {
    expect(await edges("putin hope", "kinds: [EVENT]")).toContainEqual({
      kind: "EVENT",
      slug: "signing-treaty-2025",
      name: "Signature of the Comprehensive Strategic Partnership Treaty",
      matched: "Putin hopes to sign during the coming visit.",
      when: { text: "17 January 2025" },
    });
  });

  it("finds every kind", async () => {
    const found = await Promise.all([
      edges("Belarus", "kinds: [COUNTRY]"),
      edges("БРИКС", "kinds: [FORUM]"),
      edges("future of capital", "kinds: [SESSION]"),
      edges("interim eaeu", "kinds: [AGREEMENT]"),
      edges("tass 29 august 2025", "kinds: [SOURCE]"),
      edges("still on paper", "kinds: [STORY]"),
      edges("logist", "kinds: [TOPIC]"),
    ]);
    expect(found.map(([first]) => first?.slug)).toEqual([
      "belarus",
      "brics",
      "russia-calling-15",
      "eaeu-ir-2018",
      "tass-tianjin",
      "twenty-five-years",
      "logistics",
    ]);
  });

  it("puts names before mentions, and the newest first", async () => {
    const { search } = await ask(
      home.storage,
      `{ search(text: "treaty", first: 60, kinds: [EVENT]) { nodes { ... on Event { title when { latest fixed } } } } }`,
    );
    const named = search.nodes.map(({ title }: { title: string }) => /treaty/i.test(title));
    expect(named).toContain(false);
    expect(named).toEqual(named.toSorted((a: boolean, b: boolean) => Number(b) - Number(a)));
    const dated = search.nodes
      .slice(0, named.indexOf(false))
      .filter(({ when }: { when: { fixed: boolean; latest: string } }) => when.fixed && when.latest)
      .map(({ when }: { when: { latest: string } }) => when.latest.slice(0, 7));
    expect(dated.length).toBeGreaterThan(10);
    expect(dated).toEqual(dated.toSorted().reverse());
  });

  it("wants every word, only the last of which may be a beginning", async () => {
    expect(await slugs("pezesh moscow")).toEqual([]);
    expect((await slugs("moscow pezesh")).length).toBeGreaterThan(0);
    expect(await slugs("pezeshkian zanzibar")).toEqual([]);
  });

  it("takes words that sound alike only when nothing is spelled so", async () => {
    const { search } = await ask(
      home.storage,
      `{ search(text: "tehran", first: 100) { edges { name matched } } }`,
    );
    for (const { matched } of search.edges) expect(matched).not.toMatch(/Tarin|Toran/);
    // Of another kind something is: so nothing that sounds like it is taken for a leader.
    expect(await slugs("tehran", "kinds: [TOPIC]")).toEqual([]);
  });

  it("goes on page after page, each once, and counts them all", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { search } = await ask(
        home.storage,
        `{ search(text: "iran", first: 40, after: ${JSON.stringify(after)}) {
            totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      seen.push(...search.nodes.map(({ id }: { id: string }) => id));
      total = search.totalCount;
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
    } while (after);
    expect(total).toBeGreaterThan(200);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  it("goes on among what sounds alike, too", async () => {
    const page = (after: string | null) =>
      ask(
        home.storage,
        `{ search(text: "Pezeshkiyan", first: 4, after: ${JSON.stringify(after)}) {
            nodes { slug } pageInfo { endCursor } } }`,
      );
    const first = (await page(null)).search;
    const second = (await page(first.pageInfo.endCursor)).search;
    expect(first.nodes[0].slug).toBe("masoud-pezeshkian");
    expect(second.nodes).toHaveLength(4);
    const slugs = [...first.nodes, ...second.nodes].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(8);
  });

  it("finds nothing before it was known, nor by words known only later", async () => {
    const visit = "visit-pezeshkian-moscow-2025";
    const text = "pezeshkian visit russia";
    expect(await slugs(text, asOf("2024-10-10"))).not.toContain(visit);
    expect(await slugs(text, asOf("2024-10-11"))).toContain(visit);
    // What was said on 26 December and on 13 January.
    expect(await slugs("ambassador names day", asOf("2024-12-25"))).not.toContain(visit);
    expect(await slugs("ambassador names day", asOf("2024-12-26"))).toContain(visit);
    // Its date, which was not fixed on 5 December.
    expect(await slugs("visit january 2025", asOf("2024-12-05"))).not.toContain(visit);
    expect(await slugs("visit january 2025", asOf("2024-12-26"))).toContain(visit);
    // Its summary was written when it was held.
    expect(await slugs("article calls upcoming", asOf("2025-01-16"))).not.toContain(visit);
    expect(await slugs("article calls upcoming", asOf("2025-01-17"))).toContain(visit);
  });

  it("says the date as it was known", async () => {
    const dateOn = async (day: string) =>
      (await edges("pezeshkian visit russia", asOf(day))).find(
        ({ slug }) => slug === "visit-pezeshkian-moscow-2025",
      )?.when?.text;
    expect(await dateOn("2024-12-05")).toBe("date not fixed");
    expect(await dateOn("2025-01-18")).toBe("17 January 2025");
  });

  it("finds no source before it was out, no office before it was taken, no step before it can be told", async () => {
    const { search } = await ask(
      home.storage,
      `{ search(text: "tass 29 august 2025", kinds: [SOURCE], asOf: "2025-08-28") { totalCount } }`,
    );
    expect(search.totalCount).toBe(0);
    expect(await slugs("tass 29 august 2025", asOf("2025-08-29", "kinds: [SOURCE]"))).toEqual([
      "tass-tianjin",
    ]);
    const president = (day: string) =>
      slugs("president iran", asOf(day, "kinds: [LEADER], first: 50"));
    expect(await president("2024-07-01")).not.toContain("masoud-pezeshkian");
    expect(await president("2024-07-30")).toContain("masoud-pezeshkian");
    const story = (text: string, day: string) => slugs(text, asOf(day, "kinds: [STORY]"));
    expect(await story("ten months later treaty force", "2024-12-05")).toEqual([]);
    expect(await story("window invitation early 2025", "2024-12-23")).toEqual([]);
    expect(await story("window invitation early 2025", "2024-12-24")).not.toEqual([]);
    // Its last step is told from today's knowledge.
    const timing = "the-timing-has-not-yet-been-fixed";
    expect(await story("duma ratifies", "2025-05-21")).not.toContain(timing);
    expect(await slugs("duma ratifies", "kinds: [STORY]")).toContain(timing);
    expect(await story("ashgabat meet first", "2024-12-05")).toContain(
      "the-timing-has-not-yet-been-fixed",
    );
  });

  it("tells of nothing on any day that the thing itself does not tell on that day", async () => {
    for (const day of ["2001-03-12", "2016-01-23", "2024-10-11", "2024-12-05", "2025-01-17"]) {
      const { search } = await ask(
        home.storage,
        `{ search(text: "iran", first: 100, asOf: "${day}") { edges { kind node { id } } } }`,
      );
      const ids = search.edges.map(({ node }: { node: { id: string } }) => node.id);
      const { nodes } = await ask(
        home.storage,
        `{ nodes(ids: ${JSON.stringify(ids)}, asOf: "${day}") { id } }`,
      );
      expect(nodes).not.toContain(null);
      expect(ids.length).toBeGreaterThan(20);
    }
  });

  it.each(["", "   ", "?!…", "()", '"', "ع", "🕊"])("finds nothing for “%s”", async (text) => {
    const { search } = await ask(
      home.storage,
      `{ search(text: ${JSON.stringify(text)}) { totalCount nodes { id } pageInfo { hasNextPage } } }`,
    );
    expect(search).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } });
  });

  it("takes operators and quotes for what they are: words, or nothing", async () => {
    expect(await slugs('"Pezeshkian" *', "first: 1")).toEqual(["masoud-pezeshkian"]);
    expect(await slugs("pezeshkian:*", "first: 1")).toEqual(["masoud-pezeshkian"]);
    expect(await slugs("names : pezeshkian")).toEqual(await slugs("names pezeshkian"));
    expect(await slugs("putin NEAR(pezeshkian)")).toEqual(await slugs("putin near pezeshkian"));
    expect(await slugs("__leader")).toEqual(await slugs("leader"));
    expect(await slugs("x'); drop table search_entry; --")).toEqual([]);
  });

  it("finds nothing of no kind", async () => {
    expect(await slugs("pezeshkian", "kinds: []")).toEqual([]);
  });

  it("looks at ten words, and bears any text", async () => {
    const long = `${"pezeshkian ".repeat(10)}${"zanzibar ".repeat(30)}`;
    expect(await slugs(long, "first: 1, kinds: [LEADER]")).toEqual(["masoud-pezeshkian"]);
    expect(await slugs("a".repeat(300))).toEqual([]);
    expect((await slugs("p")).length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "grapheme", maxLength: 30 }),
          fc
            .array(
              fc.constantFrom(
                "putin",
                '"',
                "*",
                " OR ",
                "NEAR(",
                ")",
                ":",
                "-",
                "'",
                "&",
                "|",
                "!",
                "^",
                "\\",
              ),
              { maxLength: 8 },
            )
            .map((parts) => parts.join("")),
        ),
        async (text) => {
          const { search } = await ask(
            home.storage,
            `{ search(text: ${JSON.stringify(text)}, first: 3) { totalCount nodes { id } } }`,
          );
          expect(search.totalCount).toBeGreaterThanOrEqual(search.nodes.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses a page that is too long, and a cursor of another list", async () => {
    await expect(slugs("iran", "first: 101")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(slugs("iran", 'after: "x"')).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("costs the same number of statements however long the page", async () => {
    const count = async (first: number) => {
      const seen: string[] = [];
      const end = home.storage.onStatement((sql) => seen.push(sql));
      await slugs("putin", `first: ${first}, kinds: [EVENT]`);
      end();
      return seen.length;
    };
    expect(await count(2)).toBe(2);
    // Not all of them are in titles: a statement more looks among participants.
    expect(await count(40)).toBe(3);
  });
});
