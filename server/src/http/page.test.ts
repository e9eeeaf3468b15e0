// What pages tell programs: on both engines, of every thing of the shipped set, as of several days.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { mistakesIn } from "../../test/terms.ts";
import type { World } from "../../test/world.ts";
import { limitsWith } from "../limits.ts";
import { schema } from "../schema.ts";
import type { Storage } from "../storage/storage.ts";
import { buildApp } from "./app.ts";

const VISIT = "/events/visit-pezeshkian-moscow-2025";
const TREATY = "/agreements/ru-ir-2025";
const STORY = "/stories/the-timing-has-not-yet-been-fixed";
const ORIGIN = "https://entente.example";
const BUILT = `<!doctype html>
<html><head>
  <meta
    name="description"
    content="As built."
  />
  <title>As built</title>
  <script src="/assets/app.js"></script>
</head><body><div id="root"></div></body></html>`;

/** A page taken apart, as a program would that reads HTML. */
function parts(html: string) {
  const text = (value = "") =>
    value
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  const meta = Object.fromEntries(
    [...html.matchAll(/<meta [^>]*?(?:name|property)="([^"]+)" content="([^"]*)">/g)].map(
      ([, name = "", content]) => [name, text(content)],
    ),
  );
  const links = [...html.matchAll(/<link [^>]*rel="(\w+)"([^>]*)href="([^"]*)">/g)].map(
    ([, rel, rest = "", href]) => ({
      rel,
      type: /type="([^"]*)"/.exec(rest)?.[1],
      href: text(href),
    }),
  );
  const blocks = [...html.matchAll(/<script[^>]*ld\+json">(.*?)<\/script>/gs)];
  return {
    title: text(/<title>([^<]*)<\/title>/.exec(html)?.[1]),
    meta,
    canonical: links.filter(({ rel }) => rel === "canonical").map(({ href }) => href),
    alternates: links.filter(({ rel }) => rel === "alternate"),
    linked: blocks.map(([, block = ""]) => JSON.parse(block)),
  };
}

describe.each(engines)("pages on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let desk: Editing;
  let statements = 0;
  const folder = mkdtempSync(join(tmpdir(), "entente-pages-"));
  /** Statements that telling the edition takes: SQLite knows without one that nothing was written. */
  const look = engine === "sqlite" ? 0 : 1;

  beforeAll(async () => {
    writeFileSync(join(folder, "index.html"), BUILT);
    home = await shippedWorld(engine);
    home.storage.onStatement(() => statements++);
    desk = await editing(home);
    app = await build();
  });
  afterAll(async () => {
    await app.close();
    await home.close();
    rmSync(folder, { recursive: true });
  });

  const build = ({ storage = home.storage, limits = limitsWith({}), publicUrl = ORIGIN } = {}) =>
    buildApp({
      schema,
      storage,
      config: { logLevel: "silent", publicUrl },
      clock: () => new Date(NOW),
      clientFolder: folder,
      limits,
    });
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { accept: "text/html", ...headers } });
  const page = async (url: string) => {
    const { body, statusCode } = await get(url);
    expect([url, statusCode]).toEqual([url, 200]);
    return parts(body);
  };

  it("tell the founding case as of each day, and nothing later", async () => {
    const asOf = async (day: string) => {
      const [visit, treaty] = [
        await page(`${VISIT}?known=${day}`),
        await page(`${TREATY}?known=${day}`),
      ];
      const [event, work] = [visit.linked[0], treaty.linked[0]];
      return {
        visit: visit.meta.description,
        dates: [event.eventStatus, event.startDate, event.endDate, event.previousStartDate],
        treaty: treaty.meta.description,
        law: [work["@type"], work.legislationDate, work.legislationLegalForce],
      };
    };
    const who = "Masoud Pezeshkian, Vladimir Putin and Mikhail Mishustin";
    const [none, status] = [undefined, (name: string) => `https://schema.org/${name}`];
    const parties = "treaty between Russia and Iran";
    expect(await asOf("2024-12-05")).toEqual({
      visit: `As known on 5 December 2024: visit, planned, date not fixed, in Moscow: ${who}.`,
      dates: [none, none, none, none],
      treaty: expect.stringMatching(`^As known on 5 December 2024: ${parties}: text agreed, `),
      law: ["Legislation", none, status("NotInForce")],
    });
    const window = await asOf("2024-12-23");
    expect([window.dates, window.visit]).toEqual([
      [none, none, none, none],
      expect.stringContaining(": visit, planned, 1–19 January 2025, date not fixed, in Moscow: "),
    ]);
    expect((await asOf("2024-12-26")).dates).toEqual([
      status("EventScheduled"),
      "2025-01-17",
      none,
      none,
    ]);
    expect(await asOf("2025-01-18")).toEqual({
      visit: `As known on 18 January 2025: visit, held 17 January 2025 in Moscow: ${who}.`,
      dates: [status("EventScheduled"), "2025-01-17", none, none],
      treaty: `As known on 18 January 2025: ${parties}: signed, 17 January 2025.`,
      law: ["Legislation", "2025-01-17", status("NotInForce")],
    });
    const latest = await page(TREATY);
    expect(latest.meta.description).toBe(
      "Treaty between Russia and Iran: in force, 2 October 2025, sources disagree.",
    );
    expect(latest.linked[0].legislationLegalForce).toBe(status("InForce"));
  });

  /** The paths of the pages that there are on a day, by room. */
  const pathsOn = async (day: string | null) => {
    const rooms: [room: string, paths: string[]][] = [];
    for (const room of ["events", "agreements", "leaders", "forums", "countries", "sources"]) {
      const paths: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { page } = await ask(
          home.storage,
          `query ($after: String, $asOf: Date) { page: ${room}(first: 100, after: $after, asOf: $asOf) {
            pageInfo { hasNextPage endCursor } nodes { slug${room === "countries" ? ": code" : ""} } } }`,
          NOW,
          {},
          { after, asOf: day },
        );
        paths.push(...page.nodes.map(({ slug }: { slug: string }) => `/${room}/${slug}`));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      rooms.push([room, paths]);
    }
    return rooms;
  };
  /** So many of a list, evenly. */
  const some = <One>(list: readonly One[], most: number) =>
    list.filter((_, at) => at % Math.ceil(list.length / most) === 0);

  it.each([null, "2024-12-05"])(
    "tell in schema.org's terms of what the API knows, as of %s",
    async (day) => {
      const found = new Set<string>();
      for (const [room, paths] of [...(await pathsOn(day)), ["stories", [STORY]] as const]) {
        expect(paths.length, room).toBeGreaterThan(0);
        for (const path of some(paths, engine === "sqlite" ? 30 : 8)) {
          const { linked, meta, canonical, title } = await page(
            day ? `${path}?known=${day}` : path,
          );
          const [node] = linked;
          expect(title, path).toMatch(/^\S.* · Entente$/);
          expect(meta.description?.length, path).toBeGreaterThan(20);
          expect(meta.description?.length, path).toBeLessThan(340);
          expect(meta["og:description"]).toBe(meta.description);
          expect(canonical).toEqual([`${ORIGIN}${path}${day ? `?known=${day}` : ""}`]);
          expect(meta["og:url"]).toBe(canonical[0]);
          // General knowledge is no publication to tell of.
          if (!node) {
            expect(path).toMatch(/^\/sources\//);
            continue;
          }
          expect({ path, mistakes: mistakesIn(node) }).toEqual({ path, mistakes: [] });
          expect(node["@id"]).toBe(`${ORIGIN}${path}`);
          expect((node.citation ?? node.subjectOf ?? []).length).toBeLessThanOrEqual(20);
          if (day && node.legislationDate) expect(node.legislationDate <= day, path).toBe(true);
          found.add(String(node["@type"]));
        }
      }
      for (const type of [
        "Event",
        "Legislation",
        "Person",
        "Organization",
        "Country",
        "NewsArticle",
        "Article",
      ])
        expect(found).toContain(type);
    },
    60_000,
  );

  it("tell on a day of nothing that came later", async () => {
    const [then, now] = [await pathsOn("2024-12-05"), await pathsOn(null)];
    const [known] = [new Set(then.flatMap(([, paths]) => paths))];
    for (const room of ["events", "agreements", "sources"]) {
      const later = now
        .flatMap(([of, paths]) => (of === room ? paths : []))
        .filter((path) => !known.has(path));
      expect(later.length, room).toBeGreaterThan(3);
      for (const path of some(later, 6))
        expect([path, (await get(`${path}?known=2024-12-05`)).statusCode]).toEqual([path, 404]);
    }
  });

  it("date an event as the API does, and never one that is not fixed", async () => {
    const { events } = await ask(
      home.storage,
      '{ events(first: 100, filter: { or: [{ fixed: false }, { statuses: [POSTPONED, CANCELLED] }, { between: { from: "2024-10-01", to: "2024-12-31" } }] }) { nodes { slug status when { fixed precision earliest latest qualifier } } } }',
    );
    const seen = new Set<string>();
    for (const { slug, status, when } of events.nodes) {
      const [node] = (await page(`/events/${slug}`)).linked;
      seen.add(`${status} ${when.fixed ? when.precision : "NOT FIXED"}`);
      if (!when.fixed || when.qualifier)
        expect([slug, node.startDate, node.endDate]).toEqual([slug, undefined, undefined]);
      else if (when.precision === "DAY")
        expect([slug, node.startDate, node.endDate]).toEqual([slug, when.earliest, undefined]);
      else if (when.precision === "INTERVAL")
        expect([slug, node.startDate, node.endDate]).toEqual([slug, when.earliest, when.latest]);
      else expect([slug, node.startDate?.length < 10]).toEqual([slug, true]);
      const expected: Record<string, RegExp | undefined> = {
        SCHEDULED: /EventScheduled$/,
        HELD: /EventScheduled$/,
        POSTPONED: /Event(Postponed|Rescheduled)$/,
        CANCELLED: /EventCancelled$/,
      };
      const pattern = expected[status];
      if (pattern) expect(node.eventStatus, slug).toMatch(pattern);
      else expect([slug, node.eventStatus]).toEqual([slug, undefined]);
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(["EXPECTED NOT FIXED", "HELD DAY", "HELD INTERVAL"]),
    );
  });

  it("link to files that answer, as of the same day", async () => {
    const types = new Set<string | undefined>();
    const day = "2024-12-05";
    for (const path of [
      TREATY,
      `${TREATY}?known=${day}`,
      "/leaders/ilham-aliyev",
      "/countries/az",
      "/agreements",
    ]) {
      const { alternates } = await page(path);
      expect(alternates.length, path).toBeGreaterThan(2);
      for (const { href, type } of alternates) {
        types.add(type);
        expect(new URL(href).searchParams.get("asOf")).toBe(path.includes(day) ? day : null);
        const { statusCode, headers, body } = await app.inject(href.slice(ORIGIN.length));
        expect([href, statusCode]).toEqual([href, 200]);
        expect(String(headers["content-type"]).split(";")[0]).toBe(type);
        if (type === "application/json")
          expect(JSON.parse(body).items.length, href).toBeGreaterThan(0);
      }
    }
    expect([...types].sort()).toEqual([
      "application/atom+xml",
      "application/json",
      "text/calendar",
      "text/csv",
    ]);
    const hrefs = async (path: string) => (await page(path)).alternates.map(({ href }) => href);
    expect(await hrefs("/")).toContain(`${ORIGIN}/changes.atom`);
    expect(await hrefs("/explore")).toContain(`${ORIGIN}/events.ics`);
    expect(await hrefs("/forums/brics")).toContain(`${ORIGIN}/agreements.atom?forum=brics`);
  });

  it("say whose address is whose, however it was written", async () => {
    const canonical = async (url: string) => (await page(url)).canonical;
    expect(await canonical("/countries/ir/?theme=dark")).toEqual([`${ORIGIN}/countries/IR`]);
    expect(await canonical("/leaders/")).toEqual([`${ORIGIN}/leaders`]);
    expect(await canonical("/")).toEqual([`${ORIGIN}/`]);
    expect(await canonical(`${TREATY}?known=2024-12-05&compare=2025-01-18`)).toEqual([
      `${ORIGIN}${TREATY}?known=2025-01-18`,
    ]);
    expect(await canonical(`${TREATY}?known=2024-12-05&compare=latest`)).toEqual([ORIGIN + TREATY]);
    expect(await canonical("/explore?theme=dark")).toEqual([`${ORIGIN}/explore`]);
    // A view of one's own has no other address.
    expect(await canonical("/explore?lanes=RU,IR")).toEqual([]);
    expect((await page("/explore?lanes=RU,IR")).title).toBe("Timeline · Entente");
    expect((await page("/explore?from=2025-01-01")).title).toBe("As built");
    expect((await page("/countries")).title).toBe("Countries · Entente");
    expect((await page(TREATY)).meta.robots).toBeUndefined();
    expect((await page(`${TREATY}?known=2024-12-05`)).meta.robots).toBe("noindex");
  });

  it("are tagged by what they hold: 304 until that changes, and made once", async () => {
    const url = "/forums/sco";
    const first = await get(url);
    expect(first.headers).toMatchObject({
      "cache-control": "no-cache",
      "content-type": "text/html; charset=utf-8",
      vary: "Accept-Encoding",
    });
    statements = 0;
    const held = { "if-none-match": String(first.headers.etag) };
    const again = await get(url, held);
    expect([again.statusCode, again.body, statements]).toEqual([304, "", look]);
    expect((await get(url)).body).toBe(first.body);
    expect(statements).toBe(2 * look);
    const packed = await get(url, { "accept-encoding": "br" });
    expect(packed.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
    expect(packed.headers.etag).not.toBe(first.headers.etag);

    const before = await get(VISIT);
    const { data } = await desk.send(
      `mutation ($input: ReportEventStatusInput!) { reportEventStatus(input: $input) { event { version } errors { __typename } } }`,
      {
        input: {
          ...{ eventId: Buffer.from("Event:visit-pezeshkian-moscow-2025").toString("base64url") },
          ...{ status: "HELD", when: "2025-01-17", note: "Said again.", expectedVersion: 1 },
          source: { publisher: "A late witness", publishedOn: "2025-12-01" },
        },
      },
    );
    expect(data.reportEventStatus.errors).toEqual([]);
    // Nothing of the forum has changed, so whoever has its page still has it.
    expect((await get(url, held)).statusCode).toBe(304);
    const after = await get(VISIT, { "if-none-match": String(before.headers.etag) });
    expect(after.statusCode).toBe(200);
    expect(after.body).toContain("A late witness");
    const past = await page(`${VISIT}?known=2025-11-30`);
    expect(JSON.stringify(past.linked)).not.toContain("A late witness");
  });

  it("take as many statements for a long history as for a short one", async () => {
    const count = async (url: string) => {
      statements = 0;
      await page(url);
      return statements - look;
    };
    expect(await count(`${TREATY}?known=2025-12-30`)).toBeLessThanOrEqual(12);
    expect(await count(`${VISIT}?known=2025-12-30`)).toBeLessThanOrEqual(16);
  });

  it("answer 404 where nothing is, with a page that says so, or an error to programs", async () => {
    for (const url of [
      "/events/no-such-event",
      "/agreements/%3Cb%3E",
      "/events/talks-istanbul-2025?known=1990-01-01",
      "/nowhere",
    ]) {
      const { statusCode, body, headers } = await get(url);
      expect([url, statusCode]).toEqual([url, 404]);
      const { title, meta, canonical, linked } = parts(body);
      expect([title, meta.robots, canonical, linked]).toEqual([
        "Not found · Entente",
        "noindex",
        [],
        [],
      ]);
      expect(headers.etag).toBeUndefined();
      const told = await get(url, { accept: "application/json" });
      expect([told.statusCode, told.json().errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
    }
  });

  it("come as they were built when they cannot be told of, or are for editors", async () => {
    const poor = await build({ limits: limitsWith({ pointsPerMinute: 1 }) });
    const short = await poor.inject(TREATY);
    expect([short.statusCode, short.body, short.headers["retry-after"]]).toEqual([
      200,
      BUILT,
      undefined,
    ]);
    await poor.close();
    const broken: Storage = {
      ...home.storage,
      read: () => Promise.reject(new Error("disk gone")),
    };
    const blind = await build({ storage: broken });
    const answer = await blind.inject(TREATY);
    expect([answer.statusCode, answer.body]).toEqual([200, BUILT]);
    await blind.close();
    for (const url of [`${TREATY}?known=2024-02-31`, "/sign-in", "/join/a-token"]) {
      const { statusCode, body } = await get(url);
      expect([url, statusCode, body]).toEqual([url, 200, BUILT]);
    }
  });

  it("keep a title in its place, whatever it is made of", async () => {
    const nasty = `</script><script>alert(1)</script> <!-- "&amp;" 'x' $& $1 \u2028 ]]>`;
    const { data } = await desk.send(
      `mutation ($input: RecordEventInput!) { recordEvent(input: $input) { event { slug title } errors { __typename } } }`,
      {
        input: {
          ...{ title: nasty, kind: "CALL", level: "LEADERS", status: "HELD", when: "2026-01-03" },
          ...{ participants: [{ role: "PARTICIPANT", leader: "xi-jinping" }], note: "A call." },
          source: { publisher: `</title>"<b>`, title: nasty, url: "https://example.org/?a=1&b=<" },
        },
      },
    );
    const { slug, title } = data.recordEvent.event;
    const { body } = await get(`/events/${slug}`);
    const told = parts(body);
    expect(told.title).toBe(`${title} · Entente`);
    expect(told.meta["og:title"]).toBe(title);
    expect(told.linked).toHaveLength(1);
    expect(told.linked[0]).toMatchObject({
      name: title,
      subjectOf: [{ name: nasty.trim(), publisher: { name: `</title>"<b>` } }],
    });
    // The script of the page and the data, and nothing that the title brought.
    expect(body.match(/<script/g)).toHaveLength(2);
    expect(body.match(/<\/script/g)).toHaveLength(2);
    expect(body).not.toContain("<!--");
    expect(body.match(/<title/g)).toHaveLength(1);
  });
});
