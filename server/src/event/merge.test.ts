import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { keepsToForm, rowsOf } from "../../test/merging.ts";
import { engines, type World } from "../../test/world.ts";
import { revision } from "../history/history.ts";
import { verify } from "../history/verify.ts";
import { Copies } from "../transfer/replay.ts";

const event = `id slug version title status summary sourceCount when { edtf } place { name } disputed
  participants { role leader { slug } country { code } } agreements { relation agreement { slug } }
  topics { slug } reports { totalCount nodes { id status knownOn retracted } }`;
const plain = (
  name: string,
  type: string,
) => `mutation ($input: ${type}!) { ${name}(input: $input) {
  entity { ${event} } report { id } change { id } errors { __typename ... on UserError { code message path } } } }`;
const SEND = {
  mergeEvents: mutation("mergeEvents", event),
  recordEvent: plain("recordEvent", "RecordEventInput"),
  planVisit: plain("planVisit", "PlanVisitInput"),
  reportEventStatus: plain("reportEventStatus", "ReportEventStatusInput"),
  retractReport: mutation("retractReport", `... on Event { ${event} }`),
  updateEvent: mutation("updateEvent", event),
  undoChange: mutation("undoChange", `... on Event { ${event} }`),
} as const;

const published = (publishedOn: string, publisher = "Kremlin") => ({
  source: { publisher, publishedOn },
  note: "n",
});
const CALL = {
  ...{ kind: "CALL", level: "LEADERS", status: "HELD", when: "2025-11-03" },
  participants: [
    { role: "PARTICIPANT", leader: "xi-jinping" },
    { role: "PARTICIPANT", leader: "vladimir-putin" },
  ],
};

