import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { cast } from "../../test/cast.ts";
import { type World, world } from "../../test/world.ts";
import { EVENT_KINDS } from "../event/event.ts";
import { OPEN } from "../ledger/ledger.ts";
import { insertAll } from "../storage/batch.ts";
import { dayOf, isoOf } from "../when/day.ts";
import { sortDay } from "../when/when.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answered.
type Any = any;

const DENSITY = `cellDays from to lanes { kind key slug name } lane cell kind count held planned`;

describe.each(engines)("the density on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  const density = async (args: string): Promise<Any> =>
    (await ask(home.storage, `{ timelineDensity(${args}) { ${DENSITY} } }`)).timelineDensity;

  /** Lane, cell and kind with the three counts, in an order of their own. */
  const entries = (answer: Any) =>
    answer.cell
      .map((cell: number, at: number) => {
        const lane = answer.lanes[answer.lane[at]]?.key ?? "all";
        const { kind, count, held, planned } = answer;
        return [lane, cell, kind[at], count[at], held[at], planned[at]].join(" ");
      })
      .sort();

  /** The same from every node, by a plain look. */
  async function counted(
    args: string,
    cellDays: number,
    lanesOf: (event: Any) => string[],
    within: { from: string; to: string },
  ) {
    const tally = new Map<string, [number, number, number]>();
    let after: string | null = null;
    do {
      const { events }: Any = await ask(
        home.storage,
        `query ($after: String) { events(first: 100, after: $after, ${args}) {
          nodes { kind status when { edtf fixed earliest latest precision }
            participants { country { code } forum { slug } } session { forum { slug } }
            agreements { agreement { slug } } }
          pageInfo { hasNextPage endCursor } } }`,
        NOW,
        {},
        { after },
      );
      for (const event of events.nodes) {
        const { earliest, latest } = event.when;
        const day = sortDay({
          ...event.when,
          earliest: earliest && dayOf(earliest),
          latest: latest && dayOf(latest),
        });
        if (day === null || day < dayOf(within.from) || day > dayOf(within.to)) continue;
        for (const lane of new Set(lanesOf(event))) {
          const key = `${lane} ${Math.floor(day / cellDays)} ${event.kind}`;
          const [all, held, planned] = tally.get(key) ?? [0, 0, 0];
          const isHeld = event.status === "HELD";
          const isPlanned = !isHeld && event.status !== "CANCELLED";
          tally.set(key, [all + 1, held + Number(isHeld), planned + Number(isPlanned)]);
        }
      }
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
    } while (after !== null);
    return [...tally].map(([key, counts]) => [key, ...counts].join(" ")).sort();
  }

  const lanes: Record<string, (event: Any) => string[]> = {
    COUNTRY: (event) => event.participants.flatMap((one: Any) => one.country?.code ?? []),
    FORUM: (event) => [
      ...event.participants.flatMap((one: Any) => one.forum?.slug ?? []),
      ...(event.session ? [event.session.forum.slug] : []),
    ],
    AGREEMENT: (event) => event.agreements.map((one: Any) => one.agreement.slug),
    null: () => ["all"],
  };

  it.each(Object.keys(lanes))("counts what a look at every event does, by %s", async (by) => {
    for (const args of [
      "",
      `asOf: "2024-12-05"`,
      `asOf: "2025-01-18" filter: { statuses: [HELD, SCHEDULED], not: { kinds: [CALL] } }`,
      `filter: { between: { from: "2024-12-01", to: "2025-02-01" } }`,
    ]) {
      const answer = await density(`buckets: 40, groupBy: ${by}, ${args}`);
      expect(answer.cellDays).toBeGreaterThan(1);
      expect(answer.cell.length).toBeGreaterThan(0);
      const expected = await counted(
        args === "" ? "filter: {}" : args,
        answer.cellDays,
        lanes[by] as (event: Any) => string[],
        answer,
      );
      expect(entries(answer)).toEqual(expected);
    }
  });

  it.each([90, 45, 20])("puts each day into its cell, in up to %d of them", async (buckets) => {
    const window = `window: { from: "2024-12-01", to: "2025-02-28" }`;
    const answer = await density(`buckets: ${buckets}, ${window}`);
    expect(answer.cellDays).toBe({ 90: 1, 45: 2, 20: 8 }[buckets]);
    expect(answer.cell.length).toBeGreaterThan(8);
    const expected = await counted("filter: {}", answer.cellDays, () => ["all"], answer);
    expect(entries(answer)).toEqual(expected);
  });

  it("counts a cell the same in whatever window it is seen", async () => {
    const window = (from: string, to: string) =>
      density(`window: { from: "${from}", to: "${to}" }, buckets: 12, groupBy: COUNTRY`);
    const wide = await window("2024-07-01", "2025-06-30");
    const moved = await window("2024-09-03", "2025-08-20");
    expect(moved.cellDays).toBe(wide.cellDays);
    const [last, first] = [dayOf(wide.to) / wide.cellDays, dayOf(moved.from) / moved.cellDays];
    const shared = (answer: Any) =>
      entries(answer).filter((entry: string) => {
        const cell = Number(entry.split(" ")[1]);
        return cell >= first && cell < last;
      });
    expect(shared(wide).length).toBeGreaterThan(10);
    expect(shared(moved)).toEqual(shared(wide));
  });

  it.each(["buckets: 1", "buckets: 1001"])("refuses %s and says what may be", async (args) => {
    await expect(density(args)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect((await density(args.replace("1001", "1000").replace(/1$/, "2"))).lanes).toHaveLength(1);
  });

  it("refuses a window that ends before it begins", async () => {
    const args = `window: { from: "2025-01-02", to: "2025-01-01" }`;
    await expect(density(args)).rejects.toMatchObject({ inputPath: ["window"] });
  });
});

