import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const leader = `id slug version name alsoKnownAs offices(first: 100) { nodes { id title } totalCount }
  events(first: 1) { totalCount }`;
const SEND = {
  mergeLeaders: mutation("mergeLeaders", leader),
  createLeader: mutation("createLeader", leader),
  updateLeader: mutation("updateLeader", leader),
  undoChange: mutation("undoChange", `... on Leader { ${leader} }`),
} as const;

const STAYS = "masoud-pezeshkian";
const GOES = "sergey-lavrov";
const INPUT = {
  ...{ fromId: globalId("Leader", GOES), intoId: globalId("Leader", STAYS), note: "One man." },
  ...{ expectedVersion: 1, expectedFromVersion: 1 },
};

describe.each(engines)("merging leaders on %s", (engine) => {
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
      await desk.ask(`query ($asOf: Date) { leader(slug: "${slug}", asOf: $asOf) { ${leader} } }`, {
        asOf,
      })
    ).leader;
  /** All rows that can point at a leader, as text, without the versions. */
  const pointing = () =>
    home.storage.read(async ({ db, tables }) => {
      const found: Record<string, string[]> = {};
      for (const name of [
        "leader",
        "term",
        "eventParticipant",
        "fact",
        "factRef",
        "storyStepRef",
      ]) {
        const rows = (await db.select().from(tables[name as "leader"])) as object[];
        found[name] = rows.map((row) => JSON.stringify({ ...row, version: 0 })).sort();
      }
      return found;
    });

  test("it needs an editor, and a dry run of it writes nothing", async () => {
    await desk.needsAnEditor("mergeLeaders", INPUT);
    await desk.rehearses("mergeLeaders", INPUT);
  });

  test.each([
    [{ fromId: INPUT.intoId }, "fromId", "InvalidInputError"],
    [{ fromId: globalId("Leader", "nobody") }, "fromId", "NotFoundError"],
    [{ intoId: globalId("Forum", "brics") }, "intoId", "NotFoundError"],
    [{ expectedVersion: 2 }, "expectedVersion", "StaleVersionError"],
    [{ expectedFromVersion: 2 }, "expectedFromVersion", "StaleVersionError"],
    [{ note: " " }, "note", "InvalidInputError"],
  ])("%j is refused where it stands, and nothing is written", async (wrong, field, type) => {
    const before = await desk.counts();
    const { errors } = await sent("mergeLeaders", { ...INPUT, ...wrong });
    expect(errors).toMatchObject([{ __typename: type, path: ["input", field] }]);
    expect(await desk.counts()).toEqual(before);
  });

  test("what pointed at one points at the other, the old id and slug lead there, and undone all is as it was", async () => {
    const before = await pointing();
    const [stayed, went] = [await read(STAYS), await read(GOES)];
    const input = { ...INPUT, idempotencyKey: "one" };
    const made = await sent("mergeLeaders", input);
    expect(made).toMatchObject({
      errors: [],
      entity: {
        ...{ slug: STAYS, version: 2, name: stayed.name },
        alsoKnownAs: [...stayed.alsoKnownAs, went.name, ...went.alsoKnownAs],
        offices: { totalCount: stayed.offices.totalCount + went.offices.totalCount },
      },
      change: {
        ...{ entitySlug: GOES, version: 2, removed: [went.id], node: { id: stayed.id } },
        entity: { slug: STAYS },
      },
    });
    // Whoever stood twice in one event stands there once.
    const present = (await pointing()).eventParticipant ?? [];
    const there = present.map((row) => JSON.parse(row)).filter((row) => row.leaderId === STAYS);
    expect(new Set(there.map((row) => row.eventId)).size).toBe(there.length);
    const stood = (before.eventParticipant ?? []).map((row) => JSON.parse(row));
    const both = stood.filter((row) => [STAYS, GOES].includes(row.leaderId));
    expect(both.length).toBeGreaterThan(there.length);
    expect(made.entity.events.totalCount).toBeGreaterThan(stayed.events.totalCount);
    expect(await sent("mergeLeaders", input)).toMatchObject({
      ...{ replayed: true, entity: { slug: STAYS }, change: { id: made.change.id } },
    });
    const after = JSON.stringify(await pointing());
    expect(after).not.toContain(`"${GOES}"`);
    expect(await read(GOES)).toEqual(made.entity);
    expect((await read(GOES, "2024-12-05")).slug).toBe(STAYS);
    const { node, leaders, search } = await desk.ask(
      `{ node(id: "${went.id}") { id } leaders(first: 100) { nodes { slug } }
         search(text: "${went.name}", kinds: [LEADER]) { nodes { ... on Node { id } } } }`,
    );
    expect(node).toEqual({ id: stayed.id });
    expect(JSON.stringify(leaders)).not.toContain(GOES);
    expect(search.nodes).toEqual([{ id: stayed.id }]);

    const { changes } = await desk.ask(
      `{ changes(last: 2) { nodes { id entitySlug action differences { field } } } }`,
    );
    expect(changes.nodes).toMatchObject([
      { entitySlug: STAYS, action: "mergeLeaders" },
      { entitySlug: GOES, action: "mergeLeaders" },
    ]);
    const half = { changeId: changes.nodes[0].id, expectedVersion: 2, note: "n" };
    expect((await sent("undoChange", half)).errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "changeId"] },
    ]);
    expect((await desk.undo(made, 1)).errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "expectedVersion"] },
    ]);
    const undone = await desk.undo(made, 2);
    expect(undone).toMatchObject({ errors: [], entity: { ...went, version: 3 } });
    expect(undone.change.removed).toEqual([]);
    expect(await pointing()).toEqual(before);
    expect(await read(STAYS)).toEqual({ ...stayed, version: 3 });
    expect((await desk.undo(made, 3)).errors).toMatchObject([{ code: "INVALID_INPUT" }]);
  });

  test("an edit that came between stays, whatever is undone; one merged twice over is found at the end", async () => {
    const made = async (name: string) =>
      (await sent("createLeader", { name, source: { publisher: "TASS" }, note: "n" })).entity;
    const [a, b, c] = [await made("Anna A"), await made("Anna B"), await made("Anna C")];
    const join = (from: { id: string; version: number }, into: { id: string; version: number }) =>
      sent("mergeLeaders", {
        ...{ fromId: from.id, intoId: into.id, note: "n" },
        ...{ expectedFromVersion: from.version, expectedVersion: into.version },
      });
    const first = await join(a, b);
    const second = await join(first.entity, c);
    expect(second.entity.alsoKnownAs).toEqual(["Anna B", "Anna A"]);
    expect((await read(a.slug)).slug).toBe(c.slug);
    // The one that it became part of is itself gone: that has to be undone first.
    expect((await desk.undo(first, 2)).errors).toMatchObject([{ path: ["input", "changeId"] }]);
    const named = await sent("updateLeader", {
      ...{ leaderId: c.id, alsoKnownAs: ["Anja"], note: "n", expectedVersion: 2 },
    });
    expect(named.errors).toEqual([]);
    expect((await desk.undo(second, 3)).errors).toEqual([]);
    expect((await read(c.slug)).alsoKnownAs).toEqual(["Anja"]);
    expect((await desk.undo(first, 2)).errors).toEqual([]);
    expect((await read(a.slug)).name).toBe("Anna A");
  });
});