describe.each(engines)("merging events on %s", (engine) => {
  let home: World;
  let desk: Correcting;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, SEND);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (name: keyof typeof SEND, input: object) => desk.sent(name, input);
  const read = async (slug: string, asOf: string | null = null) =>
    (
      await desk.ask(`query ($asOf: Date) { event(slug: "${slug}", asOf: $asOf) { ${event} } }`, {
        asOf,
      })
    ).event;
  const recorded = async (title: string, rest: object = {}) => {
    const made = await sent("recordEvent", { ...CALL, title, ...published("2025-11-04"), ...rest });
    expect(made.errors).toEqual([]);
    return made.entity;
  };
  const pairOf = async (from: string, into: string) => {
    const [goes, stays] = [await read(from), await read(into)];
    return {
      ...{ fromId: goes.id, intoId: stays.id, note: "One meeting." },
      ...{ expectedFromVersion: goes.version, expectedVersion: stays.version },
    };
  };
  const join = async (from: string, into: string) => sent("mergeEvents", await pairOf(from, into));

  test("it needs an editor, a dry run of it writes nothing, and wrong input is refused where it stands", async () => {
    const [one, other] = [await recorded("A call"), await recorded("The same call")];
    const input = await pairOf(other.slug, one.slug);
    await keepsToForm(desk, "mergeEvents", "Event", input);
  });

  test("what was known of either on a day is known of the one; undone all is as it was; redone it is merged", async () => {
    const planned = await sent("planVisit", {
      ...{ guest: "vladimir-putin", host: "TR", level: "LEADERS", title: "Putin goes to Ankara" },
      ...published("2025-11-05", "Interfax"),
    });
    const one = planned.entity;
    const two = await recorded("Visit to Türkiye, working", {
      ...{ kind: "VISIT", status: "SCHEDULED", when: "2025-12-17" },
      participants: [
        { role: "GUEST", leader: "vladimir-putin" },
        { role: "HOST", country: "TR" },
      ],
      agreements: [{ agreement: "ru-ir-2025", relation: "DISCUSSED" }],
      ...published("2025-11-20", "Anadolu"),
    });
    const held = await sent("reportEventStatus", {
      ...{ eventId: two.id, status: "HELD", when: "2025-12-17", expectedVersion: 1 },
      ...published("2025-12-18", "Anadolu"),
    });
    expect(held.errors).toEqual([]);
    // What only the later one says would be told from the day of the first.
    const early = await join(two.slug, one.slug);
    expect(early.errors[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", "fromId"] });
    expect(early.errors[0].message).toMatch(/2025-11-20.*2025-11-05: agreements “ru-ir-2025”/);
    const linked = await sent("updateEvent", {
      ...{ eventId: one.id, expectedVersion: 1, ...published("2025-11-21") },
      agreements: [{ agreement: "ru-ir-2025", relation: "DISCUSSED" }],
    });
    expect(linked.errors).toEqual([]);
    const went = await read(two.slug);
    const stayed = await read(one.slug);
    const before = await rowsOf(home);
    const all = `{ events(first: 100, filter: { text: "putin" }) { totalCount nodes { slug status version
      reports { nodes { id status } } } } search(text: "ankara") { totalCount } }`;
    const then = await home.storage.read(revision);
    const answered = await ask(home.storage, all);

    const merged = await join(two.slug, one.slug);
    expect(merged).toMatchObject({
      errors: [],
      entity: {
        ...{ slug: one.slug, status: "HELD", when: { edtf: "2025-12-17" }, disputed: false },
        ...{ sourceCount: 3, reports: { totalCount: 3 } },
        participants: one.participants,
        agreements: [{ relation: "DISCUSSED", agreement: { slug: "ru-ir-2025" } }],
      },
      change: { entitySlug: two.slug, removed: [two.id], node: { id: one.id } },
    });
    expect(await read(one.slug, "2025-11-04")).toBeNull();
    expect(await read(one.slug, "2025-11-10")).toMatchObject({ status: "EXPECTED" });
    expect(await read(one.slug, "2025-11-20")).toMatchObject({ status: "SCHEDULED" });
    expect(await read(two.slug, "2025-12-18")).toMatchObject({ slug: one.slug, status: "HELD" });
    expect(await read(two.slug, "2025-11-10")).toMatchObject({ slug: one.slug });
    const found = await desk.ask(`{ node(id: "${two.id}") { id }
      events(first: 100, filter: { leaders: ["vladimir-putin"] }) { nodes { slug } }
      source(slug: "anadolu-2025-11-20") { reports { totalCount } }
      search(text: "visit turkiye working", kinds: [EVENT]) { nodes { ... on Node { id } } }
      timeline(window: { from: "2025-11-01", to: "2025-12-31" }) { marks { slug } } }`);
    expect(found.node).toEqual({ id: one.id });
    expect(JSON.stringify(found)).not.toContain(`"${two.slug}"`);
    expect(found.search.nodes).toEqual([{ id: one.id }]);
    expect(found.timeline.marks.slug.filter((slug: string) => slug === one.slug)).toHaveLength(1);

    // The ledger holds every report where it was made, and what was answered before is answered again.
    expect(await home.storage.read((tx) => verify(tx))).toMatchObject({ fault: null });
    const copies = new Copies(home.storage);
    expect(await copies.use(then, (storage) => ask(storage, all))).toEqual(answered);
    await copies.close();

    const undone = await desk.undo(merged, went.version + 1);
    expect(undone).toMatchObject({ errors: [], entity: { slug: two.slug, version: 4 } });
    expect(await read(two.slug)).toEqual({ ...went, version: 4 });
    expect(await read(one.slug)).toEqual({ ...stayed, version: 4 });
    expect(await rowsOf(home)).toEqual(before);

    const redone = await desk.undo(undone, 4);
    expect(redone).toMatchObject({ errors: [], entity: { slug: one.slug, status: "HELD" } });
    expect(await read(two.slug)).toMatchObject({ slug: one.slug, reports: { totalCount: 3 } });
    // A report that comes now is one on the one; the other can still be told apart.
    const word = await sent("retractReport", {
      ...{ reportId: held.report.id, note: "n" },
      expectedVersion: (await read(one.slug)).version,
    });
    expect(word).toMatchObject({ errors: [], entity: { slug: one.slug, status: "SCHEDULED" } });
    const stuck = await desk.undo(redone, 5);
    expect(stuck.errors).toMatchObject([
      { __typename: "InTheWayError", changes: [{ action: "retractReport" }] },
    ]);
    expect(await desk.undo(word, (await read(one.slug)).version)).toMatchObject({ errors: [] });
    expect((await desk.undo(redone, 5)).errors).toEqual([]);
    expect(await read(two.slug)).toMatchObject({ status: "HELD", reports: { totalCount: 2 } });
    expect(await read(one.slug)).toMatchObject({ status: "EXPECTED" });
  });

  test("whoever took part in either took part once, and what was edited since stays", async () => {
    const one = await recorded("Xi and Putin speak");
    const two = await recorded("Putin telephones Beijing", {
      participants: [...CALL.participants, { role: "PARTICIPANT", country: "IR" }],
      topics: ["energy"],
    });
    const merged = await join(two.slug, one.slug);
    expect(merged.entity.participants).toHaveLength(3);
    expect(merged.entity.topics).toEqual([{ slug: "energy" }]);
    const title = { eventId: one.id, title: "A call to Beijing", note: "n", expectedVersion: 2 };
    expect((await sent("updateEvent", title)).errors).toEqual([]);
    expect((await desk.undo(merged, 2)).errors).toEqual([]);
    expect(await read(one.slug)).toMatchObject({
      title: "A call to Beijing",
      participants: [{}, {}],
      topics: [],
    });
    expect((await read(two.slug)).participants).toHaveLength(3);
  });

  test("of what was joined only what was edited since stays", async () => {
    const one = await recorded("Xi and Putin speak of gas");
    const two = await recorded("Putin telephones Beijing on gas", {
      participants: [...CALL.participants, { role: "PARTICIPANT", country: "IR" }],
      agreements: [
        { agreement: "ru-ir-2025", relation: "DISCUSSED" },
        { agreement: "cn-ir-2021", relation: "DISCUSSED" },
      ],
      topics: ["energy", "trade"],
      summary: "On gas.",
    });
    const merged = await join(two.slug, one.slug);
    expect(merged.errors).toEqual([]);
    const edited = await sent("updateEvent", {
      ...{ eventId: one.id, expectedVersion: 2, ...published("2025-11-05") },
      participants: [
        { role: "PARTICIPANT", country: "IR" },
        ...CALL.participants,
        { role: "PARTICIPANT", country: "TR" },
      ],
      agreements: [
        { agreement: "ru-ir-2025", relation: "SIGNED" },
        { agreement: "cn-ir-2021", relation: "DISCUSSED" },
      ],
      topics: ["energy", "security", "trade"],
    });
    expect(edited.errors).toEqual([]);
    expect((await desk.undo(merged, 2)).errors).toEqual([]);
    const left = await desk.ask(
      `{ event(slug: "${one.slug}") { summary participants { leader { slug } country { code } }
        agreements { relation agreement { slug } } topics { slug } } }`,
    );
    expect(left.event).toMatchObject({
      summary: null,
      participants: [
        { leader: { slug: "xi-jinping" } },
        { leader: { slug: "vladimir-putin" } },
        { leader: null, country: { code: "TR" } },
      ],
      agreements: [{ relation: "SIGNED", agreement: { slug: "ru-ir-2025" } }],
      topics: [{ slug: "security" }],
    });
    expect(await read(two.slug)).toMatchObject({
      topics: [{ slug: "energy" }, { slug: "trade" }],
      participants: [{}, {}, {}],
    });
  });

  test("events of different kinds, and of which one is part of the other, are refused with what to do", async () => {
    const one = await recorded("A call about gas");
    const two = await recorded("Talks about gas", { kind: "TALKS" });
    const kinds = await join(two.slug, one.slug);
    expect(kinds.errors).toMatchObject([{ code: "INVALID_INPUT", path: ["input", "fromId"] }]);
    expect(kinds.errors[0].message).toMatch(/TALKS goes, CALL stays.*updateEvent/);
    const part = await recorded("A call within");
    const within = { eventId: part.id, partOf: one.slug, expectedVersion: 1 };
    expect((await sent("updateEvent", { ...within, ...published("2025-11-04") })).errors).toEqual(
      [],
    );
    const parts = await join(part.slug, one.slug);
    expect(parts.errors[0].message).toMatch(/part of the other.*updateEvent/);
    // By way of a third it would be part of itself.
    const deeper = await recorded("A call within that call");
    const third = { eventId: deeper.id, partOf: part.slug, expectedVersion: 1 };
    expect((await sent("updateEvent", { ...third, ...published("2025-11-04") })).errors).toEqual(
      [],
    );
    for (const [from, into] of [
      [deeper.slug, one.slug],
      [one.slug, deeper.slug],
    ]) {
      const round = await join(from, into);
      expect(round.errors[0].message).toMatch(/part of the other.*updateEvent/);
    }
  });

  test("nothing is told on a day before it was known: not who took part, nor what it was called", async () => {
    const planned = await recorded("Gas talks planned", {
      ...{ kind: "TALKS", level: "OFFICIALS", status: "SCHEDULED", when: "2025-12-01" },
      participants: [{ role: "PARTICIPANT", country: "RU" }],
      ...published("2025-06-04"),
    });
    const both = [
      { role: "PARTICIPANT", country: "RU" },
      { role: "PARTICIPANT", country: "IR" },
    ];
    const walked = await recorded("Gas talks at which Iran walked out", {
      ...{ kind: "TALKS", level: "OFFICIALS", when: "2025-12-01", participants: both },
      ...published("2025-12-02"),
    });
    const asked = `{ events(first: 100, asOf: "2025-07-01", filter: { countries: ["IR"], text: "gas talks" }) { totalCount }
      search(text: "walked out", asOf: "2025-07-01") { totalCount } }`;
    const day = "2025-07-01";
    const before = [await read(planned.slug, day), await desk.ask(asked)];
    const refused = async (from: string, into: string) =>
      (await join(from, into)).errors[0]?.message;
    expect(await refused(walked.slug, planned.slug)).toMatch(/2025-06-04: participants\./);
    expect(await refused(planned.slug, walked.slug)).toMatch(/Merge them the other way round/);
    const alone = await sent("updateEvent", {
      ...{ eventId: walked.id, expectedVersion: 1, ...published("2025-12-03") },
      participants: both.slice(0, 1),
    });
    expect(alone.errors).toEqual([]);
    expect(await refused(planned.slug, walked.slug)).toMatch(/Merge them the other way round/);
    const joined = await join(walked.slug, planned.slug);
    expect(joined.errors).toEqual([]);
    const after = [{ ...(await read(planned.slug, day)), version: 1 }, await desk.ask(asked)];
    expect(after).toEqual(before);
    const now = await desk.ask(`{ search(text: "walked out") { nodes { slug } } }`);
    expect(now.search.nodes).toContainEqual({ slug: planned.slug });

    // Nor when they were two meanwhile, and more was said of the later one.
    const parted = await desk.undo(joined, 3);
    expect(parted.errors).toEqual([]);
    const more = await sent("updateEvent", {
      ...{ eventId: walked.id, expectedVersion: 4, ...published("2025-12-04") },
      participants: both,
    });
    expect(more.errors).toEqual([]);
    expect((await desk.undo(parted, 5)).errors).toMatchObject([
      { path: ["input", "changeId"], message: expect.stringMatching(/2025-06-04: participants\./) },
    ]);
    expect(await read(planned.slug, day)).toMatchObject({ participants: [{}] });
  });

  test("a chain answers at all its old names", async () => {
    const [a, b, c] = [
      await recorded("Chain A"),
      await recorded("Chain B"),
      await recorded("Chain C"),
    ];
    const first = await join(a.slug, b.slug);
    const second = await join(b.slug, c.slug);
    for (const { slug } of [a, b, c])
      expect(await read(slug)).toMatchObject({ slug: c.slug, reports: { totalCount: 3 } });
    expect((await desk.undo(first, 2)).errors).toMatchObject([{ path: ["input", "changeId"] }]);
    expect((await desk.undo(second, 3)).errors).toEqual([]);
    expect(await read(a.slug)).toMatchObject({ slug: b.slug, reports: { totalCount: 2 } });
    expect((await desk.undo(first, 2)).errors).toEqual([]);
    expect(await read(a.slug)).toMatchObject({ title: "Chain A", reports: { totalCount: 1 } });
  });
});
