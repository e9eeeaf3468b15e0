// Writing over HTTP: who may, how long, and what fifty at once come to.
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allTokens, createToken, RANDOM_BYTES, type Role } from "../src/access/access.ts";
import { mintToken } from "../src/access/token.ts";
import { globalId } from "../src/graphql/id.ts";
import { buildApp } from "../src/http/app.ts";
import { schema } from "../src/schema.ts";
import { engines, shippedWorld } from "./ask.ts";
import { runCommand } from "./program.ts";
import type { World } from "./world.ts";

/** Milliseconds for what starts programs: a slow machine, busy with other tests. */
const PATIENCE = 180_000;

const REPORT = /* GraphQL */ `
  mutation ($input: ReportAgreementStatusInput!) {
    reportAgreementStatus(input: $input) {
      entity { slug status version }
      change { by revision }
      errors {
        __typename
        ... on UserError { code }
        ... on StaleVersionError { expectedVersion currentVersion current { slug version } }
      }
    }
  }
`;

/** The small reactors of Rosatom, signed and waiting to be in force. */
const input = {
  agreementId: globalId("Agreement", "smr-2025"),
  status: "IN_FORCE",
  when: "2025-12-19",
  source: { publisher: "Rosatom", publishedOn: "2025-12-20" },
  note: "Rosatom says that work has begun.",
  expectedVersion: 1,
};

describe.each(engines)("writing over HTTP on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let address: string;

  beforeAll(async () => {
    home = await shippedWorld(engine);
    app = await buildApp({ schema, storage: home.storage, config: { logLevel: "error" } });
    address = await app.listen({ host: "127.0.0.1", port: 0 });
  }, PATIENCE);
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  async function post(token: string | null, wish: object = input) {
    const answer = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: REPORT, variables: { input: wish } }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
    const { data, errors } = (await answer.json()) as any;
    return {
      status: answer.status,
      payload: data?.reportAgreementStatus ?? null,
      code: errors?.[0]?.extensions.code ?? null,
      message: errors?.[0]?.message ?? null,
    };
  }

  const give = (role: Role, days: number | null, now: Date) =>
    home.storage.write((tx) =>
      createToken(tx, { role, days, name: `${role} of a test` }, now, randomBytes(RANDOM_BYTES)),
    );

  /** How many rows stand in every table that a report could leave something in. */
  const counts = () =>
    home.storage.read(async ({ db, tables }) => ({
      reports: await db.$count(tables.report),
      sources: await db.$count(tables.source),
      reportSources: await db.$count(tables.reportSource),
      states: await db.$count(tables.agreementState),
      changes: await db.$count(tables.change),
      keys: await db.$count(tables.idempotency),
    }));

  describe("is refused and leaves nothing", () => {
    let before: object;
    beforeEach(async () => {
      before = await counts();
    });
    const refused = async (token: string | null, status: number, code: string, words: string) => {
      const answer = await post(token);
      expect(answer).toMatchObject({ status, code, payload: null });
      expect(answer.message).toContain(words);
      expect(await counts()).toEqual(before);
    };

    it("without a token", () => refused(null, 401, "UNAUTHENTICATED", "token create"));
    it("with a mistyped token", () => refused("ent_nonsense", 401, "UNAUTHENTICATED", "mistyped"));
    it("with a token that was never given out", () =>
      refused(mintToken(randomBytes(RANDOM_BYTES)), 401, "UNAUTHENTICATED", "no such token"));
    it("with a token whose day has passed", async () => {
      const expired = await give("EDITOR", 1, new Date(Date.now() - 86_400_001));
      await refused(expired, 401, "UNAUTHENTICATED", "expired");
    });
    it("with a viewer's token", async () => {
      await refused(await give("VIEWER", null, new Date()), 403, "FORBIDDEN", "needs editor");
    });
  });

  it(
    "is open to a token that the command line makes, from that moment until it is revoked",
    async () => {
      const made = await runCommand(
        home.url,
        ...["token", "create", "--role", "editor", "--name", "Vera"],
      );
      expect(made).toMatchObject({ code: 0, err: "" });
      expect(made.out).toMatch(/^ent_[0-9A-Za-z]{36}\n$/);
      const token = made.out.trim();
      const before = await counts();
      const dry = await post(token, { ...input, dryRun: true });
      expect(dry.payload).toMatchObject({ entity: { status: "IN_FORCE" }, errors: [] });
      expect(await counts()).toEqual(before);

      const first = await post(token);
      expect(first).toMatchObject({ status: 200, code: null });
      expect(first.payload).toMatchObject({
        entity: { slug: "smr-2025", status: "IN_FORCE", version: 2 },
        change: { by: "Vera", revision: 2 },
        errors: [],
      });

      const tokens = await home.storage.read(allTokens);
      const { id = "" } = tokens.find(({ name }) => name === "Vera") ?? {};
      const ended = await runCommand(home.url, "token", "revoke", id);
      expect(ended.code).toBe(0);
      const after = await counts();
      const late = await post(token, { ...input, expectedVersion: 2, when: "2025-12-20" });
      expect(late).toMatchObject({ status: 401, code: "UNAUTHENTICATED", payload: null });
      expect(late.message).toContain("revoked");
      expect(await counts()).toEqual(after);
    },
    PATIENCE,
  );

  it(
    "fifty at once from one version: one is written, forty-nine are shown what came first",
    async () => {
      const token = await give("EDITOR", null, new Date());
      const before = await counts();
      const wish = {
        ...input,
        agreementId: globalId("Agreement", "ru-ir-consultations-2025"),
        when: "2026-01-01",
      };
      const answers = await Promise.all(Array.from({ length: 50 }, () => post(token, wish)));
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
      const won = answers.filter(({ payload }) => payload.errors.length === 0);
      expect(won).toHaveLength(1);
      const stale = answers.flatMap(({ payload }) => payload.errors);
      expect(stale).toEqual(
        Array(49).fill({
          __typename: "StaleVersionError",
          code: "STALE_VERSION",
          expectedVersion: 1,
          currentVersion: 2,
          current: { slug: "ru-ir-consultations-2025", version: 2 },
        }),
      );
      const after = await counts();
      expect(after.reports).toBe(before.reports + 1);
      expect(after.changes).toBe(before.changes + 1);
    },
    PATIENCE,
  );
});
