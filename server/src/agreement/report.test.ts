import { graphql } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NOW, shippedWorld } from "../../test/ask.ts";
import { engines, type World } from "../../test/world.ts";
import { createToken, RANDOM_BYTES, type Role, viewerOf } from "../access/access.ts";
import { globalId } from "../graphql/id.ts";
import { schema } from "../schema.ts";

const REPORT = /* GraphQL */ `
  mutation ($input: ReportAgreementStatusInput!) {
    reportAgreementStatus(input: $input) {
      replayed
      entity { slug status version disputed when { edtf } stages { status } changes(first: 1) { totalCount nodes { by note } } }
      report { status knownOn claimant note source { publisher url } }
      change { by action version statusBefore statusAfter entity { slug } }
      errors {
        __typename
        ... on UserError { code message path }
        ... on StaleVersionError {
          expectedVersion currentVersion changedBy
          current { slug version ... on Agreement { status when { edtf } } }
        }
        ... on IllegalTransitionError { currentStatus legal }
      }
    }
  }
`;

const SMR = globalId("Agreement", "smr-2025");
const source = { publisher: "Rosatom", url: "https://example.org/smr", publishedOn: "2025-12-20" };
const wish = (rest: object = {}) => ({
  agreementId: SMR,
  status: "IN_FORCE",
  when: "2025-12-19",
  source,
  note: "Rosatom says that work has begun.",
  expectedVersion: 1,
  ...rest,
});

