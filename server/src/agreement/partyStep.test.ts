import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { cast, TREATY } from "../../test/cast.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World, world } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { schema } from "../schema.ts";
import { AGREEMENT_STEPS } from "./step.ts";

const REPORT = /* GraphQL */ `
  mutation ($input: ReportPartyStepInput!) {
    reportPartyStep(input: $input) {
      agreement { slug status version ratified mustRatify stages { status ratified } }
      report { step status moves body parties { key } when { edtf } knownOn }
      change { action statusBefore statusAfter }
      errors { __typename ... on UserError { message path } ... on IllegalTransitionError { currentStatus legal } }
    }
  }
`;

const CASPIAN = "caspian-2018";
const wish = (rest: object = {}) => ({
  agreementId: globalId("Agreement", CASPIAN),
  step: "RATIFIED",
  parties: ["IR"],
  body: "Majlis",
  when: "2026-01-04",
  source: { publisher: "IRNA", publishedOn: "2026-01-04" },
  note: "The Majlis has voted.",
  expectedVersion: 1,
  ...rest,
});

test("the contract has every step, and says of each what the server does", () => {
  const step = schema.getType("AgreementStep");
  const values = step && "getValues" in step ? step.getValues() : [];
  expect(values.map(({ name, description }) => [name, description])).toEqual(
    AGREEMENT_STEPS.map(({ step, meaning }) => [step, meaning]),
  );
});

describe.each(engines)("reporting an act on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await shippedWorld(engine);
    desk = await editing(home);
  }, 60_000);
  afterAll(() => home.close());

  const payload = async (input: object) => {
    const { data, errors } = await desk.send(REPORT, { input });
    expect(errors).toBeUndefined();
    return data.reportPartyStep;
  };

  test("needs an editor", async () => {
    for (const role of [null, "VIEWER"] as const) {
      const { data, errors } = await desk.send(REPORT, { input: wish() }, role);
      expect([data, errors.length]).toEqual([null, 1]);
    }
  });

  test("says whose act it must be, and who the parties are", async () => {
    const none = await payload(wish({ parties: [] }));
    expect(none.errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["input", "parties"] },
    ]);
    expect(none.errors[0].message).toContain("AZ, IR, KZ");
    const other = await payload(wish({ parties: ["IR", "CN"], when: "2026-02-01", note: " " }));
    expect(other.errors.map(({ path }: { path: string[] }) => path.join("."))).toEqual([
      "input.parties",
      "input.when",
      "input.note",
    ]);
  });

  test("a committee's word keeps the status and stands on the party's track", async () => {
    const made = await payload(wish({ step: "RECOMMENDED", body: "Committee" }));
    expect(made).toMatchObject({
      agreement: { status: "SIGNED", version: 2, ratified: 4 },
      report: { step: "RECOMMENDED", moves: false, body: "Committee", parties: [{ key: "IR" }] },
      change: { action: "reportPartyStep", statusBefore: "SIGNED", statusAfter: "SIGNED" },
      errors: [],
    });
  });

  test("the last ratification that is needed makes it ratified", async () => {
    const made = await payload(wish({ expectedVersion: 2 }));
    expect(made).toMatchObject({
      agreement: { status: "RATIFIED", version: 3, ratified: 5, mustRatify: 5 },
      report: { step: "RATIFIED", when: { edtf: "2026-01-04" }, knownOn: "2026-01-04" },
      change: { statusBefore: "SIGNED", statusAfter: "RATIFIED" },
      errors: [],
    });
  });

  test("an act of the text may enter a status", async () => {
    const made = await payload(
      wish({
        step: "REPORTED_IN_FORCE",
        parties: [],
        body: null,
        expectedVersion: 3,
        when: "2026-01-05",
      }),
    );
    expect(made).toMatchObject({
      agreement: { status: "IN_FORCE" },
      report: { moves: true, status: "IN_FORCE", parties: [] },
    });
  });
});

describe.each(engines)("an agreement not signed yet on %s", (engine) => {
  let home: World;
  let desk: Editing;
  beforeAll(async () => {
    home = await world(engine);
    await cast(home.storage);
    desk = await editing(home);
    // Everything since the signature is taken back: the latest first, for what came before still stands.
    const retract = `mutation ($input: RetractReportInput!) { retractReport(input: $input) { errors { __typename } } }`;
    for (const [nth, id] of ["t8", "t7", "t6", "t5", "t4"].entries()) {
      const reportId = globalId("Report", id);
      await desk.send(retract, { input: { reportId, note: "Imagine.", expectedVersion: nth + 1 } });
    }
  }, 60_000);
  afterAll(() => home.close());

  test("is ratified by nobody, and what enters a status must be a legal move", async () => {
    const early = { agreementId: globalId("Agreement", TREATY), expectedVersion: 6 };
    const send = async (rest: object) =>
      (await desk.send(REPORT, { input: wish({ ...early, ...rest }) })).data.reportPartyStep.errors;
    expect(await send({})).toMatchObject([
      { __typename: "IllegalTransitionError", currentStatus: "AGREED", path: ["input", "step"] },
    ]);
    const over = await send({ step: "FULFILLED", parties: [] });
    expect(over).toMatchObject([{ __typename: "IllegalTransitionError" }]);
    expect(over[0].legal).not.toContain("EXPIRED");
  });
});
