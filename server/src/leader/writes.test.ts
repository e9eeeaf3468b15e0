import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const person = `slug name title version alsoKnownAs born died note country { code }
  offices(first: 50) { nodes { id title from to how confidence note office { slug } sources { publisher } } }`;
const SEND = {
  createLeader: mutation("createLeader", person),
  updateLeader: mutation("updateLeader", person),
  createTerm: mutation("createTerm", person),
  updateTerm: mutation("updateTerm", person),
  createOffice: mutation(
    "createOffice",
    "slug title version rank kind country { code } forum { slug }",
  ),
  updateOffice: mutation(
    "updateOffice",
    "slug title version rank kind country { code } forum { slug }",
  ),
  undoChange: mutation("undoChange", `... on Leader { ${person} }`),
} as const;

const source = { publisher: "Rossiyskaya Gazeta", publishedOn: "2026-01-03" };
const LEADER = globalId("Leader", "sergey-lavrov");

describe.each(engines)("correcting people on %s", (engine) => {
  let home: World;
  let desk: Correcting;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, SEND);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (name: keyof typeof SEND, input: object) => desk.sent(name, input);
  const ask = (query: string) => desk.ask(query);
  const undo = (made: object, version: number, rest = {}) => desk.undo(made, version, rest);
  const leader = async (slug: string, asOf: string | null = null) =>
    (
      await desk.send(
        `query ($asOf: Date) { leader(slug: "${slug}", asOf: $asOf) { ${person} } }`,
        {
          asOf,
        },
      )
    ).data.leader;
  const fieldsOf = (text: string | null) => (text === null ? null : JSON.parse(text));

  const VALID: [keyof typeof SEND, () => object][] = [
    ["createLeader", () => ({ name: "Nobody Yet", source, note: "n" })],
    [
      "updateLeader",
      () => ({ leaderId: LEADER, name: "S. Lavrov", note: "n", expectedVersion: 1 }),
    ],
    [
      "createTerm",
      () => ({
        leaderId: LEADER,
        office: "ru-prime-minister",
        source,
        note: "n",
        expectedVersion: 1,
      }),
    ],
    [
      "updateTerm",
      () => ({
        termId: globalId("Term", "sergey-lavrov--ru-foreign-minister"),
        to: "2026-01-02",
        source,
        note: "n",
        expectedVersion: 1,
      }),
    ],
    [
      "createOffice",
      () => ({ title: "Envoy", kind: "envoy", rank: "OFFICIAL", country: "RU", source, note: "n" }),
    ],
    [
      "updateOffice",
      () => ({
        officeId: globalId("Office", "ru-foreign-minister"),
        title: "Minister",
        note: "n",
        expectedVersion: 1,
      }),
    ],
  ];

  test.each(VALID)(
    "%s needs an editor, and a dry run of it writes nothing",
    async (name, input) => {
      await desk.needsAnEditor(name, input());
      await desk.rehearses(name, input());
    },
  );

  test("a spelling is corrected without a source, told in the history, found by search, and undone twice", async () => {
    const before = await leader("sergey-lavrov");
    const made = await sent("updateLeader", {
      leaderId: LEADER,
      name: "Sergei Lavrov",
      alsoKnownAs: ["Sergey Lavrov", " Лавров ", "Sergei Lavrov", "Sergey Lavrov"],
      note: "As his ministry writes it.",
      expectedVersion: 1,
      idempotencyKey: "spelling",
    });
    expect(made).toMatchObject({
      errors: [],
      replayed: false,
      entity: {
        name: "Sergei Lavrov",
        title: "Sergei Lavrov",
        version: 2,
        alsoKnownAs: ["Sergey Lavrov", "Лавров"],
      },
      change: {
        action: "updateLeader",
        version: 2,
        note: "As his ministry writes it.",
        entityType: "LEADER",
        entitySlug: "sergey-lavrov",
        entity: { slug: "sergey-lavrov", title: "Sergei Lavrov", version: 2 },
        removed: [],
        source: null,
      },
    });
    expect(fieldsOf(made.change.before)).toEqual({
      name: before.name,
      alsoKnownAs: before.alsoKnownAs,
    });
    expect(fieldsOf(made.change.after)).toEqual({
      name: "Sergei Lavrov",
      alsoKnownAs: ["Sergey Lavrov", "Лавров"],
    });
    // A name is no news: it holds for every day.
    expect((await leader("sergey-lavrov", "2024-12-05")).name).toBe("Sergei Lavrov");
    const { search } = await ask(
      `{ search(text: "Sergei Lavrov", kinds: [LEADER]) { nodes { ... on Leader { slug } } } }`,
    );
    expect(search.nodes).toContainEqual({ slug: "sergey-lavrov" });
    const again = await sent("updateLeader", {
      leaderId: LEADER,
      name: "Sergei Lavrov",
      alsoKnownAs: ["Sergey Lavrov", " Лавров ", "Sergei Lavrov", "Sergey Lavrov"],
      note: "As his ministry writes it.",
      expectedVersion: 1,
      idempotencyKey: "spelling",
    });
    expect(again).toMatchObject({
      replayed: true,
      change: { id: made.change.id },
      entity: { version: 2 },
    });

    const undone = await undo(made, 2);
    expect(undone).toMatchObject({
      errors: [],
      entity: { name: before.name, alsoKnownAs: before.alsoKnownAs, version: 3 },
      change: { action: "undoChange" },
    });
    expect((await undo(made, 3)).errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "changeId"] },
    ]);
    const redone = await undo(undone, 3);
    expect(redone.entity).toMatchObject({ name: "Sergei Lavrov", version: 4 });
    await undo(redone, 4);
    expect(await leader("sergey-lavrov")).toEqual({ ...before, version: 5 });
  });

  test("what is wrong is said at once, each with its field, and nothing is written", async () => {
    const before = await desk.counts();
    const { version } = await leader("vladimir-putin");
    const input = {
      leaderId: globalId("Leader", "vladimir-putin"),
      note: "n",
      expectedVersion: version,
    };
    const wrong = async (rest: object) =>
      (await sent("updateLeader", { ...input, ...rest })).errors.map(
        ({ __typename, path }: { __typename: string; path: string[] }) => [
          __typename,
          path.join("."),
        ],
      );
    expect(
      await wrong({
        name: " ",
        born: "soon",
        died: "2030-01-01",
        country: "XX",
        alsoKnownAs: ["x".repeat(301)],
        note: " ",
      }),
    ).toEqual([
      ["InvalidInputError", "input.name"],
      ["InvalidInputError", "input.alsoKnownAs.0"],
      ["InvalidInputError", "input.born"],
      ["InvalidInputError", "input.died"],
      ["InvalidInputError", "input.country"],
      ["InvalidInputError", "input.note"],
    ]);
    // Dates and belonging rest on a source; a spelling does not.
    expect(await wrong({ born: "1952-10-08" })).toEqual([["InvalidInputError", "input.source"]]);
    expect(await wrong({ died: "1950", source })).toEqual([["InvalidInputError", "input.died"]]);
    expect(await wrong({ name: "Vladimir Putin" })).toEqual([["InvalidInputError", "input"]]);
    expect(await wrong({})).toEqual([["InvalidInputError", "input"]]);
    expect(await wrong({ name: "V.", expectedVersion: version + 1 })).toEqual([
      ["StaleVersionError", "input.expectedVersion"],
    ]);
    expect(await wrong({ leaderId: globalId("Leader", "nobody"), name: "V." })).toEqual([
      ["NotFoundError", "input.leaderId"],
    ]);
    expect(await wrong({ leaderId: globalId("Forum", "brics"), name: "V." })).toEqual([
      ["NotFoundError", "input.leaderId"],
    ]);
    expect(await wrong({ name: "V.", sourceId: globalId("Source", "none") })).toEqual([
      ["NotFoundError", "input.sourceId"],
    ]);
    expect(await desk.counts()).toEqual(before);
  });

  test("who was slower is told what stands now, and by whom", async () => {
    const { version } = await leader("xi-jinping");
    const input = {
      leaderId: globalId("Leader", "xi-jinping"),
      note: "n",
      expectedVersion: version,
    };
    await sent("updateLeader", { ...input, alsoKnownAs: ["习近平"] });
    const late = await sent("updateLeader", { ...input, alsoKnownAs: ["Si Tsinpin"] });
    expect(late).toMatchObject({
      entity: null,
      change: null,
      errors: [
        {
          __typename: "StaleVersionError",
          currentVersion: version + 1,
          changedBy: "editor",
          current: { slug: "xi-jinping", title: "Xi Jinping", version: version + 1 },
        },
      ],
    });
  });

  test("a key stands for one input: clearing a field is not leaving it out", async () => {
    const { version } = await leader("ali-khamenei");
    const input = {
      leaderId: globalId("Leader", "ali-khamenei"),
      alsoKnownAs: ["Khamenei"],
      note: "n",
      expectedVersion: version,
      idempotencyKey: "null",
    };
    expect((await sent("updateLeader", input)).errors).toEqual([]);
    expect((await sent("updateLeader", { ...input, remark: null })).errors).toMatchObject([
      { __typename: "IdempotencyMismatchError" },
    ]);
    expect((await sent("updateLeader", { ...input, alsoKnownAs: [] })).errors).toMatchObject([
      { __typename: "IdempotencyMismatchError" },
    ]);
  });

  test("an office ends: told from its last day on, with the source, and open again once undone", async () => {
    const termId = globalId("Term", "sergey-lavrov--ru-foreign-minister");
    const { version } = await leader("sergey-lavrov");
    const input = {
      termId,
      to: "2026-01-02",
      note: "He left the ministry.",
      expectedVersion: version,
    };
    expect((await sent("updateTerm", input)).errors).toMatchObject([{ path: ["input", "source"] }]);
    expect((await sent("updateTerm", { ...input, to: "1999", source })).errors).toMatchObject([
      { path: ["input", "to"] },
    ]);
    const made = await sent("updateTerm", { ...input, source });
    expect(made).toMatchObject({ errors: [], change: { source: { publisher: source.publisher } } });
    expect(fieldsOf(made.change.after)).toMatchObject({
      "terms.sergey-lavrov--ru-foreign-minister.to": "2026-01-02",
    });
    const termOf = (of: { offices: { nodes: { id: string }[] } }) =>
      of.offices.nodes.find(({ id }) => id === termId);
    expect(termOf(made.entity)).toMatchObject({
      to: "2026-01-02",
      sources: expect.arrayContaining([{ publisher: source.publisher }]),
    });
    expect(termOf(await leader("sergey-lavrov", "2026-01-01"))).toMatchObject({ to: null });
    expect(termOf(await leader("sergey-lavrov", "2026-01-02"))).toMatchObject({ to: "2026-01-02" });
    const undone = await undo(made, version + 1);
    expect(termOf(undone.entity)).toMatchObject({ to: null });
    expect(undone.change.source).toBeNull();
  });

  test("somebody new takes an office; the parts can be undone from the last, and nothing told before it was known", async () => {
    const made = await sent("createLeader", {
      name: "Anna Beispiel",
      country: "RU",
      born: "1970",
      remark: "Came from the ministry of trade.",
      source,
      note: "The new minister.",
    });
    expect(made).toMatchObject({
      errors: [],
      entity: { slug: "anna-beispiel", version: 1, country: { code: "RU" }, born: "1970" },
      change: { action: "createLeader", before: null, removed: [] },
    });
    const office = await sent("createOffice", {
      title: "Minister of Timelines of Russia",
      kind: "minister",
      rank: "MINISTER",
      country: "RU",
      source,
      note: "A new ministry.",
    });
    expect(office).toMatchObject({
      errors: [],
      entity: { slug: "minister-of-timelines-of-russia", country: { code: "RU" } },
    });
    const leaderId = globalId("Leader", "anna-beispiel");
    const term = await sent("createTerm", {
      leaderId,
      office: "minister-of-timelines-of-russia",
      from: "2026-01-02",
      how: "appointed",
      source,
      note: "Appointed.",
      expectedVersion: 1,
    });
    expect(term).toMatchObject({
      errors: [],
      entity: {
        version: 2,
        offices: {
          nodes: [
            {
              title: "Minister of Timelines of Russia",
              from: "2026-01-02",
              to: null,
              confidence: "CERTAIN",
              sources: [{ publisher: source.publisher }],
            },
          ],
        },
      },
    });
    // Known from the day of the source on.
    expect(await leader("anna-beispiel", "2026-01-02")).toBeNull();
    expect((await leader("anna-beispiel", "2026-01-03")).offices.nodes).toHaveLength(1);
    const told = await ask(`{
      earlier: leaders(text: "Beispiel", asOf: "2026-01-02") { totalCount nodes { slug } }
      now: leaders(text: "Beispiel") { totalCount nodes { slug } }
      before: node(id: "${leaderId}", asOf: "2026-01-02") { id }
      search(text: "Beispiel", asOf: "2026-01-02") { totalCount }
      country(code: "RU", asOf: "2026-01-02") { offices(first: 100) { nodes { title } } }
      offices(text: "timelines") { totalCount nodes { slug } }
      noOffices: offices(text: "timelines", asOf: "2026-01-02") { totalCount nodes { slug } }
    }`);
    expect(told).toMatchObject({
      earlier: { totalCount: 0, nodes: [] },
      now: { totalCount: 1 },
      before: null,
      search: { totalCount: 0 },
      offices: { totalCount: 1 },
      noOffices: { totalCount: 0, nodes: [] },
    });
    expect(JSON.stringify(told.country)).not.toContain("Timelines");

    // Undone from the end: what came later stands in the way.
    const early = await undo(made, 2);
    expect(early).toMatchObject({
      entity: null,
      change: null,
      errors: [{ __typename: "InTheWayError", changes: [{ action: "createTerm" }] }],
    });
    const named = await undo(office, 1);
    expect(named.errors).toMatchObject([
      { __typename: "InTheWayError", nodes: [{ id: leaderId }] },
    ]);
    const left = await undo(term, 2);
    expect(left).toMatchObject({ errors: [], entity: { version: 3, offices: { nodes: [] } } });
    const gone = await undo(made, 3);
    expect(gone).toMatchObject({
      errors: [],
      entity: null,
      change: {
        version: 4,
        entity: null,
        entitySlug: "anna-beispiel",
        removed: [leaderId],
        after: null,
        node: { __typename: "Withdrawn", id: leaderId },
      },
    });
    const nothing = await ask(`{
      leader(slug: "anna-beispiel") { slug } leaders(text: "Beispiel") { totalCount } search(text: "Beispiel") { totalCount }
      node(id: "${leaderId}") { __typename id ... on Withdrawn { slug type version by note change { action } } }
      changes(filter: { types: [LEADER], slugs: ["anna-beispiel"] }, first: 10) { nodes { action } }
    }`);
    expect(nothing).toEqual({
      leader: null,
      leaders: { totalCount: 0 },
      search: { totalCount: 0 },
      node: {
        __typename: "Withdrawn",
        id: leaderId,
        slug: "anna-beispiel",
        type: "LEADER",
        version: 4,
        by: "editor",
        note: "A mistake.",
        change: { action: "undoChange" },
      },
      changes: {
        nodes: ["load", "createLeader", "createTerm", "undoChange", "undoChange"].map((action) => ({
          action,
        })),
      },
    });
    // A slug is not given twice while its history would be mixed with another's.
    const namesake = await sent("createLeader", {
      name: "Anna Beispiel",
      source,
      note: "Another.",
      dryRun: true,
    });
    expect(namesake.entity.slug).toBe("anna-beispiel-2");

    const stale = await undo(gone, 3);
    expect(stale.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "expectedVersion"] },
    ]);
    const back = await undo(gone, 4, { idempotencyKey: "back" });
    expect(back).toMatchObject({
      errors: [],
      entity: { slug: "anna-beispiel", version: 5, note: "Came from the ministry of trade." },
    });
    expect(await undo(gone, 4, { idempotencyKey: "back" })).toMatchObject({
      replayed: true,
      entity: { slug: "anna-beispiel" },
    });
    expect(await leader("anna-beispiel", "2026-01-02")).toBeNull();
    await undo(office, 1);
    const lost = await undo(left, 5);
    expect(lost.errors).toMatchObject([
      {
        __typename: "InTheWayError",
        message: expect.stringContaining("minister-of-timelines-of-russia"),
      },
    ]);
  });

  test("a correction that was corrected since is not undone over the later one", async () => {
    const leaderId = globalId("Leader", "masoud-pezeshkian");
    const { version } = await leader("masoud-pezeshkian");
    const first = await sent("updateLeader", {
      leaderId,
      name: "M. Pezeshkian",
      note: "n",
      expectedVersion: version,
    });
    const second = await sent("updateLeader", {
      leaderId,
      name: "Mas'ud Pezeshkian",
      alsoKnownAs: [],
      note: "n",
      expectedVersion: version + 1,
    });
    const refused = await undo(first, version + 2);
    expect(refused.errors).toMatchObject([
      {
        __typename: "InTheWayError",
        path: ["input", "changeId"],
        message: expect.stringContaining("`name`"),
        changes: [{ action: "updateLeader" }],
      },
    ]);
    await undo(second, version + 2);
    expect((await undo(first, version + 3)).entity).toMatchObject({ version: version + 4 });
  });

  test("a remark is told from the day it could be known, on nobody's earlier day", async () => {
    const leaderId = globalId("Leader", "ilham-aliyev");
    const { version } = await leader("ilham-aliyev");
    const made = await sent("updateLeader", {
      leaderId,
      remark: "Hosted the summit.",
      source,
      note: "n",
      expectedVersion: version,
    });
    expect(made).toMatchObject({ errors: [], entity: { note: "Hosted the summit." } });
    expect((await leader("ilham-aliyev", "2026-01-02")).note).toBeNull();
    expect((await leader("ilham-aliyev", "2026-01-03")).note).toBe("Hosted the summit.");
  });
});
