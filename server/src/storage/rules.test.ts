import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, type World, world } from "../../test/world.ts";
import { brokenRule } from "./rule.ts";
import type { Tx } from "./storage.ts";
import type { Tables } from "./tables.ts";

const DAY = 20_062;
const undated = {
  edtf: null,
  fixed: false,
  earliest: null,
  latest: null,
  precision: "NONE",
} as const;

const topic = { id: "trade", name: "Trade" };
const country = {
  id: "iran",
  code: "IR",
  name: "Iran",
  officialName: "Iran",
  kind: "STATE",
} as const;
const source = {
  id: "paper",
  publisher: "The Paper",
  kind: "NEWSPAPER",
  stateMedia: false,
} as const;
const event = {
  id: "visit",
  kind: "VISIT",
  title: "A visit",
  level: "LEADERS",
  confidence: "CERTAIN",
  dateConfidence: "CERTAIN",
  firstKnown: DAY,
  version: 1,
} as const;
const claim = {
  seq: 1,
  id: "claim",
  subject: "EVENT",
  eventId: "visit",
  act: "CLAIM",
  knownOn: DAY,
  knownOnBasis: "SOURCE",
  status: "EXPECTED",
  moves: true,
  ...undated,
  claimant: "The Paper",
  standing: "OUTLET",
  confidence: "CERTAIN",
  dateConfidence: "CERTAIN",
  recordedAt: "2024-12-05T00:00:00Z",
  recordedBy: "test",
} as const;
const state: Tables["eventState"]["$inferInsert"] = {
  eventId: "visit",
  knownFrom: DAY,
  knownTo: DAY + 1,
  status: "EXPECTED",
  ...undated,
  span: "NONE",
  disputed: false,
  reportId: "claim",
  rivals: [],
  lastReportOn: DAY,
  sourceCount: 1,
};
const change = { revision: 1, at: "2024-12-05T00:00:00Z", by: "test", action: "load" };

