import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import { cast, VISIT } from "../../test/cast.ts";
import { type World, world } from "../../test/world.ts";
import { LIMITS } from "../limits.ts";
import { insertAll } from "../storage/batch.ts";
import { dayOf } from "../when/day.ts";

const MARKS = `marks { slug of title kind status level start end day precision fixed whenText formerStart formerEnd rescheduledTo partOf disputed
  knownFrom knownTo firstKnown place summary sourceCount lanes roles topics }`;

/** The columns as rows. */
// biome-ignore lint/suspicious/noExplicitAny: rows of all columns.
function rowsOf(columns: Record<string, unknown[]>): any[] {
  return (columns.slug ?? []).map((_, place) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[place]])),
  );
}

describe.each(engines)("the timeline of the cast on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
  });
  afterAll(() => home.close());

  const LANES = `lanes: { countries: ["ru", "IR", "XX"], forums: ["brics"], agreements: ["treaty"] }`;
  const timeline = async (args: string, fields: string) =>
    (await ask(home.storage, `{ timeline(${LANES} ${args}) { ${fields} } }`)).timeline;
  const visits = async (args: string) =>
    rowsOf((await timeline(args, MARKS)).marks).filter((row) => row.slug === VISIT);

  it("has the lanes asked for, in order, without the unknown", async () => {
    const { lanes } = await timeline(
      `asOf: "2024-12-05"`,
      "lanes { key kind slug name monogram parties between { key kind name } holders { name title from until } }",
    );
    expect(lanes).toMatchObject([
      {
        key: "RU",
        kind: "COUNTRY",
        slug: "russia",
        monogram: "RU",
        parties: null,
        holders: [{ name: "Vladimir Putin" }],
      },
      {
        key: "IR",
        holders: [
          {
            name: "Masoud Pezeshkian",
            title: "President of Iran",
            from: "2024-07-28",
            until: null,
          },
        ],
      },
      { key: "brics", kind: "FORUM", name: "BRICS", monogram: null, holders: [] },
      {
        key: "treaty",
        kind: "AGREEMENT",
        name: "Partnership treaty",
        parties: "Russia – Iran",
        between: [
          { key: "RU", kind: "COUNTRY", name: "Russia" },
          { key: "IR", kind: "COUNTRY", name: "Iran" },
        ],
      },
    ]);
  });

  it("shows the visit as it was known on each day", async () => {
    const [then] = await visits(`asOf: "2024-12-05"`);
    expect(then).toMatchObject({
      status: "EXPECTED",
      start: null,
      end: null,
      fixed: false,
      whenText: "date not fixed",
      knownFrom: dayOf("2024-12-03"),
      knownTo: null,
      firstKnown: dayOf("2024-10-11"),
      summary: null,
      place: "Moscow",
      lanes: [1, 0],
      roles: ["GUEST", "HOST"],
      topics: ["diplomacy"],
    });
    expect(await visits(`asOf: "2024-12-24"`)).toMatchObject([
      { status: "EXPECTED", start: null, end: dayOf("2025-01-19") },
    ]);
    expect(await visits(`asOf: "2025-01-18"`)).toMatchObject([
      { status: "HELD", start: dayOf("2025-01-17"), summary: "The treaty was signed." },
    ]);
    expect(await visits(`asOf: "2024-10-10"`)).toEqual([]);
  });

  it("has every state of knowledge with history, end to end, and the same on each day as without", async () => {
    const states = await visits("history: true");
    expect(states.map((row) => row.status).sort()).toEqual([
      "EXPECTED",
      "EXPECTED",
      "EXPECTED",
      "HELD",
      "SCHEDULED",
    ]);
    for (const day of [
      "2024-10-11",
      "2024-12-05",
      "2024-12-23",
      "2025-01-01",
      "2025-01-17",
      "2025-06-01",
    ]) {
      const on = dayOf(day);
      const held = states.filter(
        (row) => row.knownFrom <= on && (row.knownTo === null || on < row.knownTo),
      );
      const [asked] = await visits(`asOf: "${day}"`);
      expect(held.map((row) => ({ ...row, knownTo: null }))).toEqual([asked]);
    }
  });

  it("always includes what has no date, and nothing else outside the window", async () => {
    const window = `window: { from: "2030-01-01", to: "2030-12-31" }`;
    expect(await visits(`${window} asOf: "2024-12-05"`)).toHaveLength(1);
    expect(await visits(`${window} asOf: "2025-01-18"`)).toEqual([]);
    const asked = `filter: { between: { from: "2030-01-01" } }`;
    expect(await visits(`${asked} asOf: "2024-12-05"`)).toEqual([]);
  });

  it("draws the treaty's bar from its stages", async () => {
    const { bars } = await timeline(
      `asOf: "2025-05-01"`,
      "bars { slug lane title status knownFrom knownTo topics segments { status start latest whenText ratified mustRatify sourceCount } }",
    );
    expect(bars).toMatchObject([
      {
        slug: "treaty",
        lane: 3,
        title: "Partnership treaty",
        status: "SIGNED",
        knownFrom: dayOf("2025-04-08"),
        knownTo: null,
        topics: ["diplomacy"],
        segments: [
          {
            status: "PROPOSED",
            start: dayOf("2020-07-01"),
            latest: dayOf("2020-07-31"),
            whenText: "about July 2020",
          },
          { status: "AGREED" },
          { status: "SIGNED", ratified: 0, sourceCount: 1 },
          { status: "SIGNED", ratified: 1, mustRatify: 2, start: dayOf("2025-04-08") },
        ],
      },
    ]);
    const { bars: earlier } = await timeline(`window: { to: "2020-01-01" }`, "bars { slug }");
    expect(earlier).toEqual([]);
  });

  it("puts a forum's session in its lane, announced before it is held", async () => {
    const sessions = async (args: string) =>
      rowsOf((await timeline(args, MARKS)).marks).filter((row) => row.of === "SESSION");
    expect(await sessions("history: true")).toMatchObject([
      {
        status: "SCHEDULED",
        knownFrom: dayOf("2024-06-01"),
        knownTo: dayOf("2024-10-22"),
        lanes: [2],
        roles: ["PARTICIPANT"],
      },
      {
        status: "HELD",
        knownFrom: dayOf("2024-10-22"),
        knownTo: null,
        kind: "SUMMIT",
        level: "LEADERS",
      },
    ]);
    expect(await sessions(`asOf: "2024-09-01"`)).toMatchObject([
      { status: "SCHEDULED", knownTo: null },
    ]);
    expect(await sessions(`filter: { countries: ["IR"] }`)).toEqual([]);
    expect(await sessions(`filter: { kinds: [SUMMIT], text: "brics" }`)).toHaveLength(1);
  });

  it("counts when the reports became known, and what they rest on, by the day", async () => {
    const { ticks, sourceCount } = await timeline(
      `asOf: "2024-12-05"`,
      "ticks { day count } sourceCount",
    );
    expect(ticks).toEqual({
      day: ["2022-01-19", "2024-06-11", "2024-10-11", "2024-12-03", "2024-12-04"].map(dayOf),
      count: [1, 1, 1, 1, 1],
    });
    expect(sourceCount).toBe(3);
  });

  it("notches the changes of office in the window", async () => {
    const { notches } = await timeline(
      `window: { from: "2024-01-01", to: "2025-01-01" }`,
      "notches { lane day title leader }",
    );
    expect(notches).toEqual([
      {
        lane: 1,
        day: dayOf("2024-07-28"),
        title: "Masoud Pezeshkian takes office as President of Iran",
        leader: "pezeshkian",
      },
    ]);
  });
});

