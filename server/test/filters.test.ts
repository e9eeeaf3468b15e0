// Whatever a filter is made of, the statement that it becomes lets through what a plain look at every node does.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isKnown } from "../src/ledger/ledger.ts";
import { fold } from "../src/storage/match.ts";
import { dayOf, isoOf } from "../src/when/day.ts";
import { ask, engines, NOW, shippedWorld } from "./ask.ts";
import type { World } from "./world.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answered, and what it is asked.
type Any = any;

const EVENT = `slug kind level status title summary disputed overdue
  when { fixed earliest latest } session { forum { slug } } topics { slug }
  participants { country { code } leader { slug } forum { slug } } agreements { agreement { slug } }`;
const AGREEMENT = `slug kind status title shortTitle aliases disputed topics { slug }
  parties { key entity { __typename } }`;

const far = (iso: string | null, otherwise: number) => (iso === null ? otherwise : dayOf(iso));

/** Whether a filter lets a node through, by `own` for what it says itself. */
function lets(filter: Any, node: Any, own: (filter: Any, node: Any) => boolean): boolean {
  if (!own(filter, node)) return false;
  if (filter.and && !filter.and.every((each: Any) => lets(each, node, own))) return false;
  if (filter.or && !filter.or.some((each: Any) => lets(each, node, own))) return false;
  return !filter.not || !lets(filter.not, node, own);
}

const among = (list: Any[] | undefined, ...values: Any[]) =>
  list === undefined || values.some((value) => list.includes(value));
const as = (asked: boolean | undefined, is: boolean) => asked === undefined || asked === is;
const worded = (text: string | undefined, ...columns: (string | null)[]) =>
  (text ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => columns.some((column) => fold(column ?? "").includes(fold(word))));

function isEvent(filter: Any, event: Any): boolean {
  const { when, participants } = event;
  const { from, to } = filter.between ?? {};
  const isDated = when.earliest !== null || when.latest !== null;
  const touches =
    isDated &&
    far(when.latest, Infinity) >= far(from ?? null, -Infinity) &&
    far(when.earliest, -Infinity) <= far(to ?? null, Infinity);
  return (
    (!(from || to) || touches) &&
    among(filter.kinds, event.kind) &&
    among(filter.levels, event.level) &&
    among(filter.statuses, event.status) &&
    among(filter.countries, ...participants.map((one: Any) => one.country?.code)) &&
    among(filter.leaders, ...participants.map((one: Any) => one.leader?.slug)) &&
    among(
      filter.forums,
      event.session?.forum.slug,
      ...participants.map((one: Any) => one.forum?.slug),
    ) &&
    among(filter.agreements, ...event.agreements.map((one: Any) => one.agreement.slug)) &&
    among(filter.topics, ...event.topics.map((one: Any) => one.slug)) &&
    as(filter.fixed, when.fixed) &&
    as(filter.disputed, event.disputed) &&
    as(filter.planned, ["EXPECTED", "SCHEDULED", "POSTPONED"].includes(event.status)) &&
    as(filter.overdue, event.overdue) &&
    worded(filter.text, event.title, event.summary)
  );
}

function isAgreement(filter: Any, agreement: Any): boolean {
  const { from, to } = filter.between ?? {};
  const keys = (type: string) =>
    agreement.parties
      .filter((party: Any) => party.entity.__typename === type)
      .map((party: Any) => party.key);
  return (
    agreement.began <= far(to ?? null, Infinity) &&
    (agreement.ended ?? Infinity) >= far(from ?? null, -Infinity) &&
    among(filter.kinds, agreement.kind) &&
    among(filter.statuses, agreement.status) &&
    among(filter.countries, ...keys("Country")) &&
    among(filter.forums, ...keys("Forum")) &&
    among(filter.topics, ...agreement.topics.map((one: Any) => one.slug)) &&
    as(filter.disputed, agreement.disputed) &&
    worded(filter.text, agreement.title, agreement.shortTitle, agreement.aliases.join("\n"))
  );
}

