import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const forum = `slug name shortName title kind founded note version
  memberships(first: 100) { nodes { id role from to country { code } sources { publisher } } }
  sessions(first: 100) { nodes { id slug name status ordinal theme when { edtf fixed } place { slug } sources { publisher } } }`;
const SEND = {
  createForum: mutation("createForum", forum),
  updateForum: mutation("updateForum", forum),
  createMembership: mutation("createMembership", forum),
  updateMembership: mutation("updateMembership", forum),
  createSession: mutation("createSession", forum),
  updateSession: mutation("updateSession", forum),
  undoChange: mutation("undoChange", `... on Forum { ${forum} }`),
} as const;

const source = { publisher: "TASS", publishedOn: "2026-01-03" };
const BRICS = globalId("Forum", "brics");
const IRAN = globalId("Membership", "brics--iran--full");

describe.each(engines)("correcting forums on %s", (engine) => {
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
      await desk.ask(`query ($asOf: Date) { forum(slug: "${slug}", asOf: $asOf) { ${forum} } }`, {
        asOf,
      })
    ).forum;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  const byId = (connection: any, id: string) =>
    connection.nodes.find((node: { id: string }) => node.id === id);

  test.each([
    ["createForum", { name: "A Forum", kind: "SUMMIT_SERIES", source, note: "n" }],
    ["updateForum", { forumId: BRICS, name: "BRICS+", note: "n", expectedVersion: 1 }],
    [
      "createMembership",
      { forumId: BRICS, country: "TR", role: "PARTNER", source, note: "n", expectedVersion: 1 },
    ],
    [
      "updateMembership",
      { membershipId: IRAN, to: "2026-01-01", source, note: "n", expectedVersion: 1 },
    ],
    [
      "createSession",
      {
        forumId: BRICS,
        name: "A session",
        status: "EXPECTED",
        source,
        note: "n",
        expectedVersion: 1,
      },
    ],
    [
      "updateSession",
      { sessionId: globalId("Session", "brics-16"), theme: "Peace", note: "n", expectedVersion: 1 },
    ],
  ] as const)("%s needs an editor, and a dry run of it writes nothing", async (name, input) => {
    await desk.needsAnEditor(name, input);
    await desk.rehearses(name, input);
    const late = "expectedVersion" in input && (await sent(name, { ...input, expectedVersion: 9 }));
    if (late)
      expect(late.errors).toMatchObject([{ __typename: "StaleVersionError", currentVersion: 1 }]);
  });

  test("a name is corrected with all that names it found again, and undone twice", async () => {
    const before = await read("sco");
    const input = {
      forumId: globalId("Forum", "sco"),
      shortName: "ShOS",
      note: "As it is called in Moscow.",
      expectedVersion: before.version,
      idempotencyKey: "shos",
    };
    const made = await sent("updateForum", input);
    expect(made).toMatchObject({
      errors: [],
      entity: { shortName: "ShOS", name: before.name, version: 2 },
      change: { entityType: "FORUM", entity: { slug: "sco", title: before.name } },
    });
    expect(made.entity.memberships).toEqual(before.memberships);
    expect(made.entity.sessions).toEqual(before.sessions);
    expect(JSON.parse(made.change.after)).toEqual({ shortName: "ShOS" });
    expect(await sent("updateForum", input)).toMatchObject({
      replayed: true,
      entity: { version: 2 },
    });
    const other = await sent("updateForum", { ...input, shortName: "SHOS" });
    expect(other.errors).toMatchObject([{ __typename: "IdempotencyMismatchError" }]);
    const undone = await desk.undo(made, 2);
    const redone = await desk.undo(undone, 3);
    expect(redone.entity).toMatchObject({ shortName: "ShOS", version: 4 });
    await desk.undo(redone, 4);
    expect(await read("sco")).toEqual({ ...before, version: 5 });
  });

  test("a country joins, and is a member from the day it was known; it leaves, and was one until then", async () => {
    const { version } = await read("brics");
    const input = {
      forumId: BRICS,
      country: "TR",
      role: "PARTNER",
      note: "n",
      expectedVersion: version,
    };
    const wrong = await sent("createMembership", {
      ...input,
      country: "XX",
      from: "2026",
      to: "2025",
    });
    expect(wrong.errors).toMatchObject([{ path: ["input", "country"] }, { path: ["input", "to"] }]);
    expect((await sent("createMembership", { ...input, from: "2026-01-01" })).errors).toMatchObject(
      [{ __typename: "InvalidInputError", path: ["input", "source"] }],
    );
    const made = await sent("createMembership", { ...input, from: "2026-01-01", source });
    const id = globalId("Membership", "brics--turkiye--partner");
    expect(byId(made.entity.memberships, id)).toEqual({
      ...{ id, role: "PARTNER", from: "2026-01-01", to: null, country: { code: "TR" } },
      sources: [{ publisher: "TASS" }],
    });
    expect(byId((await read("brics", "2026-01-02")).memberships, id)).toBeUndefined();
    expect(byId((await read("brics", "2026-01-03")).memberships, id)).toBeDefined();
    const left = await sent("updateMembership", {
      membershipId: id,
      to: "2026-01-04",
      source: { publisher: "Anadolu", publishedOn: "2026-01-04" },
      note: "It left.",
      expectedVersion: version + 1,
    });
    expect(byId(left.entity.memberships, id)).toMatchObject({
      to: "2026-01-04",
      sources: [{ publisher: "TASS" }, { publisher: "Anadolu" }],
    });
    expect(byId((await read("brics", "2026-01-03")).memberships, id)).toMatchObject({ to: null });
    // Undone in turn: the later one stands in the way of the earlier.
    expect((await desk.undo(made, version + 2)).errors).toMatchObject([
      { __typename: "InTheWayError", changes: [{ action: "updateMembership" }] },
    ]);
    const back = await desk.undo(left, version + 2);
    const gone = await desk.undo(made, version + 3);
    expect(back.errors).toEqual([]);
    expect(byId(gone.entity.memberships, id)).toBeUndefined();
    const again = await desk.undo(gone, version + 4);
    expect(byId(again.entity.memberships, id)).toMatchObject({ sources: [{ publisher: "TASS" }] });
    const { node } = await desk.ask(
      `{ node(id: "${id}") { ... on Membership { role forum { slug } country { code } } } }`,
    );
    expect(node).toEqual({ role: "PARTNER", forum: { slug: "brics" }, country: { code: "TR" } });
  });

  test("a session is called, moved and held; what it was is not told as what it became", async () => {
    const { version } = await read("brics");
    const input = {
      forumId: BRICS,
      name: "BRICS Delhi 2026",
      status: "EXPECTED",
      when: "2026-06",
      note: "India says so.",
      expectedVersion: version,
      source: { publisher: "MEA India", publishedOn: "2025-12-01" },
    };
    const wrong = await sent("createSession", {
      ...input,
      status: "HELD",
      place: "nowhere",
      ordinal: 0,
    });
    expect(wrong.errors.map(({ path }: { path: string[] }) => path.join("."))).toEqual([
      "input.when",
      "input.place",
      "input.ordinal",
    ]);
    const made = await sent("createSession", input);
    const id = globalId("Session", "brics-delhi-2026");
    expect(byId(made.entity.sessions, id)).toMatchObject({
      slug: "brics-delhi-2026",
      status: "EXPECTED",
      when: { edtf: "2026-06", fixed: false },
      sources: [{ publisher: "MEA India" }],
    });
    const sessionOn = async (day: string) => byId((await read("brics", day)).sessions, id);
    expect(await sessionOn("2025-11-30")).toBeUndefined();
    expect(await sessionOn("2025-12-01")).toMatchObject({ status: "EXPECTED" });
    const found = await desk.ask(
      `{ search(text: "brics delhi", kinds: [SESSION]) { nodes { ... on Session { slug } } } }`,
    );
    expect(found.search.nodes).toContainEqual({ slug: "brics-delhi-2026" });

    const fixed = await sent("updateSession", {
      sessionId: id,
      status: "SCHEDULED",
      when: "2026-06-12/2026-06-13",
      place: "moscow",
      source,
      note: "Moved, and fixed.",
      expectedVersion: version + 1,
    });
    expect(byId(fixed.entity.sessions, id)).toMatchObject({
      status: "SCHEDULED",
      when: { fixed: true },
      place: { slug: "moscow" },
      sources: [{ publisher: "MEA India" }, { publisher: "TASS" }],
    });
    // Its earlier date is not kept, so of days before the news nothing is told, rather than what came later.
    expect(await sessionOn("2026-01-02")).toBeUndefined();
    expect(await sessionOn("2026-01-03")).toMatchObject({ status: "SCHEDULED" });
    const undone = await desk.undo(fixed, version + 2);
    expect(byId(undone.entity.sessions, id)).toMatchObject({ status: "EXPECTED", place: null });
    expect(await sessionOn("2025-12-01")).toMatchObject({ when: { edtf: "2026-06" } });

    // What is over and was mistyped never was so, and stays told.
    const kazan = globalId("Session", "brics-16");
    const theme = await sent("updateSession", {
      sessionId: kazan,
      theme: "Strengthening multilateralism",
      ordinal: null,
      note: "Mistyped.",
      expectedVersion: version + 3,
    });
    expect(theme.errors).toEqual([]);
    expect(byId((await read("brics", "2024-12-05")).sessions, kazan)).toMatchObject({
      theme: "Strengthening multilateralism",
      ordinal: null,
    });
  });

  test("a forum that was made is withdrawn only while nothing names it", async () => {
    const made = await sent("createForum", {
      name: "Forum of the Caspian Ports",
      shortName: "Caspian Ports",
      kind: "BUSINESS_FORUM",
      founded: "2026-01-02",
      source,
      note: "Founded.",
    });
    expect(made).toMatchObject({
      errors: [],
      entity: { slug: "caspian-ports", version: 1, founded: "2026-01-02" },
    });
    expect(await read("caspian-ports", "2026-01-02")).toBeNull();
    const listed = await desk.ask(`{
      now: forums(text: "Caspian Ports") { totalCount } earlier: forums(text: "Caspian Ports", asOf: "2026-01-02") { totalCount }
      search(text: "caspian ports", asOf: "2026-01-02") { totalCount }
    }`);
    expect(listed).toEqual({
      now: { totalCount: 1 },
      earlier: { totalCount: 0 },
      search: { totalCount: 0 },
    });
    const { data } = await desk.send(
      `mutation ($input: RecordEventInput!) { recordEvent(input: $input) { event { id } errors { __typename } } }`,
      {
        input: {
          title: "The Caspian ports meet",
          kind: "SUMMIT",
          level: "LEADERS",
          status: "HELD",
          when: "2026-01-04",
          participants: [{ role: "PARTICIPANT", forum: "caspian-ports" }],
          source: { publisher: "TASS", publishedOn: "2026-01-04" },
          note: "n",
        },
      },
    );
    const refused = await desk.undo(made, 1);
    expect(refused.errors).toMatchObject([
      { __typename: "InTheWayError", nodes: [{ id: data.recordEvent.event.id }] },
    ]);
  });
});
