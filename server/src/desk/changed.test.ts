import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, NOW, shippedWorld } from "../../test/ask.ts";
import { changed } from "../../test/changes.ts";
import type { World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import type { ChangeRecord } from "../history/history.ts";
import { appendReports } from "../ledger/ledger.ts";
import { dayOf, notFixed } from "../when/when.ts";

describe.each(engines)("what a change was done to, on %s", (engine) => {
  let here: World;
  beforeAll(async () => {
    here = await shippedWorld(engine);
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
});
