import { and, asc, eq, inArray, ne } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { type World, world } from "../../test/world.ts";
import { EVENT_KINDS } from "../event/event.ts";
import { EVENT_STATUSES } from "../event/values.ts";
import { OPEN } from "../ledger/ledger.ts";
import { next } from "../storage/match.ts";
import { openStorage } from "../storage/open.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { loadShipped } from "../transfer/load.ts";
import { dayOf } from "../when/day.ts";
import { filledIn } from "./density.ts";
import { canTell, LEVELS, tallied, talliedIn } from "./tally.ts";

/** What one write does to an event; numbers choose among what there is. */
interface Edit {
  what: (typeof WHATS)[number];
  event: number;
  other: number;
  day: number;
}

const WHATS = [
  ...["move", "status", "close", "retract", "undate", "kind", "join", "leave"],
  ...["agree", "disagree", "session", "forum", "fail", "rehearse"],
] as const;

const edit = fc.record({
  what: fc.constantFrom(...WHATS),
  event: fc.nat(500),
  other: fc.nat(500),
  day: fc.integer({ min: dayOf("1965-01-01"), max: dayOf("2027-01-01") }),
});
const question = fc.record({
  by: fc.constantFrom("COUNTRY", "FORUM", "AGREEMENT", null),
  kinds: fc.option(fc.subarray([...EVENT_KINDS], { minLength: 1 })),
  exponent: fc.integer({ min: 0, max: 16 }),
  from: fc.integer({ min: -2_000, max: 21_000 }),
  days: fc.integer({ min: 0, max: 25_000 }),
});

const reading = (tx: Tx) => ({ tx, asOf: null, today: dayOf("2025-10-20") });
const at = <Item>(items: readonly Item[], place: number) => items[place % items.length] as Item;

async function apply(tx: Tx, { what, event: place, other, day }: Edit): Promise<void> {
  const { db, tables } = tx;
  const { event, eventState: state, eventParticipant: part, eventAgreement: link } = tables;
  const events = await db.select({ id: event.id }).from(event).orderBy(asc(event.id));
  const { id } = at(events, place);
  const latest = and(eq(state.eventId, id), eq(state.knownTo, OPEN));
  const dated = { sortDay: day, earliest: day, latest: day, span: "SHORT" as const };
  const countries = await db.select({ id: tables.country.id }).from(tables.country);
  const forums = await db.select({ id: tables.forum.id }).from(tables.forum);
  const agreements = await db.select({ id: tables.agreement.id }).from(tables.agreement);
  const sessions = await db.select({ id: tables.session.id }).from(tables.session);
  switch (what) {
    case "move":
      await db.update(state).set(dated).where(latest);
      return;
    case "status":
      await db
        .update(state)
        .set({ status: at(EVENT_STATUSES, other) })
        .where(latest);
      return;
    case "close": {
      const [row] = await db.select().from(state).where(latest);
      if (!row) return;
      const knownFrom = Math.max(row.knownFrom, row.lastReportOn) + 1;
      await db.update(state).set({ knownTo: knownFrom }).where(latest);
      await db.insert(state).values({ ...row, ...dated, knownFrom });
      return;
    }
    case "retract":
      await db.delete(state).where(eq(state.eventId, id));
      return;
    case "undate":
      await db
        .update(state)
        .set({ sortDay: null, earliest: null, latest: null, span: "NONE", edtf: null })
        .where(and(latest, ne(state.fixed, true)));
      return;
    case "kind":
      await db
        .update(event)
        .set({ kind: at(EVENT_KINDS, other) })
        .where(eq(event.id, id));
      return;
    case "join":
      // A country may stand there already, in another capacity.
      await db.insert(part).values({
        eventId: id,
        position: next(part.position),
        role: "PARTICIPANT",
        countryId: other % 3 > 0 ? at(countries, other).id : null,
        forumId: other % 3 > 0 ? null : at(forums, other).id,
      });
      return;
    case "leave":
      await db.delete(part).where(and(eq(part.eventId, id), eq(part.position, other % 2)));
      return;
    case "agree":
      await db
        .insert(link)
        .values({ eventId: id, agreementId: at(agreements, other).id, relation: "DISCUSSED" })
        .onConflictDoNothing();
      return;
    case "disagree":
      await db.delete(link).where(eq(link.eventId, id));
      return;
    case "session":
      await db
        .update(event)
        .set({ sessionId: other % 4 === 0 ? null : at(sessions, other).id })
        .where(eq(event.id, id));
      return;
    case "forum":
      await db
        .update(tables.session)
        .set({ forumId: at(forums, place).id })
        .where(inArray(tables.session.id, [at(sessions, other).id]));
      return;
    case "fail":
      await db.update(state).set(dated);
      throw new Error("no");
    case "rehearse":
      await db.delete(state);
  }
}

