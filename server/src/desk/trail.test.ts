import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { changed } from "../../test/changes.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { LONGEST_TRAIL } from "../ledger/ledger.ts";

const RECORD = `mutation ($input: RecordEventInput!) { recordEvent(input: $input) {
  entity { id } report { id } change { id } errors { ... on UserError { message } } } }`;
const ABOUT =
  "query ($id: ID!) { node(id: $id) { __typename ... on Event { version reports(first: 1) { nodes { id retracted } } } ... on Withdrawn { id } } }";
const REPORT = "query ($id: ID!) { node(id: $id) { ... on Report { retracted } } }";
const UNDONE_BY = "query ($id: ID!) { node(id: $id) { ... on Change { undoneBy { id } } } }";

describe.each(engines)("a trail of undoing on %s", (engine) => {
  let home: World;
  let desk: Correcting;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, {
      recordEvent: RECORD,
      undoChange: mutation("undoChange", "slug version"),
    });
  }, 60_000);
  afterAll(() => home.close());

  test("is told alike by the page and by the lists, as far as it may go", async () => {
    const made = await desk.sent("recordEvent", {
      title: "A call",
      kind: "CALL",
      level: "LEADERS",
      status: "HELD",
      when: "2025-11-20",
      participants: [
        { role: "PARTICIPANT", country: "IR" },
        { role: "PARTICIPANT", country: "RU" },
      ],
      source: { publisher: "Rosatom", publishedOn: "2025-12-01" },
      note: "Read out.",
    });
    expect(made.errors).toEqual([]);
    let last = made;
    for (let links = 1; links <= LONGEST_TRAIL; links++) {
      last = await desk.undo(last, links);
      expect(last.errors).toEqual([]);
      const [{ node: event }, { node: report }] = [
        await desk.ask(ABOUT, { id: made.entity.id }),
        await desk.ask(REPORT, { id: made.report.id }),
      ];
      const stands = links % 2 === 0;
      expect([links, event.__typename, report.retracted]).toEqual([
        links,
        stands ? "Event" : "Withdrawn",
        !stands,
      ]);
    }
    const before = await desk.counts();
    const more = await desk.undo(last, LONGEST_TRAIL + 1);
    expect(more.errors).toMatchObject([{ __typename: "InvalidInputError", path: ["input"] }]);
    expect(more.errors[0].message).toContain(`${LONGEST_TRAIL} times`);
    expect(await desk.counts()).toEqual(before);
  });

  test("that a forged change closes to a ring has no end, and is not followed", async () => {
    const { revision } = await changed(home.storage);
    const ring = await changed(home.storage, { undoes: revision + 1 });
    expect(ring.revision).toBe(revision + 1);
    const { node } = await desk.ask(UNDONE_BY, { id: globalId("Change", String(ring.revision)) });
    expect(node.undoneBy).toBeNull();
  });
});