const some = (...values: string[]) => fc.subarray(values, { minLength: 0 });
const day = fc.constantFrom("2019-01-01", "2024-06-01", "2024-12-05", "2025-01-17", "2025-07-18");
const shared = {
  // One that ends before it begins is refused.
  between: fc
    .record({ from: day, to: day }, { requiredKeys: [] })
    .filter(({ from, to }) => !from || !to || from <= to),
  countries: some("RU", "IR", "CN", "UZ", "US"),
  forums: some("brics", "sco", "astana-process", "eaeu"),
  topics: some("security", "trade", "energy", "sanctions"),
  text: fc.constantFrom("iran", "Putin talks", "strategic PARTNERSHIP", "moscow", ""),
  disputed: fc.boolean(),
};
const ofEvents = {
  ...shared,
  kinds: some("MEETING", "VISIT", "SUMMIT", "CALL", "SIGNING", "VOTE"),
  statuses: some("EXPECTED", "SCHEDULED", "HELD", "POSTPONED", "CANCELLED"),
  levels: some("LEADERS", "MINISTERS", "OFFICIALS"),
  leaders: some("vladimir-putin", "masoud-pezeshkian", "xi-jinping"),
  agreements: some("ru-ir-comprehensive-strategic-partnership-treaty", "eaeu-iran-fta-2023"),
  fixed: fc.boolean(),
  planned: fc.boolean(),
  overdue: fc.boolean(),
};
const ofAgreements = {
  ...shared,
  kinds: some("TREATY", "AGREEMENT", "JOINT_STATEMENT", "PROTOCOL"),
  statuses: some("NEGOTIATING", "AGREED", "SIGNED", "RATIFIED", "IN_FORCE", "SUPERSEDED"),
};

/** Filters that say one thing or two, and hold others up to so many deep. */
function filters(own: Record<string, fc.Arbitrary<unknown>>, depth: number): fc.Arbitrary<Any> {
  const says = fc
    .subarray(Object.keys(own), { minLength: depth === 3 ? 0 : 1, maxLength: 2 })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, own[key] as Any]))));
  if (depth === 0) return says;
  const inner = filters(own, depth - 1);
  const holds: fc.Arbitrary<Any> = fc.oneof(
    fc.record({ and: fc.array(inner, { maxLength: 2 }) }),
    fc.record({ or: fc.array(inner, { maxLength: 2 }) }),
    fc.record({ not: inner }),
  );
  return fc.tuple(says, holds).map(([one, other]) => ({ ...one, ...other }));
}

const DAYS = [null, "2024-12-05", "2025-01-18", "2025-08-01"];

