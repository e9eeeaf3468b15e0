import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { cast, ofVisit, say, VISIT } from "../../test/cast.ts";
import { engines, type World, world } from "../../test/world.ts";
import { parseWhen } from "../when/when.ts";

describe.each(engines)("the visit and the treaty on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
  });
  afterAll(() => home.close());

  const founding = (asOf: string | null) =>
    ask(
      home.storage,
      `{ event(slug: "${VISIT}", asOf: ${JSON.stringify(asOf)}) { status summary when { edtf fixed latest } }
         agreement(slug: "treaty", asOf: ${JSON.stringify(asOf)}) {
           status disputed ratified when { edtf } rivalClaims { claimant when { edtf } shown } } }`,
    );

  it("is expected on 5 December 2024, not fixed, with a text that is agreed", async () => {
    expect(await founding("2024-12-05")).toEqual({
      event: {
        status: "EXPECTED",
        summary: null,
        when: { edtf: null, fixed: false, latest: null },
      },
      agreement: {
        status: "AGREED",
        disputed: false,
        ratified: 0,
        when: { edtf: "2024-06-11" },
        rivalClaims: [],
      },
    });
  });

  it("gets bounds, then a day, then is held, and the treaty is signed on it", async () => {
    const whenOn = async (day: string) => (await founding(day)).event;
    expect(await whenOn("2024-12-23")).toMatchObject({
      status: "EXPECTED",
      when: { fixed: false, latest: "2025-01-19" },
    });
    expect(await whenOn("2024-12-26")).toMatchObject({
      status: "SCHEDULED",
      when: { edtf: "2025-01-17", fixed: true },
    });
    expect(await founding("2025-01-18")).toMatchObject({
      event: { status: "HELD", summary: "The treaty was signed." },
      agreement: { status: "SIGNED", when: { edtf: "2025-01-17" } },
    });
  });

  it("is in force by one claim in August 2025, and by two that disagree today", async () => {
    expect((await founding("2025-08-01")).agreement).toMatchObject({
      status: "IN_FORCE",
      disputed: false,
      ratified: 2,
      when: { edtf: "2025-07-18~" },
    });
    expect((await founding(null)).agreement).toMatchObject({
      status: "IN_FORCE",
      disputed: true,
      when: { edtf: "2025-10-02" },
      rivalClaims: [
        { claimant: "Iran's ambassador", when: { edtf: "2025-07-18~" }, shown: false },
        { claimant: "Russian foreign ministry", when: { edtf: "2025-10-02" }, shown: true },
      ],
    });
  });

  it("is not there before anybody spoke of it, nor counted", async () => {
    const { event, events, upcoming, node } = await ask(
      home.storage,
      `{ event(slug: "${VISIT}", asOf: "2024-10-10") { slug }
         events(asOf: "2024-10-10") { totalCount nodes { slug } }
         upcoming(asOf: "2024-10-10") { totalCount }
         node(id: "${Buffer.from(`Event:${VISIT}`).toString("base64url")}", asOf: "2024-10-10") { id } }`,
    );
    expect({ event, events, upcoming, node }).toEqual({
      event: null,
      events: { totalCount: 0, nodes: [] },
      upcoming: { totalCount: 0 },
      node: null,
    });
  });

  it("counts below it, too, only what was known", async () => {
    const on = (asOf: string) =>
      ask(
        home.storage,
        `{ event(slug: "${VISIT}", asOf: "${asOf}") { sourceCount
             reports { totalCount nodes { knownOn claimant } }
             agreements { agreement { status reports { totalCount } events { totalCount } } } }
           country(code: "IR", asOf: "${asOf}") { events { totalCount } agreements { totalCount nodes { status } } } }`,
      );
    expect(await on("2024-12-05")).toMatchObject({
      event: {
        sourceCount: 3,
        reports: {
          totalCount: 2,
          nodes: [
            { knownOn: "2024-10-11" },
            { knownOn: "2024-12-03", claimant: "Kremlin spokesman" },
          ],
        },
        agreements: [
          {
            agreement: { status: "AGREED", reports: { totalCount: 3 }, events: { totalCount: 1 } },
          },
        ],
      },
      country: {
        events: { totalCount: 1 },
        agreements: { totalCount: 1, nodes: [{ status: "AGREED" }] },
      },
    });
    expect(await on("2020-01-01")).toEqual({
      event: null,
      country: { events: { totalCount: 0 }, agreements: { totalCount: 0, nodes: [] } },
    });
  });

  it("names the guest before the host, with the office of the day", async () => {
    const { event } = await ask(
      home.storage,
      `{ event(slug: "${VISIT}") { place { name country { code } } topics { name } allowedTransitions
           participants { role leader { slug name } country { code name } forum { slug } office { title } } } }`,
    );
    expect(event).toEqual({
      place: { name: "Moscow", country: { code: "RU" } },
      topics: [{ name: "Diplomacy" }],
      allowedTransitions: [],
      participants: [
        {
          role: "GUEST",
          leader: { slug: "pezeshkian", name: "Masoud Pezeshkian" },
          country: { code: "IR", name: "Iran" },
          forum: null,
          office: { title: "President of Iran" },
        },
        {
          role: "HOST",
          leader: { slug: "putin", name: "Vladimir Putin" },
          country: { code: "RU", name: "Russia" },
          forum: null,
          office: { title: "President of Russia" },
        },
      ],
    });
  });

  it("shows a source that came out later only where no other remains", async () => {
    const { event } = await ask(
      home.storage,
      `{ event(slug: "${VISIT}", asOf: "2024-12-03") { reports { nodes { source { publisher } sources { publisher } } } } }`,
    );
    expect(event.reports.nodes[1]).toEqual({
      source: { publisher: "Agency" },
      sources: [{ publisher: "Agency" }],
    });
  });
});

