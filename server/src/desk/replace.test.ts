import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World } from "../../test/world.ts";

const answer = `
  replayed
  report { id }
  change { id version action statusBefore statusAfter }
  errors { __typename ... on UserError { message path } }
`;
const STATUS = `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
  entity { status version disputed when { edtf } } ${answer} } }`;
const HELD = `mutation ($input: ReportEventStatusInput!) { reportEventStatus(input: $input) {
  entity { status version when { edtf } } ${answer} } }`;
const source = { publisher: "Rosatom", publishedOn: "2025-12-01" };
const note = "The exchange of letters says so.";

describe.each(engines)("a report that takes another's place on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (mutation: string, input: object) => desk.payloadOf(mutation, input);
  const memorandum = async () =>
    (
      await desk.send(
        `{ agreement(slug: "smr-2025") { id status version disputed when { edtf }
           reports(first: 100) { nodes { id act status retracted } }
           changes(first: 3) { nodes { version action note } } }
           event(slug: "visit-pezeshkian-moscow-2025") { id version reports(first: 100) { nodes { id } } } }`,
      )
    ).data;

  test("takes it back and says its own in one write, by two changes; a refusal leaves the earlier one standing", async () => {
    const before = (await memorandum()).agreement;
    const base = { agreementId: before.id, source, note };
    const first = await sent(STATUS, {
      ...base,
      status: "TERMINATED",
      when: "2025-11-20",
      expectedVersion: before.version,
    });
    expect(first.errors).toEqual([]);
    const at = before.version + 1;
    const mine = { ...base, status: "IN_FORCE", expectedVersion: at, replaces: first.report.id };

    // Without replacing it is not open, and nothing is lost by trying.
    const alone = await sent(STATUS, { ...mine, replaces: null, when: "2025-11-25" });
    expect(alone.errors).toMatchObject([{ __typename: "IllegalTransitionError" }]);
    const early = await sent(STATUS, { ...mine, when: "2025-01-01" });
    expect(early.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "when"] },
    ]);
    expect((await memorandum()).agreement).toMatchObject({ status: "TERMINATED", version: at });

    const tried = await sent(STATUS, { ...mine, when: "2025-11-25", dryRun: true });
    expect(tried.entity).toMatchObject({ status: "IN_FORCE", version: at + 2 });
    expect((await memorandum()).agreement).toMatchObject({ status: "TERMINATED", version: at });

    const wish = { ...mine, when: "2025-11-25", idempotencyKey: "replace" };
    const done = await sent(STATUS, wish);
    expect(done).toMatchObject({
      entity: {
        status: "IN_FORCE",
        version: at + 2,
        disputed: false,
        when: { edtf: "2025-11-25" },
      },
      change: { version: at + 2, statusBefore: before.status, statusAfter: "IN_FORCE" },
      errors: [],
    });
    expect(await sent(STATUS, wish)).toMatchObject({ replayed: true, errors: [] });
    const after = (await memorandum()).agreement;
    expect(after.changes.nodes.slice(0, 2)).toEqual([
      { version: at + 2, action: "reportAgreementStatus", note },
      { version: at + 1, action: "retractReport", note: `Replaced. ${note}` },
    ]);
    expect(
      after.reports.nodes.find(({ id }: { id: string }) => id === first.report.id),
    ).toMatchObject({ retracted: true });

    const again = await sent(STATUS, { ...wish, idempotencyKey: null, expectedVersion: at + 2 });
    expect(again.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "replaces"] },
    ]);
    const stale = await sent(STATUS, { ...wish, idempotencyKey: null });
    expect(stale.errors).toMatchObject([{ __typename: "StaleVersionError" }]);
  });

  test("only a claim about the same thing can be replaced", async () => {
    const { agreement, event } = await memorandum();
    const input = {
      agreementId: agreement.id,
      status: "SUSPENDED",
      when: "2025-12-20",
      source,
      note,
      expectedVersion: agreement.version,
    };
    const word = agreement.reports.nodes.find(({ act }: { act: string }) => act === "RETRACTION");
    for (const replaces of [event.reports.nodes[0].id, word.id])
      expect((await sent(STATUS, { ...input, replaces })).errors).toMatchObject([
        { __typename: "InvalidInputError", path: ["input", "replaces"] },
      ]);
    expect((await sent(STATUS, { ...input, replaces: "nonsense" })).errors).toMatchObject([
      { __typename: "NotFoundError", path: ["input", "replaces"] },
    ]);
    expect((await memorandum()).agreement.version).toBe(agreement.version);
  });

  test("an event's report is replaced in the same way", async () => {
    const { event } = await memorandum();
    const last = event.reports.nodes.at(-1);
    const done = await sent(HELD, {
      eventId: event.id,
      status: "HELD",
      when: "2025-01-18",
      source,
      note,
      expectedVersion: event.version,
      replaces: last.id,
    });
    expect(done).toMatchObject({
      entity: { status: "HELD", version: event.version + 2, when: { edtf: "2025-01-18" } },
      errors: [],
    });
  });
});
