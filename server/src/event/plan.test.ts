// What a page of events asks of the database: how many statements, and by which indexes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, NOW } from "../../test/ask.ts";
import { cast } from "../../test/cast.ts";
import { report } from "../../test/reports.ts";
import { engines, type World, world } from "../../test/world.ts";
import { appendReports, type NewReport } from "../ledger/ledger.ts";
import { insertAll } from "../storage/batch.ts";
import type { Storage } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import { parseWhen } from "../when/when.ts";
import { refoldEvents } from "./event.ts";

const FIRST_DAY = 18_000;
const EVENTS = 500;

/** Adds synthetic meetings, one a day, each with two participants, an agreement and two reports. */
async function meetings(storage: Storage): Promise<void> {
  const ids = Array.from({ length: EVENTS }, (_, n) => `meeting-${String(n).padStart(4, "0")}`);
  const said = ids.flatMap((subjectId, n): NewReport[] => {
    const when = parseWhen(isoOf(FIRST_DAY + n));
    return (["SCHEDULED", "HELD"] as const).map((status, place) => ({
      ...report(isoOf(FIRST_DAY + n - 1 + place), status, { when, placeId: "moscow" }),
      id: `${subjectId}-${status}`,
      subjectId,
    }));
  });
  await storage.write(async (tx) => {
    const { event, eventParticipant, eventAgreement } = tx.tables;
    const fields = { kind: "MEETING", level: "LEADERS", confidence: "CERTAIN" } as const;
    await insertAll(
      tx,
      event,
      ids.map((id) => ({
        ...fields,
        id,
        title: id,
        dateConfidence: "CERTAIN",
        firstKnown: 0,
        version: 1,
      })),
    );
    await insertAll(
      tx,
      eventParticipant,
      ids.flatMap((eventId) => [
        {
          eventId,
          position: 0,
          role: "GUEST" as const,
          leaderId: "pezeshkian",
          countryId: "iran",
          officeId: "ir-president",
        },
        {
          eventId,
          position: 1,
          role: "HOST" as const,
          leaderId: "putin",
          countryId: "russia",
          officeId: "ru-president",
        },
      ]),
    );
    await insertAll(
      tx,
      eventAgreement,
      ids.map((eventId) => ({ eventId, agreementId: "treaty", relation: "DISCUSSED" as const })),
    );
    await appendReports(tx, said);
    await refoldEvents(tx, ids);
  });
}

const nested = (first: number, rest = "") => `{ events(first: ${first} ${rest}) {
  totalCount
  nodes {
    id slug kind title summary level status disputed overdue version sourceCount confidence
    when { edtf fixed earliest latest precision qualifier text }
    place { name country { code name } }
    participants { role leader { slug name } country { code name } office { title } }
    agreements { relation agreement { slug title status } }
    reports { nodes { knownOn status claimant source { publisher title url } } }
  } } }`;

describe.each(engines)("a page of nested events on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
    await meetings(home.storage);
  });
  afterAll(() => home.close());

  async function statements(query: string): Promise<{ count: number; data: never }> {
    let count = 0;
    const end = home.storage.onStatement(() => {
      count += 1;
    });
    try {
      return { data: (await ask(home.storage, query, NOW, { pageSize: EVENTS })) as never, count };
    } finally {
      end();
    }
  }

  it.each([1, 10, 500])("of %i asks the database five times", async (first) => {
    const { count, data } = await statements(nested(first));
    expect(count).toBe(5);
    const { events } = data as {
      events: { totalCount: number; nodes: { participants: []; reports: { nodes: [] } }[] };
    };
    expect(events.totalCount).toBe(EVENTS + 1);
    expect(events.nodes).toHaveLength(first);
    for (const node of events.nodes) {
      expect(node.participants).toHaveLength(2);
      expect(node.reports.nodes.length).toBeGreaterThanOrEqual(2);
    }
  });

  it("asks as often for a window, a day of knowledge and a filter", async () => {
    const window = `filter: { between: { from: "2019-05-01", to: "2020-04-30" }, countries: ["IR"] }`;
    expect((await statements(nested(500, window))).count).toBe(5);
    expect((await statements(nested(500, `asOf: "2020-01-01"`))).count).toBe(5);
  });

  it("asks for nothing that is not selected", async () => {
    expect(
      (await statements("{ events(first: 500) { nodes { slug place { name } sourceCount } } }"))
        .count,
    ).toBe(1);
  });

  it("asks as often for a timeline of few and of many", async () => {
    const timeline = (
      to: string,
    ) => `{ timeline(window: { from: "2019-04-01", to: "${to}" }, history: true) {
      lanes { key parties holders { name } } marks { slug lanes } bars { slug } notches { day } ticks { day } sourceCount } }`;
    const few = await statements(timeline("2019-04-20"));
    const many = await statements(timeline("2021-01-01"));
    expect(few.count).toBe(many.count);
    // Two of them look where the lanes went that are not here.
    expect(many.count).toBeLessThanOrEqual(13);
  });
});