describe.each(engines)("filters on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  /** All of a list, page after page. */
  async function all(list: string, type: string, fields: string, filter: Any, asOf: string | null) {
    const found: Any[] = [];
    let after: string | null = null;
    do {
      const answer: Any = await ask(
        home.storage,
        `query ($filter: ${type}, $asOf: Date, $after: String) {
          list: ${list}(filter: $filter, asOf: $asOf, first: 100, after: $after) {
            totalCount nodes { ${fields} } pageInfo { endCursor hasNextPage } } }`,
        NOW,
        {},
        { filter, asOf, after },
      );
      found.push(...answer.list.nodes);
      after = answer.list.pageInfo.hasNextPage ? answer.list.pageInfo.endCursor : null;
      if (after === null) expect(found).toHaveLength(answer.list.totalCount);
    } while (after !== null);
    return found;
  }

  async function holds(
    list: string,
    type: string,
    nodes: (asOf: string | null) => Promise<Any[]>,
    own: (filter: Any, node: Any) => boolean,
    any: fc.Arbitrary<Any>,
  ) {
    const known = new Map<string | null, Any[]>();
    for (const asOf of DAYS) known.set(asOf, await nodes(asOf));
    const sizes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(any, fc.constantFrom(...DAYS), async (filter, asOf) => {
        const expected = (known.get(asOf) ?? []).filter((node) => lets(filter, node, own));
        const found = await all(list, type, "slug", filter, asOf);
        sizes.add(found.length);
        expect(found.map(({ slug }) => slug).sort()).toEqual(
          expected.map(({ slug }) => slug).sort(),
        );
      }),
      { numRuns: 100 },
    );
    // Not all of them everything or nothing, or the law would say little.
    expect(sizes.size).toBeGreaterThan(5);
  }

  it("let through the events that a look at each one does", async () => {
    const nodes = (asOf: string | null) => all("events", "EventFilter", EVENT, null, asOf);
    await holds("events", "EventFilter", nodes, isEvent, filters(ofEvents, 3));
  }, 120_000);

  it("let through the agreements that a look at each one does", async () => {
    const nodes = async (asOf: string | null) => {
      const lives = await home.storage.read((tx) => {
        const { agreementState: state } = tx.tables;
        const { agreementId, began, ended } = state;
        return tx.db
          .select({ agreementId, began, ended })
          .from(state)
          .where(isKnown(state, asOf === null ? null : dayOf(asOf)))
          .prepare()
          .execute({ asOf: asOf === null ? null : dayOf(asOf) });
      });
      const found = await all("agreements", "AgreementFilter", AGREEMENT, null, asOf);
      const life = new Map(lives.map((row) => [row.agreementId, row]));
      return found.map((node) => ({ ...node, ...life.get(node.slug) }));
    };
    await holds("agreements", "AgreementFilter", nodes, isAgreement, filters(ofAgreements, 3));
  }, 120_000);

  it("agree with the rule of what is overdue, on its last day and the day after", async () => {
    const rows = await all(
      "events",
      "EventFilter",
      "slug status overdue when { earliest latest } reports { nodes { knownOn } }",
      { planned: true },
      null,
    );
    const dated = rows.find(({ when }) => when.latest !== null && when.latest > "2026-01-05");
    const last = dayOf(dated.when.latest);
    for (const [day, overdue] of [
      [last, false],
      [last + 1, true],
    ] as const) {
      const now = `${isoOf(day)}T08:00:00.000Z`;
      const { events } = await ask(
        home.storage,
        "{ events(first: 100, filter: { overdue: true }) { nodes { slug overdue } } }",
        now,
      );
      const found = events.nodes.map(({ slug }: Any) => slug);
      expect(found.includes(dated.slug)).toBe(overdue);
      expect(events.nodes.every((node: Any) => node.overdue)).toBe(true);
    }
  });

  it.each(["events", "agreements"])("of %s lie three deep, and no deeper", async (list) => {
    const three = "and: [{ or: [{ not: { disputed: true } }] }]";
    const ofThree = `{ ${list}(filter: { ${three} }) { totalCount } }`;
    expect((await ask(home.storage, ofThree))[list].totalCount).toBeGreaterThan(0);
    const four = ask(home.storage, `{ ${list}(filter: { not: { ${three} } }) { totalCount } }`);
    await expect(four).rejects.toMatchObject({
      code: "INVALID_INPUT",
      inputPath: ["filter", "not", "and", "0", "or", "0", "not"],
    });
  });

  it.each(["events", "agreements"])("of %s are fifty in one, and no more", async (list) => {
    const many = (count: number) =>
      ask(
        home.storage,
        `query ($or: [${list === "events" ? "Event" : "Agreement"}Filter!]) {
          ${list}(filter: { or: $or }) { totalCount } }`,
        NOW,
        {},
        { or: Array.from({ length: count }, () => ({ text: "iran" })) },
      );
    expect((await many(50))[list].totalCount).toBeGreaterThan(0);
    await expect(many(51)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("hold for the timeline's sessions too, which are no events", async () => {
    const marks = async (filter: string) => {
      const { timeline } = await ask(
        home.storage,
        `{ timeline(lanes: { forums: ["brics"] }, filter: { ${filter} }) { marks { slug of } } }`,
      );
      const { slug, of } = timeline.marks;
      return slug.filter((_: string, at: number) => of[at] === "SESSION") as string[];
    };
    const sessions = await marks("");
    const held = await marks("statuses: [HELD]");
    expect(held.length).toBeGreaterThan(0);
    expect(await marks("not: { statuses: [HELD] }")).toEqual(
      sessions.filter((slug) => !held.includes(slug)),
    );
    const early = await marks(`between: { to: "2015-12-31" }`);
    const late = await marks(`not: { between: { to: "2015-12-31" } }`);
    expect([...early, ...late].sort()).toEqual([...sessions].sort());
    expect(early.length).toBeGreaterThan(0);
  });
});