describe.each(engines)("reporting an agreement's status on %s", (engine) => {
  let home: World;
  let token: Record<Role, string>;

  beforeAll(async () => {
    home = await shippedWorld(engine);
    token = {
      VIEWER: await give("VIEWER"),
      EDITOR: await give("EDITOR"),
      ADMIN: await give("ADMIN"),
    };
  }, 60_000);
  afterAll(() => home.close());

  let minted = 1;
  async function give(role: Role, days: number | null = null): Promise<string> {
    const random = new Uint8Array(RANDOM_BYTES).map((_, place) => (place * 7 + minted * 13) % 248);
    minted += 1;
    const name = `${role.toLowerCase()} ${minted}`;
    return home.storage.write((tx) => createToken(tx, { name, role, days }, new Date(NOW), random));
  }

  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  async function send(query: string, variables: object, bearer?: string, now = NOW): Promise<any> {
    const header = bearer && `Bearer ${bearer}`;
    const viewer = await viewerOf(home.storage, header, new Date(now));
    const contextValue = {
      storage: home.storage,
      viewer,
      clock: () => new Date(now),
      requestId: "test",
    };
    const answer = await graphql({
      schema,
      source: query,
      contextValue,
      variableValues: { ...variables },
    });
    return JSON.parse(JSON.stringify(answer));
  }
  const report = (input: object, bearer = token.EDITOR) => send(REPORT, { input }, bearer);
  const payload = async (input: object) => {
    const { data, errors } = await report(input);
    expect(errors).toBeUndefined();
    return data.reportAgreementStatus;
  };
  const agreement = async (slug: string) =>
    (
      await send(
        `{ agreement(slug: "${slug}") { status version changes(first: 1) { totalCount } reports(first: 1) { totalCount } } }`,
        {},
      )
    ).data.agreement;
  const counts = () =>
    home.storage.read(async ({ db, tables }) => ({
      reports: await db.$count(tables.report),
      changes: await db.$count(tables.change),
      sources: await db.$count(tables.source),
      keys: await db.$count(tables.idempotency),
    }));

  describe("who may not", () => {
    let before: object;
    beforeEach(async () => {
      before = await counts();
    });

    const refusedWith = async (code: string, bearer: string | undefined, now = NOW) => {
      const { data, errors } = await send(REPORT, { input: wish() }, bearer, now);
      expect(errors?.[0]?.message).toBeTruthy();
      expect(data).toBeNull();
      const thrown = await graphqlCode(bearer, now);
      expect(thrown).toBe(code);
      expect(await counts()).toEqual(before);
    };
    async function graphqlCode(bearer: string | undefined, now: string): Promise<unknown> {
      const viewer = await viewerOf(home.storage, bearer && `Bearer ${bearer}`, new Date(now));
      const contextValue = {
        storage: home.storage,
        viewer,
        clock: () => new Date(now),
        requestId: "test",
      };
      const { errors } = await graphql({
        schema,
        source: REPORT,
        contextValue,
        variableValues: { input: wish() },
      });
      return (errors?.[0]?.originalError as { code?: unknown } | undefined)?.code;
    }

    test("nobody is told to bring a token", () => refusedWith("UNAUTHENTICATED", undefined));
    test("a mistyped token is told apart", () =>
      refusedWith("UNAUTHENTICATED", `${token.EDITOR.slice(0, -1)}~`));
    test("an unknown token is refused", async () => {
      const { mintToken } = await import("../access/token.ts");
      await refusedWith("UNAUTHENTICATED", mintToken(new Uint8Array(RANDOM_BYTES).fill(3)));
    });
    test("an expired token is refused", async () => {
      const short = await give("EDITOR", 1);
      await refreshCounts();
      await refusedWith("UNAUTHENTICATED", short, "2026-01-08T00:00:00.000Z");
    });
    test("a viewer is forbidden", () => refusedWith("FORBIDDEN", token.VIEWER));

    async function refreshCounts() {
      before = await counts();
    }
  });

  test("a dry run answers as if carried out, and writes nothing", async () => {
    const before = await counts();
    const { entity, change, errors, report: made } = await payload(wish({ dryRun: true }));
    expect(errors).toEqual([]);
    expect(entity).toMatchObject({ status: "IN_FORCE", version: 2, when: { edtf: "2025-12-19" } });
    expect(change).toMatchObject({ statusBefore: "SIGNED", statusAfter: "IN_FORCE" });
    expect(made).toMatchObject({ knownOn: "2025-12-20", source: { publisher: "Rosatom" } });
    expect(await counts()).toEqual(before);
    expect(await agreement("smr-2025")).toMatchObject({ status: "SIGNED", version: 1 });
  });

  test("everything wrong with an input is said at once, each with its field", async () => {
    const before = await counts();
    const { entity, errors } = await payload(
      wish({ when: "soon", note: " ", source: null, knownOn: "2027-01-01" }),
    );
    expect(entity).toBeNull();
    expect(errors.map((error: { path: string[] }) => error.path.join("."))).toEqual([
      "input.when",
      "input.knownOn",
      "input.note",
      "input.source",
    ]);
    expect(new Set(errors.map((error: { __typename: string }) => error.__typename))).toEqual(
      new Set(["InvalidInputError"]),
    );
    expect(await counts()).toEqual(before);
  });

  test("an illegal move names the status and the legal moves", async () => {
    const { errors } = await payload(wish({ status: "NEGOTIATING" }));
    expect(errors).toMatchObject([
      { __typename: "IllegalTransitionError", code: "ILLEGAL_TRANSITION", currentStatus: "SIGNED" },
    ]);
    expect(errors[0].legal).toContain("IN_FORCE");
    expect(errors[0].legal).not.toContain("NEGOTIATING");
  });

  test("a status entered before the present one is out of order", async () => {
    const { errors } = await payload(wish({ when: "2020-01-01" }));
    expect(errors).toMatchObject([{ __typename: "InvalidInputError", path: ["input", "when"] }]);
  });

  test("what is not there is said to be missing", async () => {
    const { errors } = await payload(wish({ agreementId: globalId("Agreement", "atlantis") }));
    expect(errors).toMatchObject([{ __typename: "NotFoundError", path: ["input", "agreementId"] }]);
    const other = await payload(wish({ source: null, sourceId: globalId("Source", "atlantis") }));
    expect(other.errors).toMatchObject([
      { __typename: "NotFoundError", path: ["input", "sourceId"] },
    ]);
  });

  test("the next status is written with report, change and version; the same key is carried out once", async () => {
    const before = await counts();
    const input = wish({ idempotencyKey: "majlis-1" });
    const first = await payload(input);
    expect(first).toMatchObject({
      replayed: false,
      errors: [],
      entity: { slug: "smr-2025", status: "IN_FORCE", version: 2, changes: { totalCount: 1 } },
      report: {
        status: "IN_FORCE",
        claimant: "Rosatom",
        source: { url: "https://example.org/smr" },
      },
      change: { action: "reportAgreementStatus", version: 2, entity: { slug: "smr-2025" } },
    });
    const after = await counts();
    expect(after).toEqual({
      reports: before.reports + 1,
      changes: before.changes + 1,
      sources: before.sources + 1,
      keys: before.keys + 1,
    });
    const again = await payload({ ...input });
    expect(again).toMatchObject({ replayed: true, errors: [], entity: { version: 2 } });
    expect(again.report).toEqual(first.report);
    const other = await payload({ ...input, note: "Something else." });
    expect(other.errors).toMatchObject([{ __typename: "IdempotencyMismatchError" }]);
    expect(await counts()).toEqual(after);
  });

  test.each([
    ["url", "example.org/smr", /is not a web address. Begin with https/],
    ["url", "javascript:alert(1)", /is not a web address/],
    ["url", "", /is not a web address/],
    ["language", "English!", /BCP 47/],
    ["publishedOn", "last week", /last week/],
  ])("a source whose %s is “%s” is told as data, at its path", async (field, value, words) => {
    const { data, errors } = await send(
      REPORT,
      {
        input: wish({ source: { ...source, [field]: value } }),
      },
      token.EDITOR,
    );
    expect(errors).toBeUndefined();
    expect(data.reportAgreementStatus.errors).toEqual([
      {
        __typename: "InvalidInputError",
        code: "INVALID_INPUT",
        message: expect.stringMatching(words),
        path: ["input", "source", field],
      },
    ]);
    const literal = await send(
      `mutation { reportAgreementStatus(input: { agreementId: "${SMR}", status: IN_FORCE, when: "2025-12-19", note: "x", expectedVersion: 1,
        source: { publisher: "Rosatom", ${field}: ${JSON.stringify(value)} } }) { errors { __typename } } }`,
      {},
      token.EDITOR,
    );
    expect(literal.errors).toBeUndefined();
    expect(literal.data.reportAgreementStatus.errors).toEqual([
      { __typename: "InvalidInputError" },
    ]);
  });

  test("as of an earlier day the world does not know it yet", async () => {
    const { data } = await send(
      `{ agreement(slug: "smr-2025", asOf: "2025-12-19") { status reports { totalCount } } }`,
      {},
    );
    expect(data.agreement.status).toBe("SIGNED");
  });

  test("of fifty at once with one version, one succeeds and forty-nine see the present state", async () => {
    const { version } = await agreement("ru-ir-consultations-2025");
    const before = await counts();
    const input = wish({
      agreementId: globalId("Agreement", "ru-ir-consultations-2025"),
      when: "2026-01-01",
      source: { publisher: "Russian Foreign Ministry", publishedOn: "2026-01-02" },
      expectedVersion: version,
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => payload(input)));
    const won = answers.filter((answer) => answer.errors.length === 0);
    const stale = answers.flatMap((answer) => answer.errors);
    expect(won).toHaveLength(1);
    expect(stale).toHaveLength(49);
    for (const error of stale) {
      expect(error).toMatchObject({
        __typename: "StaleVersionError",
        expectedVersion: version,
        currentVersion: version + 1,
        current: { slug: "ru-ir-consultations-2025", status: "IN_FORCE", version: version + 1 },
      });
      expect(error.changedBy).toMatch(/^editor/);
    }
    expect((await counts()).reports).toBe(before.reports + 1);
  }, 60_000);

  test("a rival date stands beside the one there is, and both are shown", async () => {
    const { version } = await agreement("smr-2025");
    const { entity, errors } = await payload(
      wish({
        when: "2025-12-01",
        expectedVersion: version,
        source: { publisher: "Tehran Times", publishedOn: "2025-12-02" },
        note: "An earlier date.",
      }),
    );
    expect(errors).toEqual([]);
    expect(entity).toMatchObject({ status: "IN_FORCE", disputed: true });
  });
});