/** All the tally holds, in order. */
const held = (storage: Storage) =>
  storage.read(async ({ db, tables: { tally } }) => {
    const rows = await db.select().from(tally);
    return rows.map((row) => Object.values(row).join(" ")).sort();
  });

describe.each(engines)("the tally on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it("tells what counting every event does, whatever was written before", async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.array(question, { minLength: 6, maxLength: 6 }),
        async (edits, questions) => {
          for (const one of edits) {
            const write = home.storage.write((tx) => apply(tx, one), {
              dryRun: one.what === "rehearse",
            });
            await (one.what === "fail" ? expect(write).rejects.toThrow("no") : write);
          }
          for (const { by, kinds, exponent, from, days } of questions) {
            const size = 2 ** exponent;
            const [first, last] = [Math.floor(from / size), Math.floor((from + days) / size)];
            const cells = { exponent, first, last };
            await home.storage.read(async (tx) => {
              expect(await canTell(reading(tx), { kinds })).toBe(true);
              const kept = await talliedIn(reading(tx), { kinds }, by, cells, 10_001);
              expect(kept).toEqual(await filledIn(reading(tx), { kinds }, by, cells, 10_001));
              told += kept.cell.length;
            });
          }
        },
      ),
      { numRuns: engine === "sqlite" ? 40 : 15 },
    );
    expect(told).toBeGreaterThan(500);
    await home.storage.read(async ({ db, tables: { tally } }) => {
      expect(await db.$count(tally, eq(tally.count, 0))).toBe(0);
    });
  }, 120_000);

  it("is the same made by a migration as by writing, and until then nobody asks it", async () => {
    const made = await shippedWorld(engine);
    const written = await held(made.storage);
    expect(written.length).toBeGreaterThan(1_000);
    await made.close();
    const old = await world(engine);
    const bare = await openStorage(old.url);
    await loadShipped(bare, { clock: () => new Date(NOW) });
    expect(await held(bare)).toEqual([]);
    expect(await bare.read((tx) => canTell(reading(tx), {}))).toBe(false);
    const query = `{ timelineDensity(groupBy: COUNTRY) { lane cell kind count } }`;
    const live = await ask(bare, query);
    await tallied(bare).migrate();
    expect(await held(bare)).toEqual(written);
    expect(await ask(bare, query)).toEqual(live);
    expect(live.timelineDensity.cell.length).toBeGreaterThan(50);
    await bare.close();
    await old.close();
  }, 60_000);

  it("leaves to a count of every event what it does not keep", async () => {
    await home.storage.read(async (tx) => {
      const day = dayOf("2025-01-17");
      expect(await canTell({ ...reading(tx), asOf: day }, {})).toBe(false);
      expect(await canTell(reading(tx), { kinds: ["VISIT"], text: null })).toBe(true);
      expect(await canTell(reading(tx), { statuses: ["HELD"] })).toBe(false);
      expect(await canTell(reading(tx), { and: [{ kinds: ["VISIT"] }] })).toBe(false);
    });
  });

  it("is read by its key alone, and no further than four counts for each that may be answered", async () => {
    const statements: { sql: string; params: readonly unknown[] }[] = [];
    const stop = home.storage.onStatement((sql, params) => statements.push({ sql, params }));
    for (let exponent = 0; exponent <= 14; exponent++) {
      const cells = { exponent, first: 0, last: 3 };
      await home.storage.read((tx) => talliedIn(reading(tx), {}, "COUNTRY", cells, 10_001));
      const level = Math.max(...LEVELS.filter((kept) => kept <= exponent));
      expect(2 ** (exponent - level)).toBeLessThanOrEqual(4);
      expect(statements.at(-1)?.params).toContain(10_001 * 2 ** (exponent - level));
    }
    const query = `{ timelineDensity(window: { from: "2000-01-01" }, groupBy: COUNTRY) { cell } }`;
    statements.length = 0;
    await ask(home.storage, query);
    stop();
    // Where there is anything; whether any day waits; the counts; and the names of the lanes.
    const own = statements.filter(({ sql }) => /^\s*select/i.test(sql));
    expect(own.length).toBeLessThanOrEqual(4);
    if (engine === "postgres") return;
    const plans = await Promise.all(
      own.map(({ sql, params }) => home.storage.explain(sql, params)),
    );
    const lines = plans.flat().join("\n");
    expect(lines).toMatch(
      /SEARCH tally USING PRIMARY KEY \(lane_kind=\? AND exponent=\? AND cell>\? AND cell<\?\)/,
    );
    expect(lines).toContain("COVERING INDEX event_state_latest_by_day (span=?)");
    expect(lines).not.toMatch(/SCAN (event_state|event|tally)\b/);
  });
});
