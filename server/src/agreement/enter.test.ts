import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const agreement = `id slug version title shortTitle aliases kind binding requiresRatification duration subject note
  status ratified mustRatify when { edtf } supersedes { slug } topics { slug }
  parties { key role mustRatify note } stages { status } reports { nodes { status source { publisher } } }`;
const SEND = {
  createAgreement: mutation("createAgreement", agreement),
  updateAgreement: mutation("updateAgreement", agreement),
  reportAgreementStatus: `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
    errors { __typename ... on UserError { message path } ... on IllegalTransitionError { currentStatus legal } } } }`,
  undoChange: mutation("undoChange", `... on Agreement { ${agreement} }`),
} as const;

const source = { publisher: "TASS", publishedOn: "2026-01-03" };
const TREATY = globalId("Agreement", "ru-ir-2025");
const PARTIES = [
  { country: "RU", mustRatify: true },
  { country: "IR", mustRatify: true },
];
const NEW = {
  title: "Agreement on the Rasht–Astara railway",
  ...{ kind: "AGREEMENT", binding: "LEGAL", requiresRatification: true, parties: PARTIES },
  ...{ status: "SIGNED", when: "2026-01-02", source, note: "Signed in Moscow." },
};

describe.each(engines)("entering agreements on %s", (engine) => {
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
      await desk.ask(
        `query ($asOf: Date) { agreement(slug: "${slug}", asOf: $asOf) { ${agreement} } }`,
        { asOf },
      )
    ).agreement;

  test.each([
    ["createAgreement", NEW],
    ["updateAgreement", { agreementId: TREATY, title: "T", note: "n", expectedVersion: 1 }],
  ] as const)("%s needs an editor, and a dry run of it writes nothing", async (name, input) => {
    await desk.needsAnEditor(name, input);
    await desk.rehearses(name, input);
    if (!("expectedVersion" in input)) return;
    const late = await sent(name, { ...input, expectedVersion: 9 });
    expect(late.errors).toMatchObject([{ __typename: "StaleVersionError", currentVersion: 1 }]);
  });

  test("one is not ratified before its parties are, unless none of them must", async () => {
    const ratified = { ...NEW, status: "RATIFIED", dryRun: true };
    const { errors, agreement: none } = await sent("createAgreement", ratified);
    expect([none ?? null, errors]).toMatchObject([
      null,
      [{ __typename: "InvalidInputError", path: ["input", "status"] }],
    ]);
    expect(errors[0].message).toContain("of 2 nothing is known yet");
    const unneeded = await sent("createAgreement", { ...ratified, requiresRatification: false });
    expect(unneeded.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "status"] },
    ]);
    expect(unneeded.errors[0].message).toMatch(/needs no ratification.*`requiresRatification`/);
    for (const more of [
      { parties: [{ country: "RU" }, { country: "IR" }] },
      { status: "SIGNED" },
      { status: "IN_FORCE" },
    ])
      expect((await sent("createAgreement", { ...ratified, ...more })).errors).toEqual([]);
  });

  test("one comes with its first report, is known from its source's day on, and is withdrawn", async () => {
    const input = { ...NEW, topics: ["energy"], supersedes: "ru-ir-1921", idempotencyKey: "r" };
    const made = await sent("createAgreement", input);
    expect(made).toMatchObject({
      errors: [],
      entity: {
        ...{ version: 1, title: NEW.title, shortTitle: NEW.title, status: "SIGNED" },
        ...{ when: { edtf: "2026-01-02" }, ratified: 0, mustRatify: 2 },
        parties: [
          { key: "RU", role: "party", mustRatify: true },
          { key: "IR", role: "party", mustRatify: true },
        ],
        ...{ topics: [{ slug: "energy" }], supersedes: { slug: "ru-ir-1921" } },
        reports: { nodes: [{ status: "SIGNED", source: { publisher: "TASS" } }] },
      },
    });
    expect(await sent("createAgreement", input)).toMatchObject({ replayed: true });
    const { slug, id } = made.entity;
    expect(await read(slug, "2026-01-02")).toBeNull();
    expect((await read(slug, "2026-01-03")).status).toBe("SIGNED");
    const found = await desk.ask(
      `{ search(text: "Rasht railway") { nodes { ... on Node { id } } } }`,
    );
    expect(JSON.stringify(found)).toContain(id);
    const gone = await desk.undo(made, 1);
    expect(gone).toMatchObject({
      ...{ errors: [], entity: null },
      change: { removed: expect.arrayContaining([id]) },
    });
    expect(await read(slug)).toBeNull();
  });

  test("what needs no ratification is not offered to be ratified, and a report of it says what to do", async () => {
    const more = {
      title: "Memorandum on ports",
      requiresRatification: false,
      binding: "POLITICAL",
    };
    const made = await sent("createAgreement", { ...NEW, ...more, parties: [{ country: "RU" }] });
    const ask = { agreementId: made.entity.id, expectedVersion: 1, when: "2026-01-03", source };
    const { errors } = await sent("reportAgreementStatus", {
      ...ask,
      status: "RATIFIED",
      note: "n",
    });
    expect(errors).toMatchObject([
      {
        ...{ __typename: "IllegalTransitionError", currentStatus: "SIGNED" },
        ...{ path: ["input", "status"] },
        message: expect.stringMatching(/needs no ratification.*Report its entry into force/),
      },
    ]);
    expect(errors[0].legal).toContain("IN_FORCE");
    expect(errors[0].legal).not.toContain("RATIFIED");
    const moves = `{ agreement(slug: "${made.entity.slug}") { allowedTransitions { to } } }`;
    const offered = (await desk.ask(moves)).agreement.allowedTransitions;
    expect(offered.map(({ to }: { to: string }) => to)).toEqual(errors[0].legal);
    expect(
      (await sent("reportAgreementStatus", { ...ask, status: "IN_FORCE", note: "n" })).errors,
    ).toEqual([]);
  });

  test("who must ratify decides where it stands, on every day; undone, it stands where it stood", async () => {
    const made = await sent("createAgreement", { ...NEW, title: "Agreement on ports" });
    const { id, slug } = made.entity;
    const common = { agreementId: id, note: "n", expectedVersion: 1 };
    const bare = await sent("updateAgreement", { ...common, parties: [{ country: "RU" }] });
    expect(bare.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "source"] },
    ]);
    const parties = [{ country: "RU" }, { country: "IR", mustRatify: true }, { forum: "eaeu" }];
    const changed = await sent("updateAgreement", { ...common, parties, source });
    expect(changed).toMatchObject({
      errors: [],
      entity: {
        version: 2,
        mustRatify: 1,
        parties: [{ key: "RU" }, { key: "IR" }, { key: "eaeu" }],
      },
    });
    expect(JSON.parse(changed.change.after)).toEqual({
      "parties.russia.mustRatify": false,
      ...{ "parties.eaeu.position": 2, "parties.eaeu.country": null, "parties.eaeu.forum": "eaeu" },
      ...{ "parties.eaeu.role": "party", "parties.eaeu.mustRatify": false },
      "parties.eaeu.remark": null,
    });
    expect((await read(slug, "2026-01-03")).mustRatify).toBe(1);
    expect((await desk.undo(changed, 2)).errors).toEqual([]);
    expect(await read(slug)).toEqual({ ...made.entity, version: 3 });
  });

  test("a spelling needs a note alone, and all that was not given stays", async () => {
    const before = await read("ru-ir-2025");
    const input = { agreementId: TREATY, note: "n", expectedVersion: before.version };
    const made = await sent("updateAgreement", {
      ...input,
      title: "The treaty",
      aliases: ["Moscow treaty"],
      subject: null,
      topics: ["diplomacy"],
    });
    expect(made).toMatchObject({
      errors: [],
      entity: {
        ...before,
        ...{ title: "The treaty", aliases: ["Moscow treaty"], subject: null },
        ...{ topics: [{ slug: "diplomacy" }], version: before.version + 1 },
      },
    });
    expect((await desk.undo(made, before.version + 1)).errors).toEqual([]);
    expect(await read("ru-ir-2025")).toEqual({ ...before, version: before.version + 2 });
  });

  test("none replaces itself, nor what replaces it", async () => {
    const { version } = await read("ru-ir-2001");
    const input = { agreementId: globalId("Agreement", "ru-ir-2001"), source, note: "n" };
    for (const supersedes of ["ru-ir-2001", "ru-ir-2025"]) {
      const { errors } = await sent("updateAgreement", {
        ...input,
        supersedes,
        expectedVersion: version,
      });
      expect(errors).toMatchObject([{ path: ["input", "supersedes"] }]);
    }
  });

  test.each([
    [{ title: " " }, "title"],
    [{ parties: [] }, "parties"],
    [{ parties: [{ country: "RU", forum: "brics" }] }, "parties.0"],
    [{ parties: [{ country: "XX" }] }, "parties.0.country"],
    [{ parties: [{ country: "RU" }, { country: "RU" }] }, "parties.1"],
    [{ topics: ["no-such"] }, "topics.0"],
    [{ supersedes: "no-such" }, "supersedes"],
    [{ when: "2999" }, "when"],
    [{ source: undefined }, "source"],
  ])("%j is refused where it stands, and nothing is written", async (wrong, field) => {
    const before = await desk.counts();
    const { errors } = await sent("createAgreement", { ...NEW, ...wrong });
    expect(errors).toMatchObject([{ path: ["input", ...field.split(".")] }]);
    expect(await desk.counts()).toEqual(before);
  });
});
