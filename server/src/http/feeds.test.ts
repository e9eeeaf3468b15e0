// The plain files over HTTP, each held against what GraphQL answers to the same question.
import { parse } from "csv-parse/sync";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { FILES } from "../feeds/feeds.ts";
import { recordChange } from "../history/history.ts";
import { limitsWith } from "../limits.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

const rows = (body: string): Record<string, string>[] =>
  parse(body, { columns: true, record_delimiter: "\r\n" });

describe.each(engines)("the files on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let statements = 0;

  beforeAll(async () => {
    home = await shippedWorld(engine);
    home.storage.onStatement(() => statements++);
    app = await build();
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const build = (config: object = {}, limits = limitsWith({})) =>
    buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent", ...config },
      clock: () => new Date(NOW),
      limits,
    });
  /** Statements that telling the edition takes: SQLite knows without one that nothing was written. */
  const look = engine === "sqlite" ? 0 : 1;
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  const json = async (url: string) => {
    const response = await get(url);
    expect([url, response.statusCode]).toEqual([url, 200]);
    return response.json();
  };
  const query = (source: string) => ask(home.storage, source);

  it.each([
    ["", ""],
    ["asOf=2024-12-05", 'asOf: "2024-12-05"'],
    [
      "country=IR,RU&status=EXPECTED&status=scheduled",
      "filter: { countries: [IR RU] statuses: [EXPECTED SCHEDULED] }",
    ],
    [
      "from=2024-10-01&to=2024-12-31&kind=VISIT",
      "filter: { between: { from: 2024-10-01 to: 2024-12-31 } kinds: [VISIT] }",
    ],
    ["leader=putin&level=leaders", "filter: { leaders: [putin] levels: [LEADERS] }"],
    ["forum=brics&topic=trade", "filter: { forums: [brics] topics: [trade] }"],
    [
      "agreement=ru-ir-2025&asOf=2025-02-01",
      'filter: { agreements: [ru-ir-2025] } asOf: "2025-02-01"',
    ],
    ["text=moscow&fixed=true", 'filter: { text: "moscow" fixed: true }'],
    ["fixed=false&planned=true", "filter: { fixed: false planned: true }"],
    ["disputed=true", "filter: { disputed: true }"],
    ["overdue=true", "filter: { overdue: true }"],
    [
      "generalKnowledge=true&undecided=false",
      "filter: { generalKnowledge: true undecided: false }",
    ],
    ["lastReportBefore=2024-12-05", "filter: { lastReportBefore: 2024-12-05 }"],
  ])(
    "list for ?%s the events that GraphQL lists, and say the same of each",
    async (asked, args) => {
      const quoted = args.replace(
        /\b(IR|RU|putin|brics|trade|ru-ir-2025|\d{4}-\d\d-\d\d)\b(?!")/g,
        '"$1"',
      );
      const { events } = await query(`{ events(${quoted} first: 100) {
      totalCount nodes { slug title status overdue disputed version when { edtf fixed earliest latest precision qualifier text }
        participants { role leader { slug name } office { slug title } } place { slug } agreements { relation agreement { slug } }
        reports { nodes { knownOn claimant sources { slug url } } } } } }`);
      const { items, totalCount } = await json(`/events.json?${asked}`);
      expect(totalCount).toBe(events.totalCount);
      expect(items).toHaveLength(events.nodes.length);
      expect(items).toMatchObject(
        events.nodes.map(({ reports, ...node }: { reports: { nodes: unknown[] } }) => ({
          ...node,
          reports: reports.nodes,
        })),
      );
      const table = rows((await get(`/events.csv?first=100&${asked}`)).body);
      expect(table.map(({ slug, status, earliest }) => [slug, status, earliest])).toEqual(
        items.map((item: Item) => [item.slug, item.status, item.when.earliest ?? ""]),
      );
    },
  );

  it("list agreements as GraphQL does, with every report, however many", async () => {
    const { agreements } = await query(`{ agreements(first: 100) {
      totalCount nodes { slug status ratified mustRatify parties { key } stages { status }
        reports { totalCount nodes { knownOn status step } } } } }`);
    const { items, totalCount } = await json("/agreements.json");
    expect(totalCount).toBe(agreements.totalCount);
    expect(items).toMatchObject(
      agreements.nodes.map(({ reports, ...node }: { reports: { nodes: unknown[] } }) => ({
        ...node,
        reports: reports.nodes,
      })),
    );
    const treaty = items.find(({ slug }: Item) => slug === "ru-ir-2025");
    expect(treaty.reports.length).toBeGreaterThan(20);
    const [row] = rows((await get("/agreements.csv?kind=treaty&country=ir&status=in_force")).body);
    expect(row).toMatchObject({ slug: "ru-ir-2025", parties: "RU; IR" });
  });

  it("list leaders and countries as GraphQL does", async () => {
    const { leaders, countries } = await query(`{
      leaders(text: "masoud", countries: ["IR"]) { nodes { slug name born offices(first: 100) { nodes { title from to } } } }
      countries(first: 100) { totalCount nodes { code name capital { name } } } }`);
    const found = await json("/leaders.json?text=masoud&country=IR");
    expect(found.items.length).toBeGreaterThan(0);
    expect(found.items).toMatchObject(
      leaders.nodes.map(({ offices, ...node }: { offices: { nodes: unknown[] } }) => ({
        ...node,
        offices: offices.nodes,
      })),
    );
    const all = await json("/countries.json");
    expect(all).toMatchObject({ totalCount: countries.totalCount, items: countries.nodes });
    expect(rows((await get("/countries.csv")).body).map(({ code }) => code)).toEqual(
      all.items.map(({ code }: { code: string }) => code),
    );
  });

  it("hold the founding case on each day", async () => {
    const visit = async (asOf: string) => {
      const table = rows((await get(`/events.csv?asOf=${asOf}`)).body);
      const row = table.find(({ slug }) => slug === "visit-pezeshkian-moscow-2025");
      return row && [row.status, row.fixed, row.earliest, row.latest, row.date_text];
    };
    expect(await visit("2024-12-05")).toEqual(["EXPECTED", "false", "", "", "date not fixed"]);
    const window = await visit("2024-12-23");
    expect([window?.[0], window?.[1], window?.[3]]).toEqual(["EXPECTED", "false", "2025-01-19"]);
    const held = ["HELD", "true", "2025-01-17", "2025-01-17", "17 January 2025"];
    expect(await visit("2025-01-18")).toEqual(held);
    expect(
      (await json("/agreements.json?asOf=2024-12-05")).items.find(
        ({ slug }: Item) => slug === "ru-ir-2025",
      ).status,
    ).toBe("AGREED");
  });

  it("go on from page to page until nothing is left, by `next` and by Link", async () => {
    const { events } = await query("{ events(first: 100) { totalCount } }");
    const slugs: string[] = [];
    let url: string | null = "/events.json?first=60&planned=false";
    const sizes: number[] = [];
    while (url) {
      const response = await get(url, { host: "facts.example" });
      const { items, next } = response.json();
      sizes.push(items.length);
      slugs.push(...items.map(({ slug }: Item) => slug));
      expect(response.headers.link).toBe(next === null ? undefined : `<${next}>; rel="next"`);
      if (next)
        expect(next).toMatch(
          /^http:\/\/facts\.example\/events\.json\?planned=false&first=60&after=/,
        );
      url = next?.replace("http://facts.example", "");
    }
    const whole = rows((await get("/events.csv?planned=false")).body).map(({ slug }) => slug);
    expect(slugs).toEqual(whole);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(sizes.slice(0, 2)).toEqual([60, 60]);
    expect(rows((await get("/events.csv")).body)).toHaveLength(events.totalCount);
    const beyond = await get("/events.csv?first=7");
    expect(rows(beyond.body)).toHaveLength(7);
    expect(beyond.headers.link).toMatch(/first=7&after=[\w-]+>; rel="next"$/);
  });

  it("say where each row comes from, and where its page is, as of the day", async () => {
    const table = rows((await get("/events.csv?asOf=2025-02-01", { host: "facts.example" })).body);
    for (const row of table) {
      expect(row.sources, row.slug).not.toBe("");
      expect(row.url).toBe(`http://facts.example/events/${row.slug}?known=2025-02-01`);
      expect(row.last_known && row.last_known <= "2025-02-01", row.slug).toBe(true);
    }
    const settled = await build({ publicUrl: "https://entente.example" });
    const { items } = (await settled.inject("/leaders.json?first=1")).json();
    expect(items[0].url).toBe(`https://entente.example/leaders/${items[0].slug}`);
    await settled.close();
  });

  it.each(FILES.map(({ path, type }) => [path, type]))(
    "answer %s as %s, kept by anybody, and 304 for one look to whoever has it",
    async (path, type) => {
      const large = (await get(path)).rawPayload.length >= 1400;
      const first = await get(path, { "accept-encoding": "br" });
      expect(first.headers).toMatchObject({
        "content-type": type,
        vary: "Accept-Encoding",
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=0, must-revalidate",
      });
      expect(first.headers["content-encoding"]).toBe(large ? "br" : undefined);
      statements = 0;
      const held = { "accept-encoding": "br", "if-none-match": String(first.headers.etag) };
      const again = await get(path, held);
      expect([again.statusCode, again.body, statements]).toEqual([304, "", look]);
      const plain = await get(path);
      expect(statements).toBe(2 * look);
      const head = await app.inject({ method: "HEAD", url: path });
      expect([head.statusCode, head.body]).toEqual([200, ""]);
      expect(head.headers).toMatchObject({
        etag: plain.headers.etag,
        "content-length": String(plain.rawPayload.length),
      });
      expect(await get(path, { host: "else.example" })).toMatchObject({ statusCode: 200 });
      expect((await get(path, { host: "else.example" })).headers.etag).not.toBe(plain.headers.etag);
    },
  );

  it("are new once the data is", async () => {
    const url = "/countries.json?first=1";
    const before = await get(url);
    await home.storage.write((tx) =>
      recordChange(tx, {
        ...{ at: NOW, by: "test", action: "TEST", entityType: null, entityId: null, version: null },
        ...{ note: null, reportId: null, before: null, after: null },
      }),
    );
    const after = await get(url, { "if-none-match": String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.json().revision).toBe(before.json().revision + 1);
  });

  it.each([
    ["/events.json?kind=party", "kind", "must be one or more of MEETING"],
    ["/leaders.csv?status=HELD", "status", "takes no parameter “status”"],
    ["/events.csv?first=1001", "first", "from 1 to 1000"],
    ["/events.json?after=WzFd", "after", "This cursor is not one of this list's"],
  ])("refuse %s in the one shape of errors", async (url, name, words) => {
    const response = await get(url);
    expect(response.statusCode).toBe(400);
    expect(response.headers).toMatchObject({
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
      "content-type": "application/json; charset=utf-8",
    });
    expect(response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining(words),
          extensions: {
            code: "BAD_USER_INPUT",
            argument: [name],
            requestId: response.headers["x-request-id"],
          },
        },
      ],
    });
  });

  it("are to be read alone, from any site", async () => {
    const preflight = await app.inject({ method: "OPTIONS", url: "/events.csv" });
    expect([preflight.statusCode, preflight.headers.allow]).toEqual([204, "GET, HEAD, OPTIONS"]);
    expect(preflight.headers["access-control-allow-headers"]).toContain("if-none-match");
    const posted = await app.inject({ method: "POST", url: "/events.csv", payload: {} });
    expect([posted.statusCode, posted.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(posted.json().errors[0].extensions.code).toBe("METHOD_NOT_ALLOWED");
  });

  it("cost what their queries cost, up to the last request and the last point of a minute", async () => {
    const few = await build({}, limitsWith({ requestsPerMinute: 2 }));
    const codes = [];
    for (let at = 0; at < 3; at++) codes.push((await few.inject("/countries.csv")).statusCode);
    expect(codes).toEqual([200, 200, 429]);
    await few.close();

    const cost = Number((await get("/countries.json?text=a")).headers["x-query-cost"]);
    expect(cost).toBeGreaterThan(100);
    for (const [points, status] of [
      [cost, 200],
      [cost - 1, 429],
    ] as const) {
      const poor = await build({}, limitsWith({ pointsPerMinute: points }));
      const response = await poor.inject("/countries.json?text=a");
      expect(response.statusCode).toBe(status);
      if (status === 429) {
        expect(Number(response.headers["retry-after"])).toBeGreaterThan(0);
        expect(response.json().errors[0].extensions.code).toBe("RATE_LIMITED");
      }
      await poor.close();
    }
  });

  it("ask no more in one execution than anybody may", async () => {
    for (const { path, most } of FILES) {
      const fresh = await build();
      expect((await fresh.inject(`${path}?first=${most}`)).statusCode).toBe(200);
      await fresh.close();
    }
  });
});

interface Item {
  slug: string;
  status: string;
  when: { earliest: string | null };
}
