import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { changed } from "../../test/changes.ts";
import { type Editing, editing } from "../../test/editing.ts";
import type { World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import type { ChangeRecord } from "../history/history.ts";
import { appendReports } from "../ledger/ledger.ts";
import { dayOf, notFixed } from "../when/when.ts";

const written = "report { id } change { id } errors { __typename }";
const RETRACT = `mutation ($input: RetractReportInput!) { retractReport(input: $input) { ${written} } }`;
const UNDO = `mutation ($input: UndoChangeInput!) { undoChange(input: $input) { ${written} } }`;
const STATUS = `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) { ${written} } }`;
const TREATY = "ru-ir-2025";

describe.each(engines)("what a change was done to, on %s", (engine) => {
  let here: World;
  let desk: Editing;
  beforeAll(async () => {
    here = await shippedWorld(engine);
    desk = await editing(here);
  });
  afterAll(() => here.close());

  const record = (change: Partial<ChangeRecord>) => changed(here.storage, change);
  const told = async (after: number) =>
    (
      await ask(
        here.storage,
        `{ changes(after: "${after - 1}") { nodes {
          entityType entitySlug entity { slug } removed report { act about { id act retracted } }
        } } }`,
      )
    ).changes.nodes;

  const treaty = async () =>
    (
      await desk.send(
        `{ agreement(slug: "${TREATY}") { id version reports(first: 100) { nodes { id } } } }`,
      )
    ).data.agreement;

  it("is there with its slug, and nothing is removed", async () => {
    const { events } = await ask(here.storage, "{ events(first: 1) { nodes { slug } } }");
    const [{ slug }] = events.nodes;
    const { revision } = await record({ entityType: "Event", entityId: slug });
    expect(await told(revision)).toEqual([
      { entityType: "EVENT", entitySlug: slug, entity: { slug }, removed: [], report: null },
    ]);
  });

  it("is named when it is no longer there, for a copy to delete", async () => {
    const { revision } = await record({ entityType: "Agreement", entityId: "merged-away" });
    expect(await told(revision)).toEqual([
      {
        entityType: "AGREEMENT",
        entitySlug: "merged-away",
        entity: null,
        removed: [globalId("Agreement", "merged-away")],
        report: null,
      },
    ]);
  });

  it("is of many for a load: no entity, and nothing that is gone", async () => {
    const { changes } = await ask(
      here.storage,
      "{ changes(first: 1) { nodes { action entityType entity { id } removed } } }",
    );
    expect(changes.nodes).toEqual([
      { action: "load", entityType: null, entity: null, removed: [] },
    ]);
  });

  it("names the report that a retraction takes back", async () => {
    const { agreements } = await ask(
      here.storage,
      "{ agreements(first: 1) { nodes { slug reports(first: 1) { nodes { id status } } } } }",
    );
    const [{ slug, reports }] = agreements.nodes;
    const [target] = reports.nodes;
    const targetId = Buffer.from(target.id, "base64url").toString().slice("Report:".length);
    const id = `${slug}--taken-back`;
    await here.storage.write((tx) =>
      appendReports(tx, [
        {
          id,
          subject: "AGREEMENT",
          subjectId: slug,
          act: "RETRACTION",
          targetId,
          knownOn: dayOf("2026-01-05"),
          knownOnBasis: "EDITOR",
          status: target.status,
          step: null,
          moves: false,
          when: notFixed(),
          placeId: null,
          claimant: "an editor",
          standing: "OUTLET",
          parties: [],
          body: null,
          confidence: "CERTAIN",
          dateConfidence: "CERTAIN",
          uncertainty: null,
          note: "It was another treaty.",
          sourceIds: [],
          recordedAt: NOW,
          recordedBy: "an editor",
        },
      ]),
    );
    const { revision } = await record({
      entityType: "Agreement",
      entityId: slug,
      reportId: id,
    });
    expect(await told(revision)).toEqual([
      {
        entityType: "AGREEMENT",
        entitySlug: slug,
        entity: { slug },
        removed: [target.id],
        report: { act: "RETRACTION", about: { id: target.id, act: "CLAIM", retracted: true } },
      },
    ]);
  });

  it("a report names the change that recorded it; one of a load has none of its own", async () => {
    const { reports, version } = await treaty();
    const made = await desk.payloadOf(RETRACT, {
      reportId: reports.nodes[0].id,
      note: "Of another text.",
      expectedVersion: version,
    });
    const { data } = await desk.send(
      `{ agreement(slug: "${TREATY}") { reports(first: 100) { nodes { id change { id action } } } } }`,
      {},
    );
    const recorder = new Map(
      data.agreement.reports.nodes.map(({ id, change }: { id: string; change: object }) => [
        id,
        change,
      ]),
    );
    expect(recorder.get(made.report.id)).toEqual({ id: made.change.id, action: "retractReport" });
    expect(recorder.get(reports.nodes[0].id)).toBeNull();
    await desk.payloadOf(UNDO, {
      changeId: made.change.id,
      note: "Of this one.",
      expectedVersion: version + 1,
    });
  });

  it("a change says which one it undid and by which one it is undone, as long as that stands; taking back is undoing", async () => {
    const leader = async () =>
      (await desk.send(`{ leader(slug: "abbas-araghchi") { id version name } }`, {})).data.leader;
    const told = async (id: string) => {
      const { data } = await desk.send(
        "query ($id: ID!) { node(id: $id) { ... on Change { undoes { id } undoneBy { id } } } }",
        { id },
      );
      return [data.node.undoes?.id ?? null, data.node.undoneBy?.id ?? null];
    };
    const undo = async (changeId: string, expectedVersion: number): Promise<string> =>
      (await desk.payloadOf(UNDO, { changeId, note: "Undone.", expectedVersion })).change.id;
    const was = await leader();
    const source = { publisher: "A", url: "https://example.org/a", publishedOn: "2025-01-01" };
    const named = await desk.payloadOf(
      `mutation ($input: UpdateLeaderInput!) { updateLeader(input: $input) { change { id } errors { ... on UserError { message } } } }`,
      { leaderId: was.id, name: "A. A.", note: "n", source, expectedVersion: was.version },
    );
    const first = named.change.id;
    expect(await told(first)).toEqual([null, null]);
    const second = await undo(first, was.version + 1);
    expect([await told(first), await told(second)]).toEqual([
      [null, second],
      [first, null],
    ]);
    const third = await undo(second, was.version + 2);
    expect([await told(first), await told(second), await told(third)]).toEqual([
      [null, null],
      [first, third],
      [second, null],
    ]);
    const fourth = await undo(first, was.version + 3);
    expect([await told(first), await told(second), await told(fourth)]).toEqual([
      [null, fourth],
      [first, third],
      [first, null],
    ]);
    expect((await leader()).name).toBe(was.name);

    const agreement = await treaty();
    const made = await desk.payloadOf(STATUS, {
      ...{ agreementId: agreement.id, status: "SUSPENDED", when: "2025-12-01", source },
      ...{ note: "n", expectedVersion: agreement.version },
    });
    const back = await desk.payloadOf(RETRACT, {
      ...{ reportId: made.report.id, note: "No.", expectedVersion: agreement.version + 1 },
    });
    expect([await told(made.change.id), await told(back.change.id)]).toEqual([
      [null, back.change.id],
      [made.change.id, null],
    ]);
  });
});
