// Whatever a filter is made of, the statement that it becomes lets through what a plain look at every node does.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isKnown } from "../src/ledger/ledger.ts";
import { fold } from "../src/storage/match.ts";
import { dayOf, isoOf } from "../src/when/day.ts";
import { ask, engines, NOW, shippedWorld } from "./ask.ts";
import { editing } from "./editing.ts";
import type { World } from "./world.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the API answered, and what it is asked.
type Any = any;

const CLAIMS = `reports(first: 100) { nodes { id act knownOn retracted about { id } sources { kind } } }
  rivalClaims { shown report { id } }`;
const EVENT = `slug ${CLAIMS} kind level status title summary disputed overdue
  when { fixed earliest latest } session { forum { slug } } topics { slug }
  participants { country { code } leader { slug } forum { slug } } agreements { agreement { slug } }`;
const AGREEMENT = `slug ${CLAIMS} kind status title shortTitle aliases disputed topics { slug }
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

/** What filters ask of the reports on a node: of those that stand, whatever was taken back. */
function isReported(filter: Any, { disputed, rivalClaims, reports }: Any): boolean {
  const standing = reports.nodes.filter((report: Any) => !report.retracted);
  const claims = standing.filter(({ act }: Any) => act === "CLAIM");
  const chosen = standing.map(({ act, about }: Any) => act === "PREFERENCE" && about.id);
  const isOpen = rivalClaims.some(({ shown, report }: Any) => shown && !chosen.includes(report.id));
  const isCommon = ({ sources }: Any) =>
    sources.every(({ kind }: Any) => kind === "GENERAL_KNOWLEDGE");
  return (
    as(filter.undecided, disputed && isOpen) &&
    as(filter.generalKnowledge, claims.every(isCommon)) &&
    claims.every(({ knownOn }: Any) => knownOn < (filter.lastReportBefore ?? "9999"))
  );
}

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
    isReported(filter, event) &&
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
    isReported(filter, agreement) &&
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
  undecided: fc.boolean(),
  generalKnowledge: fc.boolean(),
  lastReportBefore: day,
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

const DAYS = [null, "2016-06-01", "2024-12-05", "2025-01-18", "2025-08-01", "2026-01-04"];

/** What the desk asks, on each of those days whatever chance brings. */
const NEEDS = [
  { undecided: true },
  { undecided: false },
  { generalKnowledge: true },
  { not: { generalKnowledge: true } },
  { lastReportBefore: "2024-12-05" },
  { not: { lastReportBefore: "2025-01-17" } },
].flatMap((filter) => DAYS.map((day): [Any, string | null] => [filter, day]));

const EDITED = "{ change { id } errors { ... on UserError { message } } }";

/**
 * Edits what is shipped: of two disputes one has a claim preferred; an event is said to have been on two days, and one of them is preferred,
 * of another none; of an agreement all is taken back that did not rest on general knowledge.
 */
async function edited(home: World) {
  const { send } = await editing(home);
  const sent = async (mutation: string, type: string, input: object) => {
    const { data } = await send(
      `mutation ($input: ${type}!) { made: ${mutation}(input: $input) ${EDITED} }`,
      { input },
    );
    expect(data.made.errors).toEqual([]);
    return data.made.change.id as string;
  };
  const read = async (of: string) =>
    (
      await send(
        `{ of: ${of} { id version rivalClaims { shown report { id } }
             reports { nodes { id act sources { kind } } } } }`,
      )
    ).data.of;
  const prefer = async (of: string, shown: boolean) => {
    const { version, rivalClaims } = await read(of);
    const claim = rivalClaims.find((rival: Any) => rival.shown === shown);
    const input = {
      reportId: claim.report.id,
      note: "It is the nearer.",
      expectedVersion: version,
    };
    return sent("preferReport", "PreferReportInput", input);
  };
  const undo = async (of: string, changeId: string) =>
    sent("undoChange", "UndoChangeInput", {
      ...{ changeId, note: "Too soon." },
      expectedVersion: (await read(of)).version,
    });
  const held = async (slug: string, when: string) => {
    const { id: eventId, version: expectedVersion } = await read(`event(slug: "${slug}")`);
    await sent("reportEventStatus", "ReportEventStatusInput", {
      ...{ eventId, when, expectedVersion, status: "HELD", note: "Another day is given." },
      source: { publisher: "A newspaper", publishedOn: "2025-12-30" },
    });
  };
  await prefer(`agreement(slug: "ru-ir-2025")`, true);
  await held("meeting-putin-pezeshkian-2024-10-11", "2024-10-13");
  await held("visit-pezeshkian-moscow-2025", "2025-01-18");
  const visit = `event(slug: "visit-pezeshkian-moscow-2025")`;
  // Undone, done again, undone: a trail of four reports, at whose end the preference stands no more.
  const first = await undo(visit, await prefer(visit, true));
  await undo(visit, await undo(visit, first));
  await prefer(`event(slug: "meeting-putin-pezeshkian-2024-10-11")`, false);
  const corridor = await read(`agreement(slug: "instc-2000")`);
  const published = corridor.reports.nodes.find(({ sources }: Any) =>
    sources.some(({ kind }: Any) => kind !== "GENERAL_KNOWLEDGE"),
  );
  await sent("retractReport", "RetractReportInput", {
    ...{ reportId: published.id, note: "Not so.", expectedVersion: corridor.version },
  });
}

describe.each(engines)("filters on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    await edited(home);
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
      { numRuns: 100 + NEEDS.length, examples: NEEDS },
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

  it("tell what nobody decided from what was preferred, from the day of the preference on", async () => {
    const open = async (list: string, type: string, asOf: string | null) =>
      (await all(list, type, "slug", { undecided: true }, asOf)).map(({ slug }) => slug);
    const visit = "visit-pezeshkian-moscow-2025";
    expect(await open("events", "EventFilter", null)).toEqual([visit]);
    expect(await open("events", "EventFilter", "2026-01-04")).toEqual([
      "meeting-putin-pezeshkian-2024-10-11",
      visit,
    ]);
    expect(await open("events", "EventFilter", "2025-12-29")).toEqual([]);
    expect(await open("agreements", "AgreementFilter", null)).toEqual(["eaeu-ir-2023"]);
    expect((await open("agreements", "AgreementFilter", "2026-01-04")).sort()).toEqual([
      "eaeu-ir-2023",
      "ru-ir-2025",
    ]);
  });

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

  it("do not count as overdue what another event has replaced, as far as was known, by the field, the filter and the rule", async () => {
    const fields = `slug status overdue rescheduledTo { slug } when { latest } reports(last: 1) { nodes { knownOn } }`;
    const replaced = new Set<string>();
    for (const asOf of ["2023-12-31", "2024-11-15", "2025-05-05", "2026-01-04", "2027-03-01"]) {
      // What is known is known then as well: only time goes by.
      const now = asOf > "2026-01-05" ? `${asOf}T08:00:00.000Z` : NOW;
      const nodes: Any[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { events }: Any = await ask(
          home.storage,
          `{ events(first: 100, after: ${JSON.stringify(after)}, asOf: "${asOf}") {
            nodes { ${fields} } pageInfo { endCursor hasNextPage } } }`,
          now,
        );
        nodes.push(...events.nodes);
        after = events.pageInfo.endCursor;
        more = events.pageInfo.hasNextPage;
      }
      const isLate = ({ status, when, reports }: Any) => {
        const heard = dayOf(reports.nodes[0].knownOn);
        const last = when.latest === null ? null : dayOf(when.latest);
        const day = dayOf(asOf);
        const isPast = last !== null && heard <= last ? last < day : heard + 365 < day;
        return ["EXPECTED", "SCHEDULED", "POSTPONED"].includes(status) && isPast;
      };
      const late = nodes.filter(isLate);
      for (const { slug, rescheduledTo } of late) if (rescheduledTo) replaced.add(slug);
      const overdue = late.filter(({ rescheduledTo }) => rescheduledTo === null);
      const slugs = (found: Any[]) => found.map(({ slug }) => slug).sort();
      expect([asOf, ...slugs(nodes.filter((node) => node.overdue))]).toEqual([
        asOf,
        ...slugs(overdue),
      ]);
      for (const asked of [true, false]) {
        const { events, upcoming } = await ask(
          home.storage,
          `{ events(first: 100, filter: { planned: true, overdue: ${asked} }, asOf: "${asOf}") { totalCount nodes { slug } }
             upcoming(first: 100, filter: { overdue: ${asked} }, asOf: "${asOf}") { nodes { slug overdue } } }`,
          now,
        );
        const some = nodes.filter(
          (node) =>
            ["EXPECTED", "SCHEDULED", "POSTPONED"].includes(node.status) &&
            overdue.includes(node) === asked,
        );
        expect([asOf, asked, events.totalCount]).toEqual([asOf, asked, some.length]);
        expect(slugs(events.nodes)).toEqual(slugs(some));
        // What was replaced is not to come.
        const left = some.filter(({ status, rescheduledTo }) =>
          asked ? true : status !== "POSTPONED" || rescheduledTo === null,
        );
        expect(slugs(upcoming.nodes)).toEqual(slugs(left));
      }
    }
    expect([...replaced].sort()).toEqual([
      "round-iran-us-4-rome",
      "signing-treaty-kazan-planned",
      "visit-raisi-ankara-2023-11",
      "visit-raisi-ankara-2024-01-04",
    ]);
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
