import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const answer = `
  replayed
  entity { slug version ... on Agreement { status disputed when { edtf } } ... on Event { stands: status } }
  report { id act note knownOn claimant }
  change { id action version statusBefore statusAfter removed }
  errors { __typename ... on UserError { message path } }
`;
const IN_THE_WAY = "errors { ... on InTheWayError { changes { action } nodes { id } } }";
const RETRACT = `mutation ($input: RetractReportInput!) { retractReport(input: $input) { ${answer} } }`;
const PREFER = `mutation ($input: PreferReportInput!) { preferReport(input: $input) { ${answer} } }`;
const UNDO = `mutation ($input: UndoChangeInput!) { undoChange(input: $input) { ${answer} ${IN_THE_WAY} } }`;
const STATUS = `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
  entity { status } report { id } change { id } errors { __typename } } }`;

const RECORD = `mutation ($input: RecordEventInput!) { recordEvent(input: $input) {
  event { id slug } change { id } errors { __typename ... on UserError { message } } } }`;
const MOVE = `mutation ($input: ReportEventStatusInput!) { reportEventStatus(input: $input) {
  change { id } errors { __typename ... on UserError { message } } } }`;

const TREATY = "ru-ir-2025";

describe.each(engines)("at the desk on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (mutation: string, input: object) => desk.payloadOf(mutation, input);
  const treaty = async (asOf: string | null = null) =>
    (
      await desk.send(
        `query ($asOf: Date) { agreement(slug: "${TREATY}", asOf: $asOf) {
          status version disputed when { edtf }
          rivalClaims { when { edtf } shown report { id } }
          reports(first: 100) { totalCount nodes { id act retracted preferred when { edtf } } }
        } }`,
        { asOf },
      )
    ).data.agreement;

  test("the matrix: none but editors and admins may", async () => {
    const input = { reportId: "x", note: "n", expectedVersion: 1 };
    for (const [mutation, given] of [
      [RETRACT, input],
      [PREFER, input],
      [UNDO, { changeId: "x", note: "n", expectedVersion: 1 }],
    ] as const) {
      for (const role of [null, "VIEWER"] as const) {
        const { data, errors } = await desk.send(mutation, { input: given }, role);
        expect([data, errors.length]).toEqual([null, 1]);
      }
      for (const role of ["EDITOR", "ADMIN"] as const) {
        const { data } = await desk.send(mutation, { input: given }, role);
        // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
        expect((Object.values(data)[0] as any).errors).toMatchObject([
          { __typename: "NotFoundError" },
        ]);
      }
    }
  });

  test("an editor prefers the other claim: it is shown from then on, and both still stand", async () => {
    const before = await treaty();
    const other = before.rivalClaims.find(({ shown }: { shown: boolean }) => !shown);
    const input = {
      reportId: other.report.id,
      note: "The ambassador was there.",
      expectedVersion: before.version,
    };
    const made = await sent(PREFER, input);
    expect(made).toMatchObject({
      entity: {
        slug: TREATY,
        version: before.version + 1,
        disputed: true,
        when: { edtf: "2025-07-18~" },
      },
      report: {
        act: "PREFERENCE",
        note: "The ambassador was there.",
        claimant: "editor",
        knownOn: "2026-01-05",
      },
      errors: [],
    });
    expect((await treaty("2026-01-04")).when.edtf).toBe("2025-10-02");
    const again = await sent(PREFER, { ...input, expectedVersion: before.version + 1 });
    expect(again.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "reportId"] },
    ]);

    const undone = await sent(UNDO, {
      changeId: made.change.id,
      note: "Too soon.",
      expectedVersion: before.version + 1,
    });
    expect(undone).toMatchObject({
      entity: { version: before.version + 2, when: { edtf: "2025-10-02" } },
      change: { action: "undoChange" },
      errors: [],
    });
  });

  test("only claims that compete can be preferred", async () => {
    const { version, reports } = await treaty();
    const { errors } = await sent(PREFER, {
      reportId: reports.nodes[0].id,
      note: "No.",
      expectedVersion: version,
    });
    expect(errors).toMatchObject([
      { __typename: "InvalidInputError", message: expect.stringContaining("IN_FORCE") },
    ]);
  });

  test("claims of an earlier step that disagree compete, and one of them can be preferred", async () => {
    const start = await treaty();
    const { change } = await sent(STATUS, {
      agreementId: globalId("Agreement", TREATY),
      ...{ status: "SIGNED", when: "2025-01-18", earlier: true },
      source: { publisher: "A newspaper", publishedOn: "2025-12-02" },
      note: "Signed a day later, it is said.",
      expectedVersion: start.version,
    });
    const { status, rivalClaims } = await treaty();
    expect(status).toBe("IN_FORCE");
    const later = rivalClaims.find(
      ({ when }: { when: { edtf: string } }) => when.edtf === "2025-01-18",
    );
    const input = { note: "It was past midnight.", expectedVersion: start.version + 1 };
    const made = await sent(PREFER, { ...input, reportId: later.report.id });
    expect(made.errors).toEqual([]);
    const { data } = await desk.send(
      `{ agreement(slug: "${TREATY}") { status stages { status when { edtf } } } }`,
    );
    expect(data.agreement.status).toBe("IN_FORCE");
    expect(data.agreement.stages).toContainEqual({
      ...{ status: "SIGNED", when: { edtf: "2025-01-18" } },
    });
    for (const [changeId, more] of [
      [made.change.id, 2],
      [change.id, 3],
    ]) {
      const taken = { changeId, note: "No.", expectedVersion: start.version + more };
      expect((await sent(UNDO, taken)).errors).toEqual([]);
    }
  });

  test("a report of ours that was wrong is taken back from the day it was known, and stays in the log", async () => {
    const start = await treaty();
    const wrong = await sent(STATUS, {
      agreementId: globalId("Agreement", TREATY),
      status: "SUSPENDED",
      when: "2025-12-01",
      source: { publisher: "A newspaper", publishedOn: "2025-12-02" },
      note: "Suspended, it is said.",
      expectedVersion: start.version,
    });
    expect(wrong.entity.status).toBe("SUSPENDED");
    expect((await treaty("2025-12-10")).status).toBe("SUSPENDED");

    const undone = await sent(UNDO, {
      changeId: wrong.change.id,
      note: "Mistyped.",
      expectedVersion: start.version + 1,
    });
    expect(undone).toMatchObject({
      entity: { status: "IN_FORCE", version: start.version + 2 },
      report: { act: "RETRACTION", knownOn: "2025-12-02" },
      // A copy that is kept in step hears which report to drop.
      change: { statusBefore: "SUSPENDED", statusAfter: "IN_FORCE", removed: [wrong.report.id] },
    });
    // It never was so: not on a day between, either.
    expect((await treaty("2025-12-10")).status).toBe("IN_FORCE");
    const after = await treaty();
    expect(after.reports.nodes.find(byId(wrong.report.id))).toMatchObject({ retracted: true });
    expect(after.reports.totalCount).toBe(start.reports.totalCount + 2);

    const twice = await sent(UNDO, {
      changeId: wrong.change.id,
      note: "Again.",
      expectedVersion: after.version,
    });
    expect(twice.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "changeId"] },
    ]);

    // What was undone can be done again.
    const back = await sent(UNDO, {
      changeId: undone.change.id,
      note: "It was right.",
      expectedVersion: after.version,
    });
    expect(back.entity).toMatchObject({ status: "SUSPENDED" });
    await sent(UNDO, { changeId: back.change.id, note: "No.", expectedVersion: after.version + 1 });
    expect((await treaty()).status).toBe("IN_FORCE");
  });

  test("what the world believed for a while is taken back from the day it knew better", async () => {
    const { version, rivalClaims } = await treaty();
    const shown = rivalClaims.find((claim: { shown: boolean }) => claim.shown);
    const input = {
      reportId: shown.report.id,
      note: "The ministry corrected itself.",
      expectedVersion: version,
    };
    const early = await sent(RETRACT, { ...input, knownOn: "2024-01-01" });
    expect(early.errors).toMatchObject([{ path: ["input", "knownOn"] }]);
    const { entity } = await sent(RETRACT, { ...input, knownOn: "2026-01-02" });
    expect(entity).toMatchObject({ disputed: false, when: { edtf: "2025-07-18~" } });
    expect(await treaty("2026-01-01")).toMatchObject({
      disputed: true,
      when: { edtf: "2025-10-02" },
    });
  });

  test("the last report on something can't be taken back, and nothing is written", async () => {
    const slug = "visit-xi-iran-planned";
    const read = async () =>
      (
        await desk.send(
          `{ event(slug: "${slug}") { version status reports(first: 10) { nodes { id } } } }`,
        )
      ).data.event;
    let event = await read();
    let refused = null;
    for (const { id } of event.reports.nodes) {
      const made = await sent(RETRACT, {
        reportId: id,
        note: "Wrong.",
        expectedVersion: event.version,
      });
      if (made.errors.length > 0) refused = made.errors[0];
      event = await read();
    }
    expect(refused).toMatchObject({
      __typename: "InvalidInputError",
      message: expect.stringContaining("undo the change that made it"),
    });
    expect(event.status).toBe("EXPECTED");
  });

  test("what was recorded and never was is withdrawn: nowhere on any day, and there again when that is undone", async () => {
    const input = {
      title: "Putin's visit to Ankara",
      kind: "VISIT",
      level: "LEADERS",
      status: "SCHEDULED",
      when: "2026-02-03",
      participants: [{ role: "GUEST", leader: "vladimir-putin" }],
      source: { publisher: "Kremlin", publishedOn: "2026-01-03" },
      note: "Announced.",
    };
    const made = await sent(RECORD, input);
    const { id, slug } = made.event;
    const everywhere = async () =>
      (
        await desk.send(`{
          event(slug: "${slug}") { slug version }
          earlier: event(slug: "${slug}", asOf: "2026-01-04") { slug }
          events(filter: { text: "Ankara" }) { nodes { slug } }
          upcoming(first: 100) { nodes { slug } }
          search(text: "putin visit ankara", kinds: [EVENT], first: 50) { nodes { ... on Event { slug } } }
          leader(slug: "vladimir-putin") { events(first: 100) { nodes { slug } } }
          timeline(window: { from: "2026-02-01", to: "2026-02-28" }, lanes: { countries: ["RU"] }) { marks { slug } }
          node(id: "${id}") { __typename id }
          soon: node(id: "${id}", asOf: "2026-01-02") { id }
        }`)
      ).data;
    expect(JSON.stringify(await everywhere()).split(`"${slug}"`).length).toBeGreaterThan(7);

    const later = await sent(MOVE, {
      eventId: id,
      status: "POSTPONED",
      source: input.source,
      note: "Put off.",
      expectedVersion: 1,
    });
    const undo = (change: { id: string }, expectedVersion: number, rest = {}) =>
      sent(UNDO, { changeId: change.id, expectedVersion, note: "It was a rumour.", ...rest });
    const refused = await undo(made.change, 2);
    expect(refused).toMatchObject({
      entity: null,
      errors: [{ __typename: "InTheWayError", changes: [{ action: "reportEventStatus" }] }],
    });
    await undo(later.change, 2);

    const rehearsed = await undo(made.change, 3, { dryRun: true });
    expect(rehearsed).toMatchObject({ entity: null, change: { action: "undoChange" }, errors: [] });
    const gone = await undo(made.change, 3, { idempotencyKey: "rumour" });
    expect(gone).toMatchObject({
      entity: null,
      report: { act: "RETRACTION" },
      change: { action: "undoChange", statusBefore: "SCHEDULED", statusAfter: null, version: 4 },
      errors: [],
    });
    expect(gone.change.removed).toContain(id);
    expect(await undo(made.change, 3, { idempotencyKey: "rumour" })).toMatchObject({
      replayed: true,
      entity: null,
      change: { id: gone.change.id },
    });
    const nowhere = await everywhere();
    expect(nowhere).toMatchObject({
      event: null,
      earlier: null,
      soon: null,
      node: { __typename: "Withdrawn", id },
    });
    expect(JSON.stringify(nowhere)).not.toContain(`"${slug}"`);
    const { data } = await desk.send(`{
      node(id: "${id}") { ... on Withdrawn { slug title type version by note change { id } } }
      changes(filter: { slugs: ["${slug}"], types: [EVENT] }) { nodes { node { __typename } } }
    }`);
    expect(data.node).toEqual({
      slug,
      title: input.title,
      type: "EVENT",
      version: 4,
      by: "editor",
      note: "It was a rumour.",
      change: { id: gone.change.id },
    });
    // The load, which came before it was made, reported nothing on it.
    expect(data.changes.nodes).toEqual(
      Array.from({ length: 4 }, () => ({ node: { __typename: "Withdrawn" } })),
    );
    const report = {
      eventId: id,
      status: "HELD",
      when: "2026-01-05",
      source: input.source,
      note: "n",
    };
    const blind = await sent(MOVE, { ...report, expectedVersion: 4 });
    expect(blind.errors).toMatchObject([{ __typename: "NotFoundError" }]);
    expect((await undo(gone.change, 3)).errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "expectedVersion"] },
    ]);

    const back = await undo(gone.change, 4);
    expect(back).toMatchObject({
      entity: { slug, version: 5, stands: "SCHEDULED" },
      change: { statusBefore: null, statusAfter: "SCHEDULED" },
      errors: [],
    });
    expect((await everywhere()).event).toEqual({ slug, version: 5 });
    const again = await undo(back.change, 5);
    expect(again).toMatchObject({ entity: null, errors: [] });
    expect((await everywhere()).event).toBeNull();
  });

  test("a change without a report of its own cannot be undone by itself", async () => {
    const { data } = await desk.send("{ changes(first: 1) { nodes { id } } }");
    const { errors } = await sent(UNDO, {
      changeId: data.changes.nodes[0].id,
      note: "Unload.",
      expectedVersion: 1,
    });
    expect(errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "changeId"] },
    ]);
  });
});

const byId = (id: string) => (node: { id: string }) => node.id === id;
