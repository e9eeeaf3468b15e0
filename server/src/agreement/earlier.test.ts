import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World } from "../../test/world.ts";

const STATUS = `mutation ($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) {
  entity { status version when { edtf } stages { status when { edtf } } rivalClaims { status when { edtf } } }
  errors { __typename ... on UserError { message path } } } }`;
const TREATY = "ru-ir-2025";
const STANDS = { status: "IN_FORCE", when: { edtf: "2025-10-02" } };

describe.each(engines)("what is said of an agreement's way so far on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
  }, 60_000);
  afterAll(() => home.close());

  const agreement = async (slug: string) =>
    (await desk.send(`{ agreement(slug: "${slug}") { id version status when { edtf } } }`)).data
      .agreement;
  const say = async (
    slug: string,
    status: string,
    when: string,
    earlier: boolean | null = true,
  ) => {
    const { id, version } = await agreement(slug);
    const source = { publisher: "Vedomosti", publishedOn: "2025-12-01" };
    const input = { agreementId: id, status, when, earlier, source, note: "n" };
    const { data, errors } = await desk.send(STATUS, {
      input: { ...input, expectedVersion: version },
    });
    expect(errors).toBeUndefined();
    return data.reportAgreementStatus;
  };

  test("another day of a status it passed through competes with the first, and it stays where it stands", async () => {
    const alone = await say(TREATY, "AGREED", "2024-06-20", null);
    expect(alone.errors).toMatchObject([{ __typename: "IllegalTransitionError" }]);
    const { entity, errors } = await say(TREATY, "AGREED", "2024-06-20");
    expect(errors).toEqual([]);
    expect(entity).toMatchObject(STANDS);
    const agreed = entity.rivalClaims.filter(
      ({ status }: { status: string }) => status === "AGREED",
    );
    expect(agreed.map(({ when }: { when: { edtf: string } }) => when.edtf)).toContain("2024-06-20");
  });

  test("a status that was left out becomes a stage before the present one", async () => {
    const before = await agreement("smr-2025");
    expect(before.status).toBe("SIGNED");
    const { entity, errors } = await say("smr-2025", "AGREED", "2025-09-01");
    expect(errors).toEqual([]);
    expect(entity).toMatchObject({ status: "SIGNED", when: before.when });
    expect(entity.stages.map(({ status }: { status: string }) => status)).toEqual([
      "AGREED",
      "SIGNED",
    ]);
  });

  test("what does not fit the way is refused, and leaves nothing behind", async () => {
    const { version } = await agreement(TREATY);
    for (const [status, when, field] of [
      ["IN_FORCE", "2025-07-18", "earlier"],
      ["SIGNED", "2025-11-01", "when"],
      ["EXPIRED", "2025-06-01", "when"],
    ] as const) {
      const { entity, errors } = await say(TREATY, status, when);
      expect([entity, errors]).toMatchObject([
        null,
        [{ __typename: "InvalidInputError", path: ["input", field] }],
      ]);
    }
    expect(await agreement(TREATY)).toMatchObject({ ...STANDS, version });
  });
});
