import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const country =
  "id slug code alpha3 name title officialName kind version note capital { slug } events(first: 1) { totalCount }";
const place = "id slug name title version latitude longitude note country { code }";
const SEND = {
  createCountry: mutation("createCountry", country),
  updateCountry: mutation("updateCountry", country),
  createPlace: mutation("createPlace", place),
  updatePlace: mutation("updatePlace", place),
  undoChange: mutation("undoChange", `... on Country { ${country} } ... on Place { ${place} }`),
} as const;

const source = { publisher: "UN", publishedOn: "2026-01-03" };
const TURKIYE = globalId("Country", "turkiye");
const MOSCOW = globalId("Place", "moscow");

describe.each(engines)("correcting countries and places on %s", (engine) => {
  let home: World;
  let desk: Correcting;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await correcting(home, SEND);
  }, 60_000);
  afterAll(() => home.close());

  const sent = (name: keyof typeof SEND, input: object) => desk.sent(name, input);
  const read = async (code: string, asOf: string | null = null) =>
    (
      await desk.ask(
        `query ($asOf: Date) { country(code: "${code}", asOf: $asOf) { ${country} } }`,
        { asOf },
      )
    ).country;
  const paths = (payload: { errors: { path: string[] }[] }) =>
    payload.errors.map(({ path }) => path.join("."));

  test.each([
    ["createCountry", { code: "NR", name: "Nauru", kind: "STATE", source, note: "n" }],
    ["updateCountry", { countryId: TURKIYE, name: "Turkey", note: "n", expectedVersion: 1 }],
    ["createPlace", { name: "Kazan Kremlin", country: "RU", source, note: "n" }],
    ["updatePlace", { placeId: MOSCOW, latitude: 55.7, note: "n", expectedVersion: 1 }],
  ] as const)("%s needs an editor, and a dry run of it writes nothing", async (name, input) => {
    await desk.needsAnEditor(name, input);
    await desk.rehearses(name, input);
    if (!("expectedVersion" in input)) return;
    expect((await sent(name, { ...input, expectedVersion: 9 })).errors).toMatchObject([
      { __typename: "StaleVersionError", currentVersion: 1, current: { version: 1 } },
    ]);
  });

  test("a country is renamed wherever it is found, and back", async () => {
    const before = await read("TR");
    const found = async (text: string) =>
      (
        await desk.ask(
          `{ search(text: "${text}", first: 100) { totalCount nodes { ... on Country { code } } } }`,
        )
      ).search;
    const many = (await found("Türkiye")).totalCount;
    const input = {
      countryId: TURKIYE,
      name: "Anatolistan",
      officialName: "Republic of Anatolistan",
      note: "For a test.",
      expectedVersion: 1,
      idempotencyKey: "rename",
    };
    const made = await sent("updateCountry", input);
    expect(made).toMatchObject({
      errors: [],
      entity: { name: "Anatolistan", title: "Anatolistan", code: "TR", version: 2 },
      change: { entityType: "COUNTRY", entity: { title: "Anatolistan" } },
    });
    expect(await sent("updateCountry", input)).toMatchObject({ replayed: true });
    expect((await sent("updateCountry", { ...input, name: "A" })).errors).toMatchObject([
      { __typename: "IdempotencyMismatchError" },
    ]);
    // Events in its cities, its leaders and agreements are found by the new name.
    expect((await found("Anatolistan")).totalCount).toBeGreaterThan(many / 2);
    const undone = await desk.undo(made, 2);
    expect((await found("Anatolistan")).totalCount).toBe(0);
    expect((await found("Türkiye")).totalCount).toBe(many);
    const redone = await desk.undo(undone, 3);
    expect(redone.entity).toMatchObject({ name: "Anatolistan" });
    await desk.undo(redone, 4);
    expect(await read("TR")).toEqual({ ...before, version: 5 });
  });

  test("a state of former days has a capital of its own; each told from the day it was known", async () => {
    const city = await sent("createPlace", {
      name: "Bratislava",
      latitude: 48.14,
      longitude: 17.11,
      source,
      note: "The seat of talks.",
    });
    expect(city).toMatchObject({
      errors: [],
      entity: { slug: "bratislava", version: 1, country: null },
    });
    const wrong = await sent("createCountry", {
      code: "ir",
      alpha3: "x",
      name: " ",
      kind: "STATE",
      capital: "nowhere",
      note: " ",
    });
    expect(paths(wrong)).toEqual([
      "input.code",
      "input.alpha3",
      "input.capital",
      "input.name",
      "input.note",
      "input.source",
    ]);
    for (const [code, kind] of [
      ["XQ", "STATE"],
      ["CSHH", "STATE"],
      ["1", "FORMER_STATE"],
    ])
      expect(
        paths(await sent("createCountry", { code, kind, name: "X", source, note: "n" })),
      ).toEqual(["input.code"]);
    const made = await sent("createCountry", {
      code: "cshh",
      name: "Czechoslovakia",
      officialName: "Czechoslovak Socialist Republic",
      kind: "FORMER_STATE",
      capital: "bratislava",
      source,
      note: "For its treaties.",
    });
    expect(made).toMatchObject({
      errors: [],
      entity: { slug: "czechoslovakia", code: "CSHH", capital: { slug: "bratislava" }, version: 1 },
    });
    expect(await read("CSHH", "2026-01-02")).toBeNull();
    const told = await desk.ask(`{
      now: countries(text: "Czechoslovakia") { totalCount }
      earlier: countries(text: "Czechoslovakia", asOf: "2026-01-02") { totalCount }
      search(text: "Czechoslovakia", asOf: "2026-01-02") { totalCount }
      country: node(id: "${made.entity.id}", asOf: "2026-01-02") { id }
      place: node(id: "${city.entity.id}", asOf: "2026-01-02") { id }
      places(text: "bratislava") { totalCount nodes { slug } }
      noPlaces: places(text: "bratislava", asOf: "2026-01-02") { totalCount nodes { slug } }
    }`);
    expect(told).toEqual({
      now: { totalCount: 1 },
      earlier: { totalCount: 0 },
      search: { totalCount: 0 },
      country: null,
      place: null,
      places: { totalCount: 1, nodes: [{ slug: "bratislava" }] },
      noPlaces: { totalCount: 0, nodes: [] },
    });

    const named = await desk.undo(city, 1);
    expect(named.errors).toMatchObject([
      { __typename: "InTheWayError", nodes: [{ id: made.entity.id }] },
    ]);
    const gone = await desk.undo(made, 1);
    expect(gone).toMatchObject({
      errors: [],
      entity: null,
      change: { version: 2, removed: [made.entity.id] },
    });
    const lost = await desk.undo(city, 1);
    expect(lost).toMatchObject({ errors: [], entity: null });
    const early = await desk.undo(gone, 2);
    expect(early.errors).toMatchObject([
      { __typename: "InTheWayError", message: expect.stringContaining("bratislava") },
    ]);
    expect((await desk.undo(lost, 2)).entity).toMatchObject({ slug: "bratislava", version: 3 });
    expect((await desk.undo(gone, 2)).entity).toMatchObject({ code: "CSHH", version: 3 });
  });

  test("a place is put where it lies, and found by its country", async () => {
    const input = { placeId: MOSCOW, note: "n", expectedVersion: 1 };
    expect(paths(await sent("updatePlace", { ...input, latitude: 91, longitude: null }))).toEqual([
      "input.latitude",
      "input.longitude",
    ]);
    expect(paths(await sent("updatePlace", { ...input, country: "KZ" }))).toEqual(["input.source"]);
    const found = async () =>
      (await desk.ask(`{ search(text: "kazakhstan moscow", kinds: [EVENT]) { totalCount } }`))
        .search.totalCount;
    const before = await found();
    const made = await sent("updatePlace", { ...input, country: "KZ", source });
    expect(made).toMatchObject({ errors: [], entity: { country: { code: "KZ" }, version: 2 } });
    expect(JSON.parse(made.change.before)).toEqual({ country: "russia" });
    expect(await found()).toBeGreaterThan(before);
    expect((await desk.undo(made, 2)).entity).toMatchObject({
      country: { code: "RU" },
      version: 3,
    });
    expect(await found()).toBe(before);
  });
});