describe("the plan of a page of events", () => {
  let home: World;
  beforeAll(async () => {
    home = await world("sqlite");
    await cast(home.storage);
    await meetings(home.storage);
  });
  afterAll(() => home.close());

  /** The plans of every statement of a query, one text each. */
  async function plans(query: string): Promise<string[]> {
    const seen: [string, readonly unknown[]][] = [];
    const end = home.storage.onStatement((sql, params) => seen.push([sql, params]));
    await ask(home.storage, query);
    end();
    return Promise.all(
      seen.map(async ([sql, params]) => (await home.storage.explain(sql, params)).join("\n")),
    );
  }

  /** A plan, unless it is that of a count of all as of a day, which goes through an index of just those and does nothing else. */
  const unlessCount = (plan: string) =>
    plan.replace(/^SCAN event_state USING COVERING INDEX event_state_(latest|by_day)$/, "");

  const YEAR = `between: { from: "2019-05-01", to: "2020-04-30" }`;

  it.each([
    ["a first page", ""],
    ["a window", `filter: { ${YEAR} }`],
    ["a window with a country", `filter: { ${YEAR}, countries: ["IR"] }`],
    ["a window, backwards", `filter: { ${YEAR} }, orderBy: { field: WHEN, direction: DESC }`],
  ])("is short ranges of the latest states' index for %s", async (_, args) => {
    const [page = "", count = ""] = await plans(
      `{ events(first: 50 ${args}) { nodes { slug } totalCount } }`,
    );
    expect(page).toContain(
      "SEARCH event_state USING COVERING INDEX event_state_latest_by_day (span=?",
    );
    expect(page).toContain("MERGE (UNION ALL)");
    // What is counted whole is each latest state once, from the narrowest index that holds them and no other.
    expect(count).toContain(
      args.includes("filter")
        ? "COVERING INDEX event_state_latest_by_day"
        : "SCAN event_state USING COVERING INDEX event_state_latest",
    );
    for (const plan of [page, unlessCount(count)])
      expect(plan).not.toMatch(/SCAN (event_state|event|report)\b/);
  });

  it("is the index over all states for a day of knowledge in the past", async () => {
    const [page = ""] = await plans(
      `{ events(first: 50, filter: { ${YEAR} }, asOf: "2019-12-01") { nodes { slug } } }`,
    );
    expect(page).toContain("SEARCH event_state USING COVERING INDEX event_state_by_day (span=?");
    expect(page).not.toMatch(/SCAN (event_state|event|report)\b/);
  });

  it("sorts nothing within a window", async () => {
    const [page = ""] = await plans(
      `{ events(first: 50, filter: { ${YEAR} }) { nodes { slug } } }`,
    );
    expect(page).not.toContain("TEMP B-TREE");
  });

  it("scans no table of events, states, reports or participants, whatever is nested or asked", async () => {
    const all = [
      ...(await plans(nested(50))),
      ...(await plans(nested(50, `asOf: "2019-12-01"`))),
      ...(await plans(
        `{ event(slug: "visit-moscow") { slug reports { totalCount nodes { sources { slug } parties { key } } } } }`,
      )),
      ...(await plans(
        `{ country(code: "IR") { events { totalCount nodes { slug } } agreements { nodes { slug } } } }`,
      )),
      ...(await plans(
        `{ agreement(slug: "treaty") { reports { nodes { claimant } } stages { report { claimant } } events { nodes { slug } } } }`,
      )),
      ...(await plans(
        `{ timeline(window: { from: "2019-05-01", to: "2020-04-30" }, history: true) { marks { slug } bars { slug } ticks { day } sourceCount lanes { key } } }`,
      )),
    ];
    for (const plan of all.map(unlessCount)) {
      expect(plan).not.toMatch(
        /SCAN (event_state|event|report|event_participant|report_source|agreement_state)\b/,
      );
    }
  });
});