describe.each(engines)("the timeline of the shipped set on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it("has lanes, bars and heads of its own when none are asked for", async () => {
    const { timeline } = await ask(
      home.storage,
      `{ timeline { lanes { key holders { name title } } bars { slug } notches { leader } } }`,
    );
    expect(timeline.lanes.map((lane: { key: string }) => lane.key)).toEqual([
      ...["RU", "IR", "CN", "TR", "brics", "sco", "astana-process", "vtb-russia-calling"],
      ...["ru-ir-2025", "eaeu-ir-2023", "cn-ir-2021", "rasht-astara-2023", "cairo-2025"],
    ]);
    expect(timeline.bars).toHaveLength(5);
    const heads = (key: string) =>
      timeline.lanes
        .find((lane: { key: string }) => lane.key === key)
        .holders.map((holder: { name: string }) => holder.name);
    expect(heads("IR").slice(-3)).toEqual([
      "Ebrahim Raisi",
      "Mohammad Mokhber",
      "Masoud Pezeshkian",
    ]);
    expect(heads("CN")).toEqual(["Jiang Zemin", "Hu Jintao", "Xi Jinping"]);
    expect(timeline.notches.map((notch: { leader: string }) => notch.leader)).toContain(
      "xi-jinping",
    );
  });

  it("is sorted by first day, and every mark stands in a lane", async () => {
    const { timeline } = await ask(
      home.storage,
      `{ timeline(history: true) { lanes { key } ${MARKS} } }`,
    );
    const rows = rowsOf(timeline.marks);
    const starts = rows.map((row) => row.start ?? Number.POSITIVE_INFINITY);
    expect(starts).toEqual([...starts].sort((a, b) => (a === b ? 0 : a - b)));
    for (const row of rows) {
      expect(row.lanes.length).toBeGreaterThan(0);
      expect(row.lanes.length).toBe(row.roles.length);
      for (const lane of row.lanes) expect(lane).toBeLessThan(8);
    }
  });

  it("lets an event that is a session's summit stand for it", async () => {
    const { timeline } = await ask(
      home.storage,
      `{ timeline(lanes: { forums: ["astana-process"] }) { marks { slug of } } }`,
    );
    expect(timeline.marks.slug).toContain("summit-tehran-2022");
    expect(timeline.marks.slug).not.toContain("astana-s7");
    expect(timeline.marks.slug).toContain("astana-s6");
  });

  it("lets a session of leaders stand in the lanes of who belonged to the forum on its first day, after the forum's own", async () => {
    const { timeline } = await ask(
      home.storage,
      `{ timeline(lanes: { countries: ["RU", "IR", "TR"], forums: ["brics", "astana-process"] }) { ${MARKS} } }`,
    );
    const rows = rowsOf(timeline.marks);
    const standing = (slug: string) => rows.find((row) => row.slug === slug);
    expect(standing("brics-16")).toMatchObject({
      lanes: [3, 0, 1],
      roles: ["PARTICIPANT", "PARTICIPANT", "PARTICIPANT"],
    });
    expect(standing("brics-15")?.lanes).toEqual([3, 0]);
    expect(standing("astana-r22")?.lanes).toEqual([4]);
  });

  it("says what an event was a part of, from the day that was known", async () => {
    const parts = async (asOf: string) =>
      rowsOf(
        (await ask(home.storage, `{ timeline(asOf: "${asOf}") { ${MARKS} } }`)).timeline.marks,
      ).filter((row) => row.partOf === "visit-pezeshkian-moscow-2025");
    expect((await parts("2025-01-18")).map((row) => row.slug)).toContain("signing-treaty-2025");
    expect(await parts("2024-01-01")).toEqual([]);
  });
});