describe.each(engines)("the rules of the tables on %s", (engine) => {
  let here: World;
  beforeAll(async () => {
    here = await world(engine);
    await here.storage.write(async ({ db, tables: t }) => {
      await db.insert(t.country).values(country);
      await db.insert(t.source).values(source);
      await db.insert(t.event).values(event);
      await db.insert(t.report).values(claim);
      await db.insert(t.reportSource).values({ reportId: "claim", position: 0, sourceId: "paper" });
      await db.insert(t.reportParty).values({ reportId: "claim", position: 0, countryId: "iran" });
      await db.insert(t.eventState).values(state);
      await db.insert(t.change).values(change);
      await db.insert(t.topic).values(topic);
    });
  });
  afterAll(() => here.close());

  /** The rule that a write breaks; nothing of the write may be kept. */
  const broken = async (fn: (tx: Tx) => Promise<unknown>) =>
    brokenRule(
      await here.storage.write(fn).then(
        () => "nothing broken",
        (error) => error,
      ),
    );

  it("every word of a closed list is checked", async () => {
    const wrong: [string, (tx: Tx) => Promise<unknown>][] = [
      [
        "country kind",
        ({ db, tables: t }) =>
          db.insert(t.country).values({ ...country, id: "x", code: "XX", kind: "EMPIRE" as never }),
      ],
      [
        "event kind",
        ({ db, tables: t }) =>
          db.insert(t.event).values({ ...event, id: "x", kind: "PICNIC" as never }),
      ],
      [
        "event status",
        ({ db, tables: t }) =>
          db
            .insert(t.eventState)
            .values({ ...state, knownFrom: 1, knownTo: 2, status: "SIGNED" as never }),
      ],
      [
        "report act",
        ({ db, tables: t }) =>
          db.insert(t.report).values({ ...claim, seq: 2, id: "x", act: "RUMOUR" as never }),
      ],
      [
        "precision",
        ({ db, tables: t }) =>
          db.insert(t.report).values({ ...claim, seq: 2, id: "x", precision: "DECADE" as never }),
      ],
      [
        "role",
        ({ db, tables: t }) =>
          db.insert(t.token).values({
            id: "x",
            name: "x",
            role: "GOD" as never,
            hash: "x",
            prefix: "x",
            createdAt: "x",
          }),
      ],
    ];
    for (const [what, fn] of wrong) expect([what, await broken(fn)]).toEqual([what, "check"]);
  });

  it("a report is about one event or one agreement, and about its own kind of status", async () => {
    const report = (values: object) =>
      broken(({ db, tables: t }) =>
        db.insert(t.report).values({ ...claim, seq: 2, id: "x", ...values } as never),
      );
    expect(await report({ eventId: null })).toBe("check");
    expect(await report({ subject: "AGREEMENT" })).toBe("check");
    expect(await report({ status: "IN_FORCE" })).toBe("check");
    expect(await report({ act: "RETRACTION" })).toBe("check");
    expect(await report({ targetId: "claim" })).toBe("check");
  });

  it("knowledge lasts at least a day, begins once a day, and is open only once", async () => {
    const known = (knownFrom: number, knownTo: number) =>
      broken(({ db, tables: t }) =>
        db.insert(t.eventState).values({ ...state, knownFrom, knownTo }),
      );
    expect(await known(DAY + 5, DAY + 5)).toBe("check");
    expect(await known(DAY, DAY + 9)).toBe("unique");
    expect(
      await broken(async ({ db, tables: t }) => {
        const open = { ...state, knownTo: 2_147_483_647 };
        await db.insert(t.eventState).values({ ...open, knownFrom: DAY + 1 });
        await db.insert(t.eventState).values({ ...open, knownFrom: DAY + 2 });
      }),
    ).toBe("unique");
  });

  it("the first day is not after the last", async () => {
    const days = { earliest: 2, latest: 1 };
    expect(
      await broken(({ db, tables: t }) =>
        db.insert(t.report).values({ ...claim, seq: 2, id: "x", ...days }),
      ),
    ).toBe("check");
  });

  it("what a row points at exists, and cannot be removed under it", async () => {
    const dangling = { ...claim, seq: 2, id: "x", placeId: "atlantis" };
    expect(await broken(({ db, tables: t }) => db.insert(t.report).values(dangling))).toBe(
      "foreign-key",
    );
    expect(
      await broken(({ db, tables: t }) => db.delete(t.event).where(eq(t.event.id, "visit"))),
    ).toBe("foreign-key");
  });

  it("what must be said is said, and what must differ differs", async () => {
    const nameless = { id: "x", name: null as never };
    expect(await broken(({ db, tables: t }) => db.insert(t.topic).values(nameless))).toBe(
      "not-null",
    );
    expect(await broken(({ db, tables: t }) => db.insert(t.topic).values(topic))).toBe("unique");
  });

  it("reports and changes are never rewritten or removed, and the refusal says what to do", async () => {
    const rewriting: ((tx: Tx) => Promise<unknown>)[] = [
      ({ db, tables: t }) => db.update(t.report).set({ note: "I meant" }),
      ({ db, tables: t }) => db.delete(t.report),
      ({ db, tables: t }) => db.update(t.reportSource).set({ position: 7 }),
      ({ db, tables: t }) => db.delete(t.reportSource),
      ({ db, tables: t }) => db.update(t.reportParty).set({ position: 7 }),
      ({ db, tables: t }) => db.delete(t.reportParty),
      ({ db, tables: t }) => db.update(t.change).set({ by: "nobody" }),
      ({ db, tables: t }) => db.delete(t.change),
      ({ db, tables: t }) =>
        db
          .insert(t.change)
          .values(change)
          .onConflictDoUpdate({ target: t.change.revision, set: { by: "nobody" } }),
    ];
    for (const fn of rewriting) expect(await broken(fn)).toBe("append-only");
    await expect(here.storage.write(({ db, tables: t }) => db.delete(t.report))).rejects.toThrow(
      /append-only: record a retraction/,
    );
    const [kept] = await here.storage.read(({ db, tables: t }) => db.select().from(t.change));
    expect(kept?.by).toBe("test");
  });

  it("JSON comes back as it was given, keys in their order", async () => {
    const before = { z: [1, null, true], a: { ü: "é" } };
    const text = await here.storage.write(
      async ({ db, tables: t }) => {
        await db.insert(t.change).values({ ...change, revision: 2, before });
        const [row] = await db.select().from(t.change).where(eq(t.change.revision, 2));
        return JSON.stringify(row?.before);
      },
      { dryRun: true },
    );
    expect(text).toBe(JSON.stringify(before));
  });
});