describe.each(engines)("a report taken back on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
    const word = { moves: false } as const;
    await home.storage.write((tx) =>
      say(tx, [
        ofVisit("wrong", "2025-02-01", "HELD", { when: parseWhen("2025-01-16") }),
        ofVisit("right", "2025-02-10", "HELD", { ...word, act: "PREFERENCE", targetId: "v5" }),
        ofVisit("back", "2025-03-01", "HELD", {
          ...word,
          act: "RETRACTION",
          targetId: "wrong",
          note: "Misread.",
        }),
      ]),
    );
  });
  afterAll(() => home.close());

  const on = async (asOf: string | null) =>
    (
      await ask(
        home.storage,
        `{ event(slug: "${VISIT}", asOf: ${JSON.stringify(asOf)}) { disputed when { edtf } rivalClaims { report { id } shown }
             reports { totalCount nodes { act status retracted preferred note } } } }`,
      )
    ).event;

  it("stays in the log, marked, and no longer disputes anything", async () => {
    const today = await on(null);
    expect(today).toMatchObject({ disputed: false, rivalClaims: [], when: { edtf: "2025-01-17" } });
    expect(today.reports.totalCount).toBe(8);
    expect(today.reports.nodes.filter((node: { retracted: boolean }) => node.retracted)).toEqual([
      { act: "CLAIM", status: "HELD", retracted: true, preferred: false, note: null },
    ]);
    expect(today.reports.nodes.at(-1)).toMatchObject({ act: "RETRACTION", note: "Misread." });
  });

  it("disputed the date while it stood, and the preferred claim was shown", async () => {
    const then = await on("2025-02-15");
    expect(then.disputed).toBe(true);
    expect(then.when.edtf).toBe("2025-01-17");
    expect(then.reports.nodes.some((node: { retracted: boolean }) => node.retracted)).toBe(false);
    expect(
      then.reports.nodes.filter((node: { preferred: boolean }) => node.preferred),
    ).toMatchObject([{ act: "CLAIM", status: "HELD" }]);
    expect(
      (await on("2025-02-05")).reports.nodes.some((n: { preferred: boolean }) => n.preferred),
    ).toBe(false);
  });
});
