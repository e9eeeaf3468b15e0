import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const story = `id slug version title summary quote quoteBy featured view source { slug }
  steps { position title text knownOn view about { id } sources { slug } }`;
const SEND = {
  createStory: mutation("createStory", story),
  updateStory: mutation("updateStory", story),
  undoChange: mutation("undoChange", `... on Story { ${story} }`),
} as const;

const FOUNDING = "the-timing-has-not-yet-been-fixed";
const VISIT = globalId("Event", "visit-pezeshkian-moscow-2025");
const view = "/explore?lanes=RU,IR";
const STEP = { title: "One", text: "It begins.", view, about: [VISIT], sources: ["irna-2001-de"] };
const STEPS = [
  { ...STEP, knownOn: "2024-10-11" },
  { ...STEP, title: "Two", text: "It ends.", about: [], knownOn: "2025-01-17" },
];
const NEW = { title: "Two steps", summary: "All of it.", view, steps: STEPS, note: "n" };

describe.each(engines)("telling stories on %s", (engine) => {
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
      await desk.ask(`query ($asOf: Date) { story(slug: "${slug}", asOf: $asOf) { ${story} } }`, {
        asOf,
      })
    ).story;

  test.each([
    ["createStory", NEW],
    [
      "updateStory",
      { storyId: globalId("Story", FOUNDING), title: "T", note: "n", expectedVersion: 1 },
    ],
  ] as const)("%s needs an editor, and a dry run of it writes nothing", async (name, input) => {
    await desk.needsAnEditor(name, input);
    await desk.rehearses(name, input);
    if (!("expectedVersion" in input)) return;
    const late = await sent(name, { ...input, expectedVersion: 9 });
    expect(late.errors).toMatchObject([{ __typename: "StaleVersionError", currentVersion: 1 }]);
  });

  test("one is told step by step as each was known, comes last, and is withdrawn and brought back", async () => {
    const made = await sent("createStory", { ...NEW, idempotencyKey: "two" });
    expect(made).toMatchObject({
      errors: [],
      entity: {
        ...{ slug: "two-steps", version: 1, summary: "All of it.", featured: false, view },
        steps: [
          { position: 1, about: [{ id: VISIT }], sources: [{ slug: "irna-2001-de" }] },
          { position: 2, about: [], knownOn: "2025-01-17" },
        ],
      },
    });
    expect(await sent("createStory", { ...NEW, idempotencyKey: "two" })).toMatchObject({
      replayed: true,
    });
    expect(await read("two-steps", "2024-10-10")).toBeNull();
    expect(await read("two-steps", "2025-01-16")).toMatchObject({
      ...{ summary: "It begins.", steps: [{ title: "One" }] },
    });
    const { storiesConnection } = await desk.ask("{ storiesConnection { nodes { slug } } }");
    expect(storiesConnection.nodes.at(-1)).toEqual({ slug: "two-steps" });
    const gone = await desk.undo(made, 1);
    expect(gone).toMatchObject({ errors: [], entity: null, change: { removed: [made.entity.id] } });
    expect(await read("two-steps")).toBeNull();
    expect((await desk.undo(gone, 2)).errors).toEqual([]);
    expect(await read("two-steps")).toEqual({ ...made.entity, version: 3 });
  });

  test("steps are given whole; what is not given stays, and undone all is as it was", async () => {
    const before = await read(FOUNDING);
    const input = { storyId: globalId("Story", FOUNDING), note: "n", expectedVersion: 1 };
    const made = await sent("updateStory", { ...input, title: "Not yet", steps: STEPS });
    expect(made).toMatchObject({
      errors: [],
      entity: { title: "Not yet", quote: before.quote, source: before.source, version: 2 },
    });
    expect(made.entity.steps).toHaveLength(2);
    expect((await desk.undo(made, 2)).errors).toEqual([]);
    expect(await read(FOUNDING)).toEqual({ ...before, version: 3 });
  });

  test.each([
    [{ title: " " }, "title"],
    [{ summary: " " }, "summary"],
    [{ view: "https://example.org/" }, "view"],
    [{ publication: "none" }, "publication"],
    [{ steps: [] }, "steps"],
    [{ steps: [{ ...STEP, text: " " }] }, "steps.0.text"],
    [{ steps: [{ ...STEP, view: "//example.org" }] }, "steps.0.view"],
    [{ steps: [{ ...STEP, sources: [] }] }, "steps.0.sources"],
    [{ steps: [{ ...STEP, sources: ["none"] }] }, "steps.0.sources.0"],
    [{ steps: [{ ...STEP, about: [globalId("Event", "none")] }] }, "steps.0.about.0"],
    [{ steps: [{ ...STEP, about: ["nonsense"] }] }, "steps.0.about.0"],
    [{ steps: [{ ...STEP, knownOn: "2999-01-01" }] }, "steps.0.knownOn"],
  ])("%j is refused where it stands, and nothing is written", async (wrong, field) => {
    const before = await desk.counts();
    const { errors } = await sent("createStory", { ...NEW, ...wrong });
    expect(errors).toMatchObject([{ path: ["input", ...field.split(".")] }]);
    expect(await desk.counts()).toEqual(before);
  });
});
