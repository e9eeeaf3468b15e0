// The feeds over HTTP, read by an XML parser and held against GraphQL.

import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { editing } from "../../test/editing.ts";
import type { World } from "../../test/world.ts";
import { recordChange } from "../history/history.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  isArray: (name) => ["entry", "link", "category"].includes(name),
});
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

describe.each(engines)("the feeds on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;

  beforeAll(async () => {
    home = await shippedWorld(engine);
    app = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent", publicUrl: "https://entente.example:8443" },
      clock: () => new Date(NOW),
    });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const read = async (url: string): Promise<Feed> => {
    const { body, statusCode } = await app.inject(url);
    expect([url, statusCode]).toEqual([url, 200]);
    expect(XMLValidator.validate(body)).toBe(true);
    const { feed } = parser.parse(body);
    expect(feed.xmlns).toBe("http://www.w3.org/2005/Atom");
    return { ...feed, entry: feed.entry ?? [] };
  };
  const linkOf = (of: { link?: Link[] }, rel: string) =>
    of.link?.find((link) => link.rel === rel)?.href;
  const change = (note: string | null) =>
    home.storage.write((tx) =>
      recordChange(tx, {
        ...{ at: NOW, by: "Ada <ada>", action: "reportAgreementStatus", note, version: 2 },
        ...{ entityType: "Agreement", entityId: "ru-ir-2025", reportId: null },
        ...{ before: null, after: null },
      }),
    );

  it.each(["/events.atom?country=IR", "/agreements.atom", "/changes.atom"])(
    "has in %s what RFC 4287 asks for",
    async (url) => {
      const feed = await read(url);
      expect(feed.id).toMatch(/^tag:entente\.example,2024-12-05:\//);
      expect(feed.title).toBeTruthy();
      expect(feed.author.name).toBe("Entente");
      expect(linkOf(feed, "self")).toBe(`https://entente.example:8443${url}`);
      expect(linkOf(feed, "alternate")).toMatch(/^https:\/\/entente\.example:8443\//);
      expect(feed.entry.length).toBeGreaterThan(0);
      const ids = feed.entry.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const entry of feed.entry) {
        expect(entry.id).toMatch(
          /^tag:entente\.example,2024-12-05:\/(events|agreements|changes)\//,
        );
        expect(entry.updated).toMatch(MOMENT);
        expect(entry.published <= entry.updated).toBe(true);
        expect(feed.updated >= entry.updated).toBe(true);
        expect(entry.title).toBeTruthy();
        expect(entry.content.type).toBe("text");
      }
    },
  );

  it("begins with the events heard of last, as GraphQL orders them, and goes on to older ones", async () => {
    const { events } = await ask(
      home.storage,
      `{ events(filter: { countries: ["RU"] } orderBy: { field: KNOWN, direction: DESC } first: 6 asOf: "2024-12-31") {
        nodes { slug title when { text } } } }`,
    );
    const slugs: string[] = [];
    let url: string | undefined = "/events.atom?country=RU&asOf=2024-12-31&first=3";
    for (let page = 0; page < 2; page++) {
      const feed: Feed = await read(url ?? "");
      for (const { id, title } of feed.entry) {
        slugs.push(id.replace(/^.*\/events\//, ""));
        expect(title).toContain(events.nodes[slugs.length - 1].when.text);
      }
      url = linkOf(feed, "next")?.replace("https://entente.example:8443", "");
    }
    expect(slugs).toEqual(events.nodes.map(({ slug }: { slug: string }) => slug));
  });

  it("begins with what was edited last, at the moment of the edit, and sees every edit on its first page", async () => {
    const desk = await editing(home, "2026-01-05T09:00:00.000Z");
    const edited: string[] = [];
    for (const [at, slug] of ["smr-2025", "ru-ir-2025", "smr-2025"].entries()) {
      const { agreement } = await ask(
        home.storage,
        `{ agreement(slug: "${slug}") { id version } }`,
      );
      const { data } = await desk.send(
        `mutation ($input: ReportPartyStepInput!) { reportPartyStep(input: $input) { errors { __typename ... on UserError { message } } } }`,
        {
          input: {
            ...{ agreementId: agreement.id, expectedVersion: agreement.version, parties: ["IR"] },
            ...{ step: "NOTIFIED", when: "2024-02-01", note: `Word of ${at}.` },
            source: { publisher: `Witness ${at}`, publishedOn: "2024-02-02" },
          },
        },
      );
      expect(data?.reportPartyStep.errors).toEqual([]);
      edited.push(slug);
    }
    const feed = await read("/agreements.atom?first=2");
    expect(feed.entry.map(({ id }) => id.replace(/^.*\/agreements\//, ""))).toEqual([
      "smr-2025",
      "ru-ir-2025",
    ]);
    expect(feed.updated).toBe("2026-01-05T09:00:00.000Z");
    for (const { updated } of feed.entry) expect(updated).toBe("2026-01-05T09:00:00.000Z");
    const all: string[] = [];
    for (let url: string | undefined = "/agreements.atom?first=7"; url; ) {
      const page: Feed = await read(url);
      all.push(...page.entry.map(({ updated, id }) => `${updated} ${id}`));
      url = linkOf(page, "next")?.replace("https://entente.example:8443", "");
    }
    const { agreements } = await ask(home.storage, "{ agreements(first: 1) { totalCount } }");
    expect(new Set(all).size).toBe(agreements.totalCount);
    const moments = all.map((line) => line.slice(0, 24));
    expect(moments).toEqual([...moments].sort().reverse());
    // Long known and edited now: a reader who asks as of a day is not told of what came later.
    const past = await read("/agreements.atom?asOf=2024-01-01&first=100");
    expect(JSON.stringify(past)).not.toContain("2026-01-05T09:00");

    const event = (
      await ask(home.storage, `{ event(slug: "visit-pezeshkian-moscow-2025") { id version } }`)
    ).event;
    await desk.send(
      `mutation ($input: ReportEventStatusInput!) { reportEventStatus(input: $input) { errors { __typename } } }`,
      {
        input: {
          ...{ eventId: event.id, status: "HELD", when: "2025-01-17", note: "Said again." },
          expectedVersion: event.version,
          source: { publisher: "A late witness", publishedOn: "2025-02-01" },
        },
      },
    );
    const [first, second] = (await read("/events.atom?first=2")).entry;
    expect(first?.id).toMatch(/visit-pezeshkian-moscow-2025$/);
    expect(first?.updated).toBe("2026-01-05T09:00:00.000Z");
    expect(second && second.updated < "2026-01-05T09:00").toBe(true);
  });

  it("tells nothing of a treaty that was not known on the day", async () => {
    const entryOn = async (query: string) => {
      const { entry } = await read(`/agreements.atom?first=100${query}`);
      return entry.find(({ id }) => id.endsWith(":/agreements/ru-ir-2025"));
    };
    const then = await entryOn("&asOf=2024-12-05");
    expect(then?.title).toMatch(/: text agreed, /);
    expect(then?.content["#text"]).not.toContain("2025-01-17: ");
    expect(linkOf(then ?? {}, "alternate")).toMatch(/\/agreements\/ru-ir-2025\?known=2024-12-05$/);
    const now = await entryOn("");
    expect(now?.title).toMatch(/: in force, /);
    expect(now?.id).toBe(then?.id);
    expect(now?.content["#text"]).toContain("Sources disagree.");
    expect(now?.link.filter(({ rel }) => rel === "via").length).toBeGreaterThan(3);
  });

  it("begins with the newest change, and goes back to the first without a gap", async () => {
    for (let at = 0; at < 7; at++)
      await change(at === 6 ? "Ratified, says <TASS> & others." : null);
    const { dataset } = await ask(home.storage, "{ dataset { revision } }");
    const revisions: number[] = [];
    let url: string | undefined = "/changes.atom?first=3";
    while (url) {
      const feed: Feed = await read(url);
      expect(feed.entry.length).toBeLessThanOrEqual(3);
      revisions.push(...feed.entry.map(({ id }) => Number(id.replace(/^.*\/changes\//, ""))));
      url = linkOf(feed, "next")?.replace("https://entente.example:8443", "");
    }
    expect(revisions[0]).toBe(dataset.revision);
    expect(revisions).toEqual(
      Array.from({ length: dataset.revision }, (_, at) => dataset.revision - at),
    );
    const [newest] = (await read("/changes.atom?first=1")).entry;
    expect(newest).toMatchObject({
      author: { name: "Ada <ada>" },
      updated: NOW,
      content: { "#text": "Ratified, says <TASS> & others." },
    });
    expect(linkOf(newest ?? {}, "alternate")).toBe(
      "https://entente.example:8443/agreements/ru-ir-2025",
    );
  });

  it("has no entries before the first change, and refuses what is no revision", async () => {
    expect((await read("/changes.atom?after=1")).entry).toEqual([]);
    const refused = await app.inject("/changes.atom?after=abc");
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors[0].extensions.argument).toEqual(["after"]);
  });
});

interface Link {
  rel: string;
  href: string;
}

interface Feed {
  id: string;
  title: string;
  updated: string;
  author: { name: string };
  link: Link[];
  entry: {
    id: string;
    title: string;
    updated: string;
    published: string;
    author?: { name: string };
    link: Link[];
    content: { type: string; "#text": string };
  }[];
}
