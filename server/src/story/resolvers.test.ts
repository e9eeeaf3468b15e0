import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answered.
type Any = any;
const slugOf = ({ slug }: { slug: string }) => slug;
const FOUNDING = "the-timing-has-not-yet-been-fixed";

describe.each(engines)("stories on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it("begin with the featured one, which quotes the founding article", async () => {
    const answer = await ask(
      home.storage,
      `{ storiesConnection { totalCount nodes { slug featured quote source { slug } sourceCount view } }
         stories { slug } }`,
    );
    const { nodes: stories, totalCount } = answer.storiesConnection;
    expect(stories.length).toBeGreaterThan(1);
    expect(stories).toHaveLength(totalCount);
    expect(answer.stories.map(slugOf)).toEqual(stories.map(slugOf));
    expect(stories[0]).toMatchObject({
      slug: FOUNDING,
      featured: true,
      quote: "the timing has not yet been fixed",
      source: { slug: "jpost-2024-12-05" },
      view: expect.stringMatching(/^\/explore\?/),
    });
    for (const story of stories) expect(story.sourceCount).toBeGreaterThan(1);
  });

  it("go from step to step, each about something and resting on a source", async () => {
    const { story } = await ask(
      home.storage,
      `{ story(slug: "${FOUNDING}") { title summary
           steps { position title text knownOn view
             about { __typename ... on Event { slug title } ... on Agreement { slug shortTitle } }
             sources { publisher } } } }`,
    );
    expect(story.steps.map((step: { position: number }) => step.position)).toEqual(
      story.steps.map((_: unknown, index: number) => index + 1),
    );
    expect(story.steps[0].about[0]).toEqual({
      __typename: "Event",
      slug: "visit-pezeshkian-moscow-2025",
      title: "Pezeshkian's official visit to Russia",
    });
    for (const step of story.steps) {
      expect(step.about).not.toEqual([]);
      expect(step.sources).not.toEqual([]);
    }
  });

  it("tell nothing that came after the day asked", async () => {
    const { story, before, stories } = await ask(
      home.storage,
      `{ story(slug: "${FOUNDING}", asOf: "2024-10-31") {
           summary quote quoteBy source { slug } sourceCount steps { knownOn text } facts { totalCount } }
         before: story(slug: "${FOUNDING}", asOf: "2024-10-10") { slug }
         stories(asOf: "2024-10-31") { steps { knownOn } } }`,
    );
    expect(story.steps).toHaveLength(2);
    expect(story.summary).toBe(story.steps[1].text);
    expect(story).toMatchObject({ quote: null, quoteBy: null, source: null });
    expect(story.facts.totalCount).toBe(0);
    expect(before).toBeNull();
    for (const { knownOn } of stories.flatMap(
      (each: { steps: { knownOn: string }[] }) => each.steps,
    )) {
      expect(knownOn <= "2024-10-31").toBe(true);
    }
  });

  it("name no year, and count no source, of after the day they are told from", async () => {
    const days = [
      "2016-02-01",
      "2017-11-01",
      "2021-03-27",
      "2023-03-01",
      "2024-12-06",
      "2025-12-31",
    ];
    for (const day of days) {
      const out = new Set<string>();
      let after: string | null = null;
      do {
        const from: string = after === null ? "" : `, after: "${after}"`;
        const { sources } = await ask(
          home.storage,
          `{ sources(first: 100, asOf: "${day}"${from}) { nodes { slug } pageInfo { hasNextPage endCursor } } }`,
        );
        for (const source of sources.nodes) out.add(slugOf(source));
        after = sources.pageInfo.hasNextPage ? sources.pageInfo.endCursor : null;
      } while (after !== null);
      const reports = "reports(first: 100) { nodes { sources { slug } } }";
      const { storiesConnection } = await ask(
        home.storage,
        `{ storiesConnection(asOf: "${day}") { nodes { slug sourceCount summary source { slug }
             facts(first: 100) { nodes { sources { slug } } }
             steps { knownOn title text sources { slug }
               about { ... on Event { ${reports} } ... on Agreement { ${reports} } } } } } }`,
      );
      for (const { slug, sourceCount, summary, source, facts, steps } of storiesConnection.nodes) {
        const told = [summary, ...steps.flatMap((step: Any) => [step.title, step.text])].join(" ");
        const years = told.match(/\b(19|20)\d\d\b/g) ?? [];
        expect([slug, years.filter((year) => year > day.slice(0, 4))]).toEqual([slug, []]);
        const rested = [source ?? [], facts.nodes, steps, steps.flatMap((step: Any) => step.about)]
          .flat()
          .flatMap((each: Any) => [
            ...(each.slug ? [each] : []),
            ...(each.sources ?? []),
            ...(each.reports?.nodes.flatMap((report: Any) => report.sources) ?? []),
          ]);
        const distinct = new Set(rested.map(slugOf).filter((one) => out.has(one)));
        expect([slug, day, sourceCount]).toEqual([slug, day, distinct.size]);
      }
    }
  });

  it("rest on more sources as more becomes known", async () => {
    const { then, now } = await ask(
      home.storage,
      `{ then: story(slug: "${FOUNDING}", asOf: "2024-12-05") { sourceCount }
         now: story(slug: "${FOUNDING}") { sourceCount } }`,
    );
    expect(then.sourceCount).toBeGreaterThan(2);
    expect(now.sourceCount).toBeGreaterThan(then.sourceCount);
  });

  it("give what their publication states, fact by fact, with what each is about", async () => {
    const { story } = await ask(
      home.storage,
      `{ story(slug: "${FOUNDING}") { facts(first: 100) { totalCount nodes {
           id slug kind statement quote speaker { slug } attributedTo certainty uncertainty sentences
           source { slug } sources { slug } refs { __typename id } } } } }`,
    );
    const { nodes, totalCount } = story.facts;
    expect(totalCount).toBe(64);
    expect(nodes).toHaveLength(64);
    const timing = nodes.find((node: { slug: string }) => node.slug === "article-41");
    expect(timing).toMatchObject({
      kind: "UNCERTAINTY",
      quote: "the timing has not yet been fixed",
      speaker: { slug: "dmitry-peskov" },
      certainty: "ATTRIBUTED",
      sentences: [11],
      source: { slug: "jpost-2024-12-05" },
      refs: [{ __typename: "Event" }],
    });
    expect(timing.sources.map((source: { slug: string }) => source.slug)).toEqual([
      "jpost-2024-12-05",
      "irna-2024-12-04-putin",
    ]);
    for (const { refs } of nodes) expect(refs).not.toEqual([]);
  });

  it("have topics, each with what is on it as known on the day", async () => {
    const of = (day: string | null) => (day === null ? "" : `, asOf: "${day}"`);
    for (const day of [null, "2024-12-05", "2016-06-01", "1990-01-01"]) {
      const { topicsConnection } = await ask(
        home.storage,
        `{ topicsConnection(first: 100${of(day)}) { totalCount nodes { slug eventCount agreementCount } } }`,
      );
      expect(topicsConnection.nodes).toHaveLength(topicsConnection.totalCount);
      for (const { slug, eventCount, agreementCount } of topicsConnection.nodes) {
        const { events, agreements } = await ask(
          home.storage,
          `{ events(first: 1, filter: { topics: ["${slug}"] }${of(day)}) { totalCount }
             agreements(first: 1, filter: { topics: ["${slug}"] }${of(day)}) { totalCount } }`,
        );
        const counts = [slug, eventCount, agreementCount];
        expect(counts).toEqual([slug, events.totalCount, agreements.totalCount]);
      }
    }
  });

  it("have facts and topics that are nodes", async () => {
    const { story, topics } = await ask(
      home.storage,
      `{ story(slug: "${FOUNDING}") { id facts(first: 1) { nodes { id } pageInfo { hasNextPage } } } topics { id slug name } }`,
    );
    expect(story.facts.pageInfo.hasNextPage).toBe(true);
    const names = topics.map((topic: { name: string }) => topic.name);
    expect(names).toEqual([...names].sort());
    const ids = [story.id, story.facts.nodes[0].id, topics[0].id];
    const { nodes, dayBefore } = await ask(
      home.storage,
      `{ nodes(ids: ${JSON.stringify(ids)}) { __typename ... on Fact { slug } }
         dayBefore: nodes(ids: ${JSON.stringify(ids)}, asOf: "2024-12-04") { __typename } }`,
    );
    expect(nodes).toEqual([
      { __typename: "Story" },
      { __typename: "Fact", slug: "article-01" },
      { __typename: "Topic" },
    ]);
    expect(dayBefore[1]).toBeNull();
  });
});
