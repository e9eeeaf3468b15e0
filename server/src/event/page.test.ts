import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { sortDay } from "../when/when.ts";

interface Listed {
  slug: string;
  title: string;
  kind: string;
  status: string;
  disputed: boolean;
  when: {
    edtf: string | null;
    fixed: boolean;
    earliest: string | null;
    latest: string | null;
    precision: never;
  };
  participants: { country: { code: string } | null; leader: { slug: string } | null }[];
  agreements: { agreement: { slug: string } }[];
}

const FIELDS = `slug title kind status disputed when { edtf fixed earliest latest precision }
  participants { country { code } leader { slug } } agreements { agreement { slug } }`;

describe.each(engines)("events on %s", (engine) => {
  let home: World;
  let all: Listed[];
  beforeAll(async () => {
    home = await shippedWorld(engine);
    all = await page("first: 500");
  });
  afterAll(() => home.close());

  async function page(args: string): Promise<Listed[]> {
    const query = `{ events(${args}) { nodes { ${FIELDS} } } }`;
    // All of the shipped ones at once, which is more than a reader may ask for.
    return (await ask(home.storage, query, NOW, { pageSize: 500 })).events.nodes;
  }

  /** Every page of a list, one after the other. */
  async function pages(args: string, first: number): Promise<string[]> {
    const slugs: string[] = [];
    let after: string | null = null;
    do {
      const { events } = await ask(
        home.storage,
        `{ events(${args} first: ${first} after: ${JSON.stringify(after)}) {
             totalCount edges { cursor node { slug } } pageInfo { hasNextPage endCursor } } }`,
      );
      slugs.push(...events.edges.map((edge: { node: { slug: string } }) => edge.node.slug));
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
      if (!after) expect(slugs).toHaveLength(events.totalCount);
    } while (after);
    return slugs;
  }

  const slugs = (list: Listed[]) => list.map((event) => event.slug);
  const filtered = async (filter: string) =>
    slugs(await page(`first: 500, filter: { ${filter} }`)).sort();
  const expected = (holds: (event: Listed) => boolean) => slugs(all.filter(holds)).sort();

  it("are all there, in the order of their days, those without a date last", () => {
    expect(all).toHaveLength(165);
    const days = all.map(({ when }) => {
      const day = (iso: string | null) => iso && Date.parse(iso) / 86_400_000;
      return sortDay({
        ...when,
        qualifier: null,
        earliest: day(when.earliest) || null,
        latest: day(when.latest) || null,
      });
    });
    const dated = days.filter((day) => day !== null);
    expect(dated).toEqual([...dated].sort((a, b) => a - b));
    expect(days.slice(dated.length).every((day) => day === null)).toBe(true);
  });

  it.each([
    ["WHEN", "ASC"],
    ["WHEN", "DESC"],
    ["KNOWN", "ASC"],
    ["KNOWN", "DESC"],
    ["TITLE", "ASC"],
    ["TITLE", "DESC"],
    ["CHANGED", "ASC"],
    ["CHANGED", "DESC"],
  ])("come in pages by %s %s, each once", async (field, direction) => {
    const order = `orderBy: { field: ${field}, direction: ${direction} }`;
    const whole = slugs(await page(`first: 500, ${order}`));
    expect(await pages(order, 40)).toEqual(whole);
    expect(new Set(whole).size).toBe(165);
  });

  it("come in pages within a window, as of a day and by country", async () => {
    const args = `filter: { between: { from: "2024-06-01", to: "2025-03-01" }, countries: ["ir"] }`;
    expect(await pages(args, 7)).toEqual(slugs(await page(`first: 500, ${args}`)));
    const then = `asOf: "2024-12-05", orderBy: { field: WHEN, direction: DESC }`;
    expect(await pages(then, 25)).toEqual(slugs(await page(`first: 500, ${then}`)));
  });

  it("touch a window with any of their days", async () => {
    const [from, to] = ["2024-10-23", "2025-01-17"];
    expect(await filtered(`between: { from: "${from}", to: "${to}" }`)).toEqual(
      expected(({ when }) => {
        if (when.earliest === null && when.latest === null) return false;
        return (when.latest ?? "9999") >= from && (when.earliest ?? "0000") <= to;
      }),
    );
    const open = await filtered(`between: { from: "2025-06-01" }`);
    expect(open).toContain("visit-xi-iran-planned");
  });

  it("are filtered by kind, status, country, leader and agreement", async () => {
    expect(await filtered("kinds: [VISIT, CALL]")).toEqual(
      expected(({ kind }) => kind === "VISIT" || kind === "CALL"),
    );
    expect(await filtered("statuses: [EXPECTED, POSTPONED]")).toEqual(
      expected(({ status }) => status === "EXPECTED" || status === "POSTPONED"),
    );
    const takesPart = (code: string) => (event: Listed) =>
      event.participants.some(({ country }) => country?.code === code);
    expect(await filtered(`countries: ["TR"]`)).toEqual(expected(takesPart("TR")));
    expect(
      await filtered(`countries: ["TR"], between: { from: "2024-01-01", to: "2026-01-01" }`),
    ).toEqual(
      expected((event) => takesPart("TR")(event) && (event.when.latest ?? "") >= "2024-01-01"),
    );
    expect(await filtered(`leaders: ["xi-jinping"]`)).toEqual(
      expected(({ participants }) =>
        participants.some(({ leader }) => leader?.slug === "xi-jinping"),
      ),
    );
    expect(await filtered(`agreements: ["ru-ir-2025"]`)).toEqual(
      expected(({ agreements }) =>
        agreements.some(({ agreement }) => agreement.slug === "ru-ir-2025"),
      ),
    );
  });

  it("are filtered by words, whatever their case and accents, and by flags", async () => {
    expect(await filtered(`text: "PEZESHKIAN  official"`)).toContain(
      "visit-pezeshkian-moscow-2025",
    );
    expect(await filtered(`text: "%"`)).toEqual(expected(({ title }) => title.includes("%")));
    expect(await filtered("fixed: false")).toEqual(expected(({ when }) => !when.fixed));
    expect(await filtered("disputed: true")).toEqual(expected(({ disputed }) => disputed));
  });

  it("compose filters of many parts, and none that holds nothing", async () => {
    const filter = `kinds: [VISIT], statuses: [HELD], levels: [LEADERS], countries: ["IR"], leaders: ["masoud-pezeshkian"], text: "Moscow", fixed: true, disputed: false`;
    expect(await filtered(filter)).toEqual([]);
    expect(await filtered(filter.replace(`, text: "Moscow"`, ""))).toContain(
      "visit-pezeshkian-moscow-2025",
    );
    expect(await filtered("kinds: []")).toEqual([]);
  });

  it("keep long filters apart that begin alike", async () => {
    const long = `statuses: [HELD], countries: ["IR"], leaders: ["vladimir-putin"], between: { from: "2020-01-01", to: "2026-01-01" }`;
    const some = await filtered(long);
    const fewer = await filtered(`${long}, agreements: ["ru-ir-2025"]`);
    const fewest = await filtered(`${long}, agreements: ["ru-ir-2025"], text: "Astrakhan"`);
    expect(some.length).toBeGreaterThan(fewer.length);
    expect(fewer.length).toBeGreaterThan(0);
    expect(fewest).toEqual([]);
  });

  it("find a forum's events by its sessions and by who takes part", async () => {
    const { events } = await ask(
      home.storage,
      `{ events(first: 100, filter: { forums: ["brics"] }) { nodes { session { forum { slug } } participants { forum { slug } } } } }`,
    );
    expect(events.nodes.length).toBeGreaterThan(3);
    for (const { session, participants } of events.nodes) {
      const slugs = [
        session?.forum.slug,
        ...participants.map((p: { forum: { slug: string } | null }) => p.forum?.slug),
      ];
      expect(slugs).toContain("brics");
    }
  });

  it("refuse a page of more than 100, and a cursor of another list", async () => {
    const first = (count: number) =>
      ask(home.storage, `{ events(first: ${count}) { nodes { slug } } }`);
    expect((await first(100)).events.nodes).toHaveLength(100);
    await expect(first(101)).rejects.toThrow(/from 1 to 100, not 101/);
    await expect(page(`first: 1, after: "nonsense"`)).rejects.toThrow(/not one of this list's/);
  });

  it.each([
    `countries: ["IR"]`,
    `countries: ["CN"], overdue: false`,
    "overdue: true",
    "overdue: false",
    "kinds: [VISIT, SUMMIT], fixed: false",
    `between: { from: "2024-12-01", to: "2025-12-31" }`,
    `text: "moscow"`,
    `or: [{ leaders: ["xi-jinping"] }, { forums: ["brics"] }], not: { statuses: [POSTPONED] }`,
    "statuses: [HELD]",
  ])("list as upcoming what a filter lets through, in the same order: { %s }", async (filter) => {
    const slugs = "totalCount nodes { slug }";
    for (const asOf of ["2024-12-05", "2025-12-31"]) {
      const day = `asOf: "${asOf}"`;
      const { all, few, lets } = await ask(
        home.storage,
        `{ all: upcoming(first: 100, ${day}) { ${slugs} }
           few: upcoming(filter: { ${filter} }, first: 100, ${day}) { ${slugs} }
           lets: events(filter: { planned: true, and: [{ ${filter} }] }, first: 100, ${day}) { ${slugs} } }`,
      );
      const through = new Set(lets.nodes.map((node: Listed) => node.slug));
      const wanted = all.nodes.filter((node: Listed) => through.has(node.slug));
      expect(lets.totalCount).toBe(through.size);
      expect(few).toEqual({ totalCount: wanted.length, nodes: wanted });
    }
  });

  it("list as upcoming the dated first, then by how long they are known, without what was replaced", async () => {
    const { upcoming } = await ask(
      home.storage,
      `{ upcoming(first: 100) { totalCount nodes { slug status overdue rescheduledTo { slug } when { latest } } } }`,
    );
    expect(upcoming.nodes).toHaveLength(upcoming.totalCount);
    const latest = upcoming.nodes.map((node: Listed) => node.when.latest);
    const dated = latest.filter(Boolean);
    expect(latest.slice(0, dated.length)).toEqual([...dated].sort());
    for (const { status, rescheduledTo } of upcoming.nodes) {
      expect(["EXPECTED", "SCHEDULED", "POSTPONED"]).toContain(status);
      expect(rescheduledTo).toBeNull();
    }
    const xi = upcoming.nodes.find((node: Listed) => node.slug === "visit-xi-iran-planned");
    expect(xi.overdue).toBe(true);
  });

  it.each(["DUE", "HEARD"])(
    "list as upcoming by %s, a page after the other from both ends",
    async (order) => {
      const fields = "slug status overdue when { latest } reports(last: 1) { nodes { knownOn } }";
      const page = async (args: string) =>
        (
          await ask(
            home.storage,
            `{ upcoming(orderBy: ${order}, ${args}) { nodes { ${fields} } pageInfo { endCursor startCursor } } }`,
          )
        ).upcoming;
      const whole = (await page("first: 100")).nodes;
      // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
      const day = ({ when, reports }: any) => {
        const heard = reports.nodes[0].knownOn;
        if (order === "HEARD") return heard;
        const until = new Date(Date.parse(heard) + 365 * 86_400_000).toISOString().slice(0, 10);
        return when.latest !== null && heard <= when.latest ? when.latest : until;
      };
      for (const asOf of [
        null,
        "2025-12-01",
        "2025-01-10",
        "2024-12-05",
        "2024-06-01",
        "2023-03-01",
      ]) {
        const known = (await page(`first: 100, asOf: ${JSON.stringify(asOf)}`)).nodes.map(day);
        expect([asOf, ...known]).toEqual([asOf, ...known.toSorted()]);
      }
      // What is overdue is what comes first by DUE: it lies before today, as all that follows does not.
      const due = whole.map(({ overdue }: { overdue: boolean }) => overdue);
      if (order === "DUE") expect(due).toEqual([...due].sort().reverse());

      const forth: string[] = [];
      const back: string[] = [];
      for (let after = ""; forth.length < whole.length; ) {
        const { nodes, pageInfo } = await page(`first: 2${after}`);
        forth.push(...nodes.map(({ slug }: Listed) => slug));
        after = `, after: "${pageInfo.endCursor}"`;
      }
      for (let before = ""; back.length < whole.length; ) {
        const { nodes, pageInfo } = await page(`last: 2${before}`);
        back.unshift(...nodes.map(({ slug }: Listed) => slug));
        before = `, before: "${pageInfo.startCursor}"`;
      }
      expect([forth, back]).toEqual([slugs(whole), slugs(whole)]);
      const other = ask(
        home.storage,
        `{ upcoming(first: 1, after: "${(await page("first: 1")).pageInfo.endCursor}") { totalCount } }`,
      );
      await expect(other).rejects.toThrow(/not one of this list's/);
    },
  );

  it("belong to several countries at once, a page for each", async () => {
    const { countries } = await ask(
      home.storage,
      `{ countries(first: 100) { nodes { code events(first: 2) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } } } }`,
    );
    for (const { code, events } of countries.nodes) {
      const own = all.filter((event) =>
        event.participants.some(({ country }) => country?.code === code),
      );
      expect([code, events.totalCount, events.nodes.length]).toEqual([
        code,
        own.length,
        Math.min(2, own.length),
      ]);
    }
    const iran = countries.nodes.find((node: { code: string }) => node.code === "IR");
    const { country } = await ask(
      home.storage,
      `{ country(code: "IR") { whole: events(first: 4) { nodes { slug } }
           events(first: 2, after: "${iran.events.pageInfo.endCursor}") { totalCount nodes { slug } } } }`,
    );
    expect([...iran.events.nodes, ...country.events.nodes]).toEqual(country.whole.nodes);
  });
});
