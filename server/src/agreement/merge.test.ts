import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Correcting, correcting, mutation } from "../../test/correcting.ts";
import { keepsToForm, rowsOf } from "../../test/merging.ts";
import { engines, type World } from "../../test/world.ts";

const agreement = `id slug version title aliases status ratified disputed when { edtf } topics { slug }
  parties { key } stages { status } reports { totalCount nodes { status parties { key mustRatify } } }`;
const plain = (
  name: string,
  type: string,
) => `mutation ($input: ${type}!) { ${name}(input: $input) {
  entity { ${agreement} } change { id } errors { __typename ... on UserError { code message path } } } }`;
const SEND = {
  mergeAgreements: mutation("mergeAgreements", agreement),
  createAgreement: plain("createAgreement", "CreateAgreementInput"),
  reportPartyStep: plain("reportPartyStep", "ReportPartyStepInput"),
  updateAgreement: mutation("updateAgreement", agreement),
  undoChange: mutation("undoChange", `... on Agreement { ${agreement} }`),
} as const;

const published = (publishedOn: string) => ({
  source: { publisher: "TASS", publishedOn },
  note: "n",
});
const NEW = {
  ...{ kind: "AGREEMENT", binding: "LEGAL", requiresRatification: true },
  parties: [
    { country: "RU", mustRatify: true },
    { country: "IR", mustRatify: true },
  ],
  ...{ status: "SIGNED", when: "2025-10-02", ...published("2025-10-03") },
};

describe.each(engines)("merging agreements on %s", (engine) => {
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
  const made = async (title: string, rest: object = {}) => {
    const { entity, errors } = await sent("createAgreement", { ...NEW, title, ...rest });
    expect(errors).toEqual([]);
    return entity;
  };
  const pairOf = async (from: string, into: string) => {
    const [goes, stays] = [await read(from), await read(into)];
    return {
      ...{ fromId: goes.id, intoId: stays.id, note: "One text." },
      ...{ expectedFromVersion: goes.version, expectedVersion: stays.version },
    };
  };
  const join = async (from: string, into: string) =>
    sent("mergeAgreements", await pairOf(from, into));

  test("it needs an editor, a dry run of it writes nothing, and wrong input is refused where it stands", async () => {
    const [one, other] = [await made("Railway pact"), await made("Pact on railways")];
    const input = await pairOf(other.slug, one.slug);
    await keepsToForm(desk, "mergeAgreements", "Agreement", input);
  });

  test("one ratification in each record are both of the one, from their own days on; undone all is as it was", async () => {
    const one = await made("Agreement on the northern railway", { topics: ["energy"] });
    const two = await made("Northern Railway Agreement", { topics: ["trade"] });
    const ratified = async (slug: string, party: string, day: string) => {
      const { version, id } = await read(slug);
      const input = {
        agreementId: id,
        parties: [party],
        step: "RATIFIED",
        when: day,
        expectedVersion: version,
      };
      const { errors } = await sent("reportPartyStep", { ...input, ...published(day) });
      expect(errors).toEqual([]);
    };
    await ratified(one.slug, "RU", "2025-11-10");
    await ratified(two.slug, "IR", "2025-12-12");
    const [stayed, went, before] = [await read(one.slug), await read(two.slug), await rowsOf(home)];
    expect(stayed.status).toBe("SIGNED");
    const merged = await join(two.slug, one.slug);
    expect(merged).toMatchObject({
      errors: [],
      entity: {
        ...{ slug: one.slug, status: "RATIFIED", ratified: 2, disputed: false },
        ...{ aliases: ["Northern Railway Agreement"], reports: { totalCount: 4 } },
        topics: [{ slug: "energy" }, { slug: "trade" }],
      },
      change: { entitySlug: two.slug, removed: [two.id], node: { id: one.id } },
    });
    // Whoever acted is told as the party that it is.
    const acts = merged.entity.reports.nodes.flatMap((each: { parties: object[] }) => each.parties);
    expect(acts).toEqual([
      { key: "RU", mustRatify: true },
      { key: "IR", mustRatify: true },
    ]);
    expect(await read(two.slug, "2025-12-11")).toMatchObject({ status: "SIGNED", ratified: 1 });
    expect(await read(two.slug, "2025-12-12")).toMatchObject({ slug: one.slug, ratified: 2 });
    const found = await desk.ask(`{ node(id: "${two.id}") { id }
      agreements(first: 100) { nodes { slug } }
      search(text: "northern railway", kinds: [AGREEMENT]) { nodes { ... on Node { id } } } }`);
    expect(found.node).toEqual({ id: one.id });
    expect(found.search.nodes).toEqual([{ id: one.id }]);
    expect(JSON.stringify(found.agreements)).not.toContain(`"${two.slug}"`);

    const undone = await desk.undo(merged, went.version + 1);
    expect(undone).toMatchObject({ errors: [], entity: { slug: two.slug } });
    expect(await rowsOf(home)).toEqual(before);
    const redone = await desk.undo(undone, went.version + 2);
    expect(redone).toMatchObject({ errors: [], entity: { slug: one.slug, status: "RATIFIED" } });
    expect((await desk.undo(redone, went.version + 3)).errors).toEqual([]);
    expect(await rowsOf(home)).toEqual(before);
  });

  test("different kinds, force or parties, and one that replaced the other, are refused with what to do", async () => {
    const one = await made("Gas accord");
    for (const [rest, message] of [
      [{ kind: "TREATY" }, /TREATY goes, AGREEMENT stays.*updateAgreement/],
      [{ binding: "POLITICAL", requiresRatification: false }, /different force.*updateAgreement/],
      [
        { parties: [...NEW.parties, { country: "CN" }] },
        /china.*one of them only.*updateAgreement/,
      ],
      [{ supersedes: one.slug }, /replaced the other.*supersedes/],
    ] as const) {
      const other = await made("Accord on gas", rest);
      const { errors } = await join(other.slug, one.slug);
      expect(errors[0]).toMatchObject({ code: "INVALID_INPUT", path: ["input", "fromId"] });
      expect(errors[0].message).toMatch(message);
    }
    // By way of a third it would replace itself.
    const second = await made("Second accord on gas", { supersedes: one.slug });
    const third = await made("Third accord on gas", { supersedes: second.slug });
    for (const [from, into] of [
      [third.slug, one.slug],
      [one.slug, third.slug],
    ]) {
      const { errors } = await join(from, into);
      expect(errors[0].message).toMatch(/replaced the other.*supersedes/);
    }
  });

  test("the one known first stays, and nothing of the later is told before its day", async () => {
    const first = await made("Accord on water");
    const late = (rest: object) =>
      made("Water accord", { ...NEW, ...published("2025-10-20"), ...rest });
    const longer = await late({ subject: "Who may take how much." });
    const told = await join(longer.slug, first.slug);
    expect(told.errors[0].message).toMatch(/2025-10-20.*2025-10-03: subject\. .*updateAgreement/);
    const { errors } = await join(first.slug, longer.slug);
    expect(errors[0].message).toMatch(/other way round/);
    const same = await late({});
    expect((await join(same.slug, first.slug)).errors).toEqual([]);
  });
});