describe("a timeline", () => {
  it("has ten thousand marks at most, and says what to do beyond", async () => {
    const full = await world("sqlite");
    await cast(full.storage);
    const { anonymous: most, instead } = LIMITS.columns;
    const query = `{ timeline(lanes: { countries: ["RU", "IR"] }, history: true) { marks { of } } }`;
    const marks = async (): Promise<string[]> => (await ask(full.storage, query)).timeline.marks.of;
    const states = (await marks()).filter((of) => of === "EVENT").length;
    /** States of one event, in days long ago that nothing else is known of. */
    const add = (from: number, count: number) =>
      full.storage.write(async (tx) => {
        const { eventState } = tx.tables;
        const [one] = await tx.db
          .select()
          .from(eventState)
          .where(eq(eventState.eventId, VISIT))
          .limit(1);
        const rows = Array.from({ length: count }, (_, index) => ({
          ...(one as NonNullable<typeof one>),
          knownFrom: from + index,
          knownTo: from + index + 1,
        }));
        await insertAll(tx, eventState, rows);
      });
    await add(-100_000, most - states);
    expect((await marks()).filter((of) => of === "EVENT")).toHaveLength(most);
    await add(-200_000, 1);
    await expect(marks()).rejects.toMatchObject({
      code: "TOO_COSTLY",
      message: expect.stringContaining(instead),
    });
    await full.close();
  }, 60_000);
});
