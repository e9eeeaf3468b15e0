import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { type Editing, editing } from "../../test/editing.ts";
import { engines, type World } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";

const REPORT = /* GraphQL */ `
  mutation ($input: ReportEventStatusInput!) {
    reportEventStatus(input: $input) {
      replayed
      entity { slug status version overdue when { edtf fixed } }
      event { slug }
      report { status knownOn knownOnBasis claimant note source { publisher } }
      change { action version statusBefore statusAfter entity { slug } }
      errors {
        __typename
        ... on UserError { message path }
        ... on IllegalTransitionError { currentStatus legal }
        ... on StaleVersionError { currentVersion current { ... on Event { status } } }
      }
    }
  }
`;

const VISIT = "visit-putin-iran-planned";
const wish = (rest: object = {}) => ({
  eventId: globalId("Event", VISIT),
  status: "SCHEDULED",
  when: "2026-03-01",
  source: { publisher: "Kremlin", publishedOn: "2026-01-04" },
  note: "The Kremlin names the day.",
  expectedVersion: 1,
  ...rest,
});

describe.each(engines)("reporting where an event stands on %s", (engine) => {
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
    return data.reportEventStatus;
  };
  const standing = async (asOf: string | null = null) =>
    (
      await desk.send(
        `query ($asOf: Date) { event(slug: "${VISIT}", asOf: $asOf) { status version when { edtf fixed } } }`,
        {
          asOf,
        },
      )
    ).data.event;

  test("needs an editor", async () => {
    const before = await standing();
    for (const role of [null, "VIEWER"] as const) {
      const { data, errors } = await desk.send(REPORT, { input: wish() }, role);
      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
    }
    expect(await standing()).toEqual(before);
  });

  test("everything wrong with an input is said at once", async () => {
    const cases: [object, string[]][] = [
      [{ when: null }, ["input.when"]],
      [{ when: "2025-12-01/.." }, ["input.when"]],
      [{ status: "HELD", when: "2026-03-01" }, ["input.when"]],
      [
        { status: "HELD", when: null, note: "", source: null },
        ["input.when", "input.note", "input.source"],
      ],
      [{ when: "2025-12-01", knownOn: "2026-01-02" }, ["input.when"]],
      [{ when: "soon", knownOn: "2027-01-01" }, ["input.when", "input.knownOn"]],
    ];
    for (const [part, paths] of cases) {
      const { entity, errors } = await payload(wish(part));
      expect(entity).toBeNull();
      expect([part, errors.map(({ path }: { path: string[] }) => path.join("."))]).toEqual([
        part,
        paths,
      ]);
    }
  });

  test("a plan gets its date, is put off, is set anew and is held, each known from its source's day", async () => {
    const before = await standing();
    expect(before).toMatchObject({ status: "EXPECTED", when: { fixed: false } });

    const dry = await payload(wish({ dryRun: true }));
    expect(dry).toMatchObject({ entity: { status: "SCHEDULED", version: 2 }, errors: [] });
    expect(await standing()).toEqual(before);

    const set = await payload(wish({ idempotencyKey: "k" }));
    expect(set).toMatchObject({
      entity: {
        status: "SCHEDULED",
        version: 2,
        overdue: false,
        when: { edtf: "2026-03-01", fixed: true },
      },
      event: { slug: VISIT },
      report: { knownOn: "2026-01-04", knownOnBasis: "SOURCE", claimant: "Kremlin" },
      change: {
        action: "reportEventStatus",
        statusBefore: "EXPECTED",
        statusAfter: "SCHEDULED",
        entity: { slug: VISIT },
      },
      errors: [],
    });
    expect(await payload(wish({ idempotencyKey: "k" }))).toMatchObject({
      replayed: true,
      entity: { version: 2 },
    });
    expect(await standing("2026-01-03")).toMatchObject({ status: "EXPECTED" });

    const off = await payload(
      wish({ status: "POSTPONED", when: null, expectedVersion: 2, note: "Put off." }),
    );
    expect(off.entity).toMatchObject({
      status: "POSTPONED",
      version: 3,
      when: { edtf: null, fixed: false },
    });

    const late = await payload(wish({ expectedVersion: 2 }));
    expect(late.errors).toMatchObject([
      { __typename: "StaleVersionError", currentVersion: 3, current: { status: "POSTPONED" } },
    ]);

    const held = await payload(
      wish({
        status: "HELD",
        when: "2026-01-05",
        expectedVersion: 3,
        source: { publisher: "IRNA" },
        note: "It was held.",
      }),
    );
    expect(held.entity).toMatchObject({ status: "HELD", version: 4, when: { edtf: "2026-01-05" } });
  });

  test("what was held is not un-held; the way out is said", async () => {
    const { errors } = await payload(wish({ status: "CANCELLED", when: null, expectedVersion: 4 }));
    expect(errors).toMatchObject([
      {
        __typename: "IllegalTransitionError",
        currentStatus: "HELD",
        legal: [],
        path: ["input", "status"],
      },
    ]);
    expect(errors[0].message).toContain("retract");
  });

  test("an event that is not there is said to be missing", async () => {
    const { errors } = await payload(wish({ eventId: globalId("Agreement", "ru-ir-2025") }));
    expect(errors).toMatchObject([{ __typename: "NotFoundError", path: ["input", "eventId"] }]);
  });
});
