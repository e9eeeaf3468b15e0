import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const event = `id slug version title kind level summary status place { slug } partOf { slug }
  participants { role leader { slug } country { code } forum { slug } office { slug } }
  agreements { relation agreement { slug } } topics { slug }`;
const SEND = {
  updateEvent: mutation("updateEvent", event),
  reportEventStatus: mutation("reportEventStatus", event),
  undoChange: mutation("undoChange", `... on Event { ${event} }`),
} as const;

const VISIT = "visit-pezeshkian-moscow-2025";
const MEETING = "meeting-putin-pezeshkian-2024-10-11";
const source = { publisher: "TASS", publishedOn: "2026-01-03" };

describe.each(engines)("correcting events on %s", (engine) => {
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
      await desk.ask(`query ($asOf: Date) { event(slug: "${slug}", asOf: $asOf) { ${event} } }`, {
        asOf,
      })
    ).event;
  const about = async (slug: string) => ({
    eventId: globalId("Event", slug),
    note: "n",
    expectedVersion: (await read(slug)).version,
  });

  test("it needs an editor, and a dry run of it writes nothing", async () => {
    const input = { ...(await about(VISIT)), title: "The visit" };
    await desk.needsAnEditor("updateEvent", input);
    await desk.rehearses("updateEvent", input);
    const late = await sent("updateEvent", { ...input, expectedVersion: 9 });
    expect(late.errors).toMatchObject([{ __typename: "StaleVersionError", currentVersion: 1 }]);
  });

  test("a title needs a note alone; what is not given stays, and undone all is as it was", async () => {
    const before = await read(VISIT);
    const made = await sent("updateEvent", { ...(await about(VISIT)), title: "The visit" });
    expect(made).toMatchObject({
      errors: [],
      entity: { ...before, title: "The visit", version: before.version + 1 },
    });
    expect(JSON.parse(made.change.after)).toEqual({ title: "The visit" });
    expect((await desk.undo(made, before.version + 1)).errors).toEqual([]);
    expect(await read(VISIT)).toEqual({ ...before, version: before.version + 2 });
  });

  test("who takes part, what it bears on and what it is part of need a source, and are given whole", async () => {
    const before = await read(MEETING);
    const input = {
      ...(await about(MEETING)),
      participants: [
        { role: "PARTICIPANT", leader: "vladimir-putin" },
        { role: "HOST", country: "IR" },
      ],
      ...{ agreements: [{ agreement: "ru-ir-1921", relation: "DISCUSSED" }], topics: ["energy"] },
      partOf: VISIT,
    };
    expect((await sent("updateEvent", input)).errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "source"] },
    ]);
    const made = await sent("updateEvent", { ...input, source });
    expect(made).toMatchObject({
      errors: [],
      entity: {
        participants: [
          // Guests and hosts first.
          { role: "HOST", leader: null, country: { code: "IR" }, office: null },
          // The office is the one he held on the day.
          {
            ...{ role: "PARTICIPANT", leader: { slug: "vladimir-putin" }, country: { code: "RU" } },
            office: { slug: "ru-president" },
          },
        ],
        agreements: [{ relation: "DISCUSSED", agreement: { slug: "ru-ir-1921" } }],
        ...{ topics: [{ slug: "energy" }], partOf: { slug: VISIT } },
      },
    });
    const itself = { ...(await about(VISIT)), source, partOf: MEETING };
    expect((await sent("updateEvent", itself)).errors).toMatchObject([
      { path: ["input", "partOf"] },
    ]);
    expect((await desk.undo(made, before.version + 1)).errors).toEqual([]);
    expect(await read(MEETING)).toEqual({ ...before, version: before.version + 2 });
  });

  test("a new summary is told from the day it was known, not before", async () => {
    const input = { ...(await about(VISIT)), summary: "They signed it.", source };
    expect((await sent("updateEvent", input)).errors).toEqual([]);
    expect((await read(VISIT, "2026-01-02")).summary).toBeNull();
    expect((await read(VISIT, "2026-01-03")).summary).toBe("They signed it.");
  });

  test("where it is goes with a report, from the day that was known; a place that is not here is refused", async () => {
    const before = await read(VISIT);
    const input = { ...(await about(VISIT)), status: "HELD", when: "2025-01-17", source };
    expect((await sent("reportEventStatus", { ...input, place: "nowhere" })).errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "place"] },
    ]);
    const made = await sent("reportEventStatus", { ...input, place: "kazan" });
    expect(made).toMatchObject({ errors: [], entity: { place: { slug: "kazan" } } });
    expect((await read(VISIT, "2026-01-02")).place).toEqual(before.place);
  });

  test.each([
    [{ title: " " }, "title"],
    [{ kind: null }, "kind"],
    [{ participants: [] }, "participants"],
    [{ participants: [{ role: "GUEST", leader: "nobody" }] }, "participants.0.leader"],
    [{ agreements: [{ agreement: "none", relation: "DISCUSSED" }] }, "agreements.0.agreement"],
    [{ topics: ["no-such"] }, "topics.0"],
    [{ partOf: "no-such" }, "partOf"],
    [{ partOf: VISIT }, "partOf"],
  ])("%j is refused where it stands, and nothing is written", async (wrong, field) => {
    const before = await desk.counts();
    const { errors } = await sent("updateEvent", { ...(await about(VISIT)), source, ...wrong });
    expect(errors).toMatchObject([{ path: ["input", ...field.split(".")] }]);
    expect(await desk.counts()).toEqual(before);
  });
});
