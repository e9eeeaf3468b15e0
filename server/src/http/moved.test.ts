// Addresses of what became part of something else.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOW, shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import type { World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { schema } from "../schema.ts";
import { buildApp } from "./app.ts";

const plain = (
  name: string,
  type: string,
) => `mutation ($input: ${type}!) { ${name}(input: $input) {
  entity { id slug version } change { id } errors { __typename ... on UserError { message } } } }`;
const SEND = {
  mergeLeaders: mutation("mergeLeaders", "slug version"),
  mergeEvents: mutation("mergeEvents", "slug version"),
  createLeader: mutation("createLeader", "id slug version"),
  recordEvent: plain("recordEvent", "RecordEventInput"),
  undoChange: mutation("undoChange", "slug version"),
};

describe("the address of what became part of something else", () => {
  let home: World;
  let desk: Correcting;
  let app: FastifyInstance;
  const folder = mkdtempSync(join(tmpdir(), "entente-moved-"));
  beforeAll(async () => {
    writeFileSync(join(folder, "index.html"), "<title>x</title><body></body>");
    home = await shippedWorld("sqlite");
    desk = await correcting(home, SEND);
    app = await buildApp({
      ...{ schema, storage: home.storage, clientFolder: folder, clock: () => new Date(NOW) },
      config: { logLevel: "silent", publicUrl: "https://entente.example" },
    });
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await home.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string) => app.inject({ url, headers: { accept: "text/html" } });
  const slugsIn = async (url: string) => {
    const { body, statusCode } = await app.inject({ url });
    expect([url, statusCode]).toEqual([url, 200]);
    return [...body.matchAll(/"slug":"([^"]+)"/g)].map(([, slug]) => slug);
  };

  it("leads to the page of that with its query, until the two are two again; files take both names", async () => {
    const source = { publisher: "TASS", publishedOn: "2024-12-01" };
    const old = (await desk.sent("createLeader", { name: "V. V. Putin", source, note: "n" }))
      .entity;
    const merged = await desk.sent("mergeLeaders", {
      ...{ fromId: old.id, intoId: globalId("Leader", "vladimir-putin"), note: "n" },
      ...{ expectedFromVersion: 1, expectedVersion: 1 },
    });
    expect(merged.errors).toEqual([]);
    const query = "?known=2025-01-20&theme=dark";
    const moved = await get(`/leaders/${old.slug}${query}`);
    expect([moved.statusCode, moved.headers.location, moved.headers["cache-control"]]).toEqual([
      308,
      `/leaders/vladimir-putin${query}`,
      "no-cache",
    ]);
    expect((await get(`/leaders/${old.slug}`)).headers.location).toBe("/leaders/vladimir-putin");
    expect((await get(`/leaders/vladimir-putin${query}`)).statusCode).toBe(200);
    expect((await get(`/history/leader/${old.slug}`)).statusCode).toBe(200);
    const ofBoth = await slugsIn(`/events.json?leader=${old.slug}`);
    expect(ofBoth.length).toBeGreaterThan(0);
    expect(ofBoth).toEqual(await slugsIn("/events.json?leader=vladimir-putin"));

    const undone = await desk.undo(merged, 2);
    expect(undone.errors).toEqual([]);
    expect((await get(`/leaders/${old.slug}`)).statusCode).toBe(200);
    expect(await slugsIn(`/events.json?leader=${old.slug}`)).toEqual([]);
  });

  it("is followed for events, and a calendar holds the one of them once", async () => {
    const call = {
      ...{ kind: "CALL", level: "LEADERS", status: "HELD", when: "2025-11-03", note: "n" },
      participants: [{ role: "PARTICIPANT", leader: "xi-jinping" }],
      source: { publisher: "Xinhua", publishedOn: "2025-11-04" },
    };
    const made = async (title: string) =>
      (await desk.sent("recordEvent", { ...call, title })).entity;
    const [one, two] = [await made("Xi makes a call"), await made("Call by Xi")];
    const calendar = async () => (await app.inject({ url: "/events.ics?leader=xi-jinping" })).body;
    expect(await calendar()).toContain(`UID:event-${two.slug}@entente`);
    const merged = await desk.sent("mergeEvents", {
      ...{ fromId: two.id, intoId: one.id, note: "n" },
      ...{ expectedFromVersion: 1, expectedVersion: 1 },
    });
    expect(merged.errors).toEqual([]);
    const unfolded = (await calendar()).replaceAll("\r\n ", "");
    expect(unfolded.split(`UID:event-${one.slug}@entente`)).toHaveLength(2);
    expect(unfolded).not.toContain(two.slug);
    expect((await get(`/events/${two.slug}?known=2025-11-10`)).headers.location).toBe(
      `/events/${one.slug}?known=2025-11-10`,
    );
    const before = await get(`/events/${two.slug}?known=2025-11-01`);
    expect([before.statusCode, before.headers.location]).toEqual([404, undefined]);
    const { changes } = await desk.ask(
      `{ changes(last: 1) { nodes { differences { field before after } removed node { id } } } }`,
    );
    expect(changes.nodes).toEqual([
      {
        differences: [{ field: "merged into", before: "Call by Xi", after: "Xi makes a call" }],
        ...{ removed: [two.id], node: { id: one.id } },
      },
    ]);
  });
});
