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

  it("says what it leaves out when there is more than was asked for", async () => {
    const { root } = await calendar("?first=3");
    expect(eventsIn(root).length).toBeLessThanOrEqual(3);
    expect(String(root.getFirstPropertyValue("description"))).toMatch(
      /3 of \d+ events; the next are at https:\/\/entente\.example\/events\.ics\?first=3&after=/,
    );
  });
});

interface Known {
  slug: string;
  title: string;
  version: number;
  when: { earliest: string | null; latest: string | null };
}