describe.each(engines)("the density of little and of much on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
  });
  afterAll(() => home.close());

  const WINDOW = `window: { from: "1900-01-01", to: "1902-09-26" }, buckets: 1000`;
  const density = async (args: string): Promise<Any> =>
    (await ask(home.storage, `{ timelineDensity(${args}) { ${DENSITY} } }`)).timelineDensity;

  it("is empty of nothing", async () => {
    const nothing = { from: null, to: null, lanes: [], cell: [] };
    expect(await density("buckets: 1000")).toMatchObject(nothing);
    expect(await density(WINDOW)).toMatchObject({ from: "1900-01-01", lanes: [], cell: [] });
  });

  it("answers 10,000 counts, and refuses one more", async () => {
    await cast(home.storage);
    /** One event of each kind on each of these days: as many counts as there are events. */
    const fill = (first: number, last: number) =>
      home.storage.write(async (tx) => {
        const { event, eventState } = tx.tables;
        const [like] = await tx.db.select().from(event).limit(1);
        const [state] = await tx.db.select().from(eventState).limit(1);
        if (!like || !state) throw new Error("The cast has no event");
        const rows = Array.from({ length: last - first }, (_, at) => {
          const number = first + at;
          const day = dayOf("1900-01-01") + Math.floor(number / EVENT_KINDS.length);
          const kind = EVENT_KINDS[number % EVENT_KINDS.length] ?? "OTHER";
          return { id: `many-${number}`, kind, day };
        });
        await insertAll(
          tx,
          event,
          rows.map(({ id, kind }) => ({ ...like, id, kind, partOfId: null })),
        );
        await insertAll(
          tx,
          eventState,
          rows.map(({ id: eventId, day }) => ({
            ...state,
            ...{
              eventId,
              knownTo: OPEN,
              sortDay: day,
              earliest: day,
              latest: day,
              span: "SHORT" as const,
            },
            ...{ fixed: true, precision: "DAY" as const, edtf: isoOf(day) },
          })),
        );
      });
    await fill(0, 10_000);
    const answer = await density(WINDOW);
    expect(answer.cellDays).toBe(1);
    expect(answer.cell).toHaveLength(10_000);
    await fill(10_000, 10_001);
    await expect(density(WINDOW)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("fewer `buckets`"),
    });
    const fewer = await density(WINDOW.replace("1000", "500"));
    expect(fewer.cellDays).toBe(2);
    const total = (list: number[]) => list.reduce((sum, count) => sum + count, 0);
    expect(total(fewer.count)).toBe(10_001);
  }, 90_000);
});
