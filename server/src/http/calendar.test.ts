// The calendar over HTTP, read by a library that programs for calendars use.
import type { FastifyInstance } from "fastify";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import type { World } from "../../test/world.ts";
import { escaped } from "../feeds/ics.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

describe.each(engines)("/events.ics on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;

  beforeAll(async () => {
    home = await shippedWorld(engine);
    app = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent", publicUrl: "https://entente.example" },
      clock: () => new Date(NOW),
    });
  });
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const calendar = async (query = "") => {
    const { body, statusCode } = await app.inject(`/events.ics${query}`);
    expect(statusCode).toBe(200);
    return { body, root: new ICAL.Component(ICAL.parse(body)) };
  };
  const eventsIn = (root: InstanceType<typeof ICAL.Component>) =>
    root.getAllSubcomponents("vevent").map((part) => ({
      part,
      event: new ICAL.Event(part),
      text: (name: string) => String(part.getFirstPropertyValue(name)),
    }));
  const visitOn = async (asOf: string) => {
    const { root } = await calendar(`?asOf=${asOf}`);
    return {
      about: String(root.getFirstPropertyValue("description")),
      visit: eventsIn(root).find(
        ({ event }) => event.uid === "event-visit-pezeshkian-moscow-2025@entente",
      ),
    };
  };

  it("holds every event with a first and a last day, and names every other in its description", async () => {
    const { events } = await ask(
      home.storage,
      "{ events(first: 100) { totalCount pageInfo { endCursor } nodes { slug title version when { earliest latest } } } }",
    );
    const more = await ask(
      home.storage,
      `{ events(first: 100, after: "${events.pageInfo.endCursor}") { nodes { slug title version when { earliest latest } } } }`,
    );
    const all: Known[] = [...events.nodes, ...more.events.nodes];
    expect(all).toHaveLength(events.totalCount);
    const { root } = await calendar();
    const dated = all.filter(({ when }) => when.earliest && when.latest);
    const held = eventsIn(root).map(({ event, text }) => ({
      uid: event.uid,
      title: event.summary,
      earliest: event.startDate.toString(),
      sequence: Number(text("sequence")),
    }));
    expect(held).toEqual(
      dated.map(({ slug, title, version, when }) => ({
        uid: `event-${slug}@entente`,
        title,
        earliest: when.earliest,
        sequence: version,
      })),
    );
    expect(new Set(held.map(({ uid }) => uid)).size).toBe(held.length);
    const undated = all.filter(({ when }) => !(when.earliest && when.latest));
    expect(undated.length).toBeGreaterThan(0);
    const about = String(root.getFirstPropertyValue("description"));
    for (const { title } of undated) expect(about).toContain(title);
    // Under the name that older calendars read, which the library takes as it stands.
    expect(String(root.getFirstPropertyValue("x-wr-caldesc"))).toBe(escaped(about));
  });

  it("tells what was known of a visit on each day: nothing dated, a tentative window, a confirmed day", async () => {
    const early = await visitOn("2024-12-05");
    expect(early.visit).toBeUndefined();
    expect(early.about).toContain(
      "Pezeshkian's official visit to Russia, date not fixed: https://entente.example/events/visit-pezeshkian-moscow-2025?known=2024-12-05",
    );
    const window = (await visitOn("2024-12-23")).visit;
    expect(window?.text("status")).toBe("TENTATIVE");
    expect(window?.event.endDate.toString()).toBe("2025-01-20");
    const held = (await visitOn("2025-01-18")).visit;
    expect(held?.text("status")).toBe("CONFIRMED");
    expect([held?.event.startDate, held?.event.endDate].map(String)).toEqual([
      "2025-01-17",
      "2025-01-18",
    ]);
    expect(held?.event.startDate.isDate).toBe(true);
    expect(held?.event.location).toContain("Moscow");
    expect(held?.text("url")).toBe(
      "https://entente.example/events/visit-pezeshkian-moscow-2025?known=2025-01-18",
    );
    expect(held?.event.description).toMatch(/^Held: 17 January 2025\./);
    expect(held?.event.description).toContain("Sources:\n");
  });

  it("says what was called off, and confirms nothing that is planned without a day", async () => {
    const { root } = await calendar("?status=cancelled");
    expect(new Set(eventsIn(root).map(({ text }) => text("status")))).toEqual(
      new Set(["CANCELLED"]),
    );
    const planned = await calendar("?status=expected");
    expect(eventsIn(planned.root).length).toBeGreaterThan(0);
    expect(eventsIn(planned.root).map(({ text }) => text("status"))).not.toContain("CONFIRMED");
  });

  it("is written in lines of at most 75 octets, ended as the standard says, and the same each time", async () => {
    const { body } = await calendar();
    const lines = body.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const later = await buildApp({
      schema,
      storage: home.storage,
      config: { logLevel: "silent", publicUrl: "https://entente.example" },
      clock: () => new Date("2026-01-05T20:00:00.000Z"),
    });
    expect((await later.inject("/events.ics")).body).toBe(body);
    await later.close();
  });

  it("holds what is nearest to the day when there is too much, and says how much it leaves out", async () => {
    const { root } = await calendar("?first=40&asOf=2024-12-05");
    const { coming, undated, past, all } = await ask(
      home.storage,
      `{ coming: events(filter: { between: { from: "2024-12-05" } } first: 100 asOf: "2024-12-05") { nodes { slug } }
         undated: events(filter: { planned: true not: { between: { from: "1000-01-01" } } } first: 100 asOf: "2024-12-05") { nodes { slug title } }
         past: events(filter: { not: { between: { from: "2024-12-05" } } }
           orderBy: { field: WHEN direction: DESC } first: 40 asOf: "2024-12-05") { nodes { slug when { latest } } }
         all: events(first: 1 asOf: "2024-12-05") { totalCount } }`,
    );
    const slugs = eventsIn(root).map(({ event }) => event.uid.replace(/^event-|@entente$/g, ""));
    expect(coming.nodes.length).toBeGreaterThan(0);
    expect(undated.nodes.length).toBeGreaterThan(0);
    const about = String(root.getFirstPropertyValue("description"));
    for (const { title } of undated.nodes) expect(about).toContain(title);
    const dated = new Set(slugs);
    for (const { slug } of coming.nodes)
      expect([slug, dated.has(slug) || about.includes(`/events/${slug}?`)]).toEqual([slug, true]);
    const over = past.nodes.filter(({ when }: Known) => when.latest !== null);
    const room = 40 - coming.nodes.length - undated.nodes.length;
    expect(room).toBeGreaterThan(5);
    for (const { slug } of over.slice(0, room - 2)) expect(dated).toContain(slug);
    expect(about).toContain(`40 of ${all.totalCount} events: those to come, and the latest.`);
    expect(about).toContain(`${all.totalCount - 40} are left out; ask for fewer by country`);
    expect(about).toContain("https://entente.example/docs/files");
    const whole = await calendar("?asOf=2024-12-05");
    expect(String(whole.root.getFirstPropertyValue("description"))).not.toContain("left out");
  });

  it("begins with what is to come, whatever else was asked for", async () => {
    const { root } = await calendar(
      "?first=2&from=2024-06-01&to=2025-06-30&asOf=2025-01-10&country=RU",
    );
    const [next] = eventsIn(root);
    expect(String(next?.event.startDate) >= "2025-01-10").toBe(true);
  });
});

interface Known {
  slug: string;
  title: string;
  version: number;
  when: { earliest: string | null; latest: string | null };
}
