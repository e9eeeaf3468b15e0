import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";

describe.each(engines)("sources on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it("are described from the day they were published; undated ones, by what we know today alone", async () => {
    const { then, now, nodes } = await ask(
      home.storage,
      `{ then: source(slug: "irna-2001-de", asOf: "2024-12-05") { slug description }
         now: source(slug: "irna-2001-de") { slug description }
         nodes: sources(first: 100, asOf: "2020-01-01") { nodes { publishedOn description } } }`,
    );
    expect(then).toEqual({ slug: "irna-2001-de", description: null });
    expect(now.description).toMatch(/runs to 2026/);
    const told = nodes.nodes.filter(
      ({ description }: { description: string | null }) => description,
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { publishedOn } of told) expect(publishedOn <= "2020-01-01").toBe(true);
  });

  it("are found by slug, from the day they were published", async () => {
    const { source, dayBefore } = await ask(
      home.storage,
      `{ source(slug: "jpost-2024-12-05", asOf: "2024-12-05") {
           publisher url language publishedOn kind stateMedia description }
         dayBefore: source(slug: "jpost-2024-12-05", asOf: "2024-12-04") { slug } }`,
    );
    expect(source).toEqual({
      publisher: "The Jerusalem Post",
      url: "https://www.jpost.com/international/article-832129",
      language: "en",
      publishedOn: "2024-12-05",
      kind: "NEWSPAPER",
      stateMedia: false,
      description: "The founding article: Iranian media on ties with Russia and China.",
    });
    expect(dayBefore).toBeNull();
  });

  it("are listed by publisher, page after page, each once", async () => {
    const slugs: string[] = [];
    const publishers: string[] = [];
    let after: string | null = null;
    do {
      const { sources } = await ask(
        home.storage,
        `{ sources(first: 100, after: ${JSON.stringify(after)}) {
             totalCount nodes { slug publisher } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(sources.totalCount).toBe(223);
      slugs.push(...sources.nodes.map((node: { slug: string }) => node.slug));
      publishers.push(...sources.nodes.map((node: { publisher: string }) => node.publisher));
      after = sources.pageInfo.hasNextPage ? sources.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(slugs).size).toBe(223);
    expect(publishers).toEqual([...publishers].sort());
  });

  it("can be narrowed by kind, ownership and words together", async () => {
    const { sources } = await ask(
      home.storage,
      `{ sources(filter: { kinds: [NEWS_AGENCY], stateMedia: true, text: "irna ZHANG" }) {
           totalCount nodes { slug } } }`,
    );
    expect(sources.nodes.map((node: { slug: string }) => node.slug)).toContain(
      "irna-2024-12-04-zhang",
    );
    expect(sources.totalCount).toBe(sources.nodes.length);
  });

  it("are counted as of the day asked", async () => {
    const { then, now } = await ask(
      home.storage,
      `{ then: sources(asOf: "2024-12-05") { totalCount } now: sources { totalCount } }`,
    );
    expect(then.totalCount).toBeLessThan(now.totalCount);
    expect(then.totalCount).toBeGreaterThan(0);
  });

  it("show the reports that rest on them, newest knowledge first, page after page", async () => {
    const one = `knownOn claimant place { name } source { publisher } sources { slug }`;
    const { source } = await ask(
      home.storage,
      `{ source(slug: "gk-jcpoa") { all: reports(first: 100) { totalCount nodes { ${one} } }
           some: reports(first: 2) { totalCount nodes { ${one} } pageInfo { hasNextPage endCursor } } } }`,
    );
    const { all, some } = source;
    expect(all.totalCount).toBe(all.nodes.length);
    expect(some.totalCount).toBe(all.totalCount);
    expect(some.pageInfo.hasNextPage).toBe(true);
    const days = all.nodes.map((node: { knownOn: string }) => node.knownOn);
    expect(days).toEqual([...days].sort().reverse());
    for (const node of all.nodes) expect(node.sources).toContainEqual({ slug: "gk-jcpoa" });
    const { next } = (
      await ask(
        home.storage,
        `{ source(slug: "gk-jcpoa") { next: reports(first: 100, after: "${some.pageInfo.endCursor}") { nodes { ${one} } } } }`,
      )
    ).source;
    expect([...some.nodes, ...next.nodes]).toEqual(all.nodes);
  });

  it("show only the reports known on the day", async () => {
    const { source } = await ask(
      home.storage,
      `{ source(slug: "gk-jcpoa", asOf: "2016-12-31") { reports { totalCount nodes { knownOn } } } }`,
    );
    expect(source.reports.totalCount).toBeGreaterThan(0);
    for (const { knownOn } of source.reports.nodes) expect(knownOn <= "2016-12-31").toBe(true);
  });

  it("refuses a page that is too long, and says how long it may be", async () => {
    await expect(ask(home.storage, `{ sources(first: 101) { totalCount } }`)).rejects.toThrow(
      "`first` must be from 1 to 100",
    );
  });
});
