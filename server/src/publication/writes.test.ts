import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const source = `id slug version publisher title url publishedOn language kind stateMedia description
  reports { totalCount }`;
const SEND = {
  createSource: mutation("createSource", source),
  updateSource: mutation("updateSource", source),
  updateLeader: mutation("updateLeader", "slug version"),
  undoChange: mutation("undoChange", "slug version"),
} as const;

const IRNA = globalId("Source", "irna-2001-de");

describe.each(engines)("recording sources on %s", (engine) => {
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
      await desk.ask(`query ($asOf: Date) { source(slug: "${slug}", asOf: $asOf) { ${source} } }`, {
        asOf,
      })
    ).source;

  test.each([
    ["createSource", { publisher: "Mehr", note: "n" }],
    ["updateSource", { sourceId: IRNA, publisher: "Irna", note: "n", expectedVersion: 1 }],
  ] as const)("%s needs an editor, and a dry run of it writes nothing", async (name, input) => {
    await desk.needsAnEditor(name, input);
    const before = await desk.counts();
    const dry = await sent(name, { ...input, dryRun: true });
    expect(dry).toMatchObject({ errors: [], change: { action: name, entityType: "SOURCE" } });
    expect(dry.entity.publisher).toBe(input.publisher);
    expect(await desk.counts()).toEqual(before);
  });

  test("one is recorded before anything rests on it, is found from its day on, and is withdrawn again", async () => {
    const input = {
      publisher: "Mehr",
      title: "The committee voted",
      url: "https://en.mehrnews.com/news/1",
      publishedOn: "2026-01-03",
      language: "en",
      kind: "NEWS_AGENCY",
      stateMedia: true,
      description: "The vote.",
      note: "To report on.",
      idempotencyKey: "mehr",
    };
    const made = await sent("createSource", input);
    const { note: _, idempotencyKey: __, ...own } = input;
    expect(made).toMatchObject({ errors: [], entity: { ...own, version: 1 } });
    expect(await sent("createSource", input)).toMatchObject({
      replayed: true,
      entity: { slug: made.entity.slug },
    });
    const { slug } = made.entity;
    expect(await read(slug, "2026-01-02")).toBeNull();
    expect(await read(slug, "2026-01-03")).toEqual(made.entity);
    const found = await desk.ask(
      `{ search(text: "committee voted") { nodes { ... on Node { id } } } }`,
    );
    expect(JSON.stringify(found)).toContain(made.entity.id);
    // The same address is the same publication, whatever else is said of it.
    const again = await sent("createSource", { publisher: "MNA", url: input.url, note: "n" });
    expect(again.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "url"] },
    ]);
    expect(again.errors[0].message).toContain(slug);

    const gone = await desk.undo(made, 1);
    expect(gone).toMatchObject({
      ...{ errors: [], entity: null },
      change: { removed: [made.entity.id], node: { __typename: "Withdrawn" } },
    });
    expect(await read(slug)).toBeNull();
    const back = await desk.undo(gone, 2);
    expect(back).toMatchObject({
      ...{ errors: [], entity: null },
      change: { node: { __typename: "Source", id: made.entity.id } },
    });
    expect(await read(slug)).toEqual({ ...made.entity, version: 3 });
  });

  test("what rests on one keeps it: it cannot be withdrawn before that", async () => {
    const made = await sent("createSource", { publisher: "Anadolu", note: "n" });
    const resting = await sent("updateLeader", {
      leaderId: globalId("Leader", "vladimir-putin"),
      born: "1952-10-08",
      sourceId: made.entity.id,
      note: "n",
      expectedVersion: 1,
    });
    expect(resting.errors).toEqual([]);
    const held = await desk.undo(made, 1);
    expect(held.errors).toMatchObject([
      { __typename: "InTheWayError", nodes: [{ id: globalId("Leader", "vladimir-putin") }] },
    ]);
  });

  test("one is corrected with nothing but a note, and whoever began from before is told", async () => {
    const before = await read("irna-2001-de");
    const made = await sent("updateSource", {
      sourceId: IRNA,
      publishedOn: "2001-03-13",
      title: null,
      note: "Its date line.",
      expectedVersion: 1,
    });
    expect(made).toMatchObject({
      ...{ errors: [], entity: { publishedOn: "2001-03-13", title: null, version: 2 } },
      change: { source: null, entity: null, node: { id: IRNA } },
    });
    expect(await read("irna-2001-de", "2001-03-12")).toBeNull();
    expect(await read("irna-2001-de", "2001-03-13")).not.toBeNull();
    const late = { sourceId: IRNA, publisher: "Irna", note: "n", expectedVersion: 1 };
    expect((await sent("updateSource", late)).errors).toMatchObject([
      {
        ...{ __typename: "StaleSourceError", currentVersion: 2, changedBy: "editor" },
        current: { slug: "irna-2001-de", version: 2 },
      },
    ]);
    expect((await desk.undo(made, 1)).errors).toMatchObject([{ code: "STALE_VERSION" }]);
    expect((await desk.undo(made, 2)).errors).toEqual([]);
    expect(await read("irna-2001-de")).toEqual({ ...before, version: 3 });
  });

  test.each([
    [{ publisher: " " }, "publisher"],
    [{ kind: "GENERAL_KNOWLEDGE", url: "https://example.org/a" }, "kind"],
    [{ language: "not a language" }, "language"],
    [{ publishedOn: "2001/2002" }, "publishedOn"],
    [{ publishedOn: "soon" }, "publishedOn"],
    [{ kind: null }, "kind"],
    [{ stateMedia: null }, "stateMedia"],
    [{ note: " " }, "note"],
  ])("%j is refused where it stands", async (wrong, field) => {
    const { version } = await read("irna-2001-de");
    const input = { sourceId: IRNA, note: "n", expectedVersion: version, ...wrong };
    const { errors } = await sent("updateSource", input);
    expect(errors).toMatchObject([{ __typename: "InvalidInputError", path: ["input", field] }]);
  });
});
