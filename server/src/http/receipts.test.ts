import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOW, shippedWorld } from "../../test/ask.ts";
import { ofTreaty, ofVisit, say } from "../../test/cast.ts";
import { engines, type World, world } from "../../test/world.ts";
import { ANONYMOUS } from "../graphql/context.ts";
import { recordChange } from "../history/history.ts";
import type { NewReport } from "../ledger/ledger.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { schema } from "../schema.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { loadDump } from "../transfer/copy.ts";
import { dump } from "../transfer/dump.ts";
import { REPLAY } from "../transfer/replay.ts";
import { buildApp } from "./app.ts";
import { idOf, receiptIn } from "./receipt.ts";

const VISIT = "visit-pezeshkian-moscow-2025";
const TREATY = "ru-ir-2025";

const EVENT =
  "slug title status overdue version when { text } reports { totalCount nodes { knownOn status claimant retracted source { title } } }";
const QUESTIONS = [
  { query: `{ event(slug: "${VISIT}") { ${EVENT} } }` },
  { query: `{ event(slug: "${VISIT}", asOf: "2024-12-24") { ${EVENT} } }` },
  {
    query: `query At($day: Date = "2024-12-05", $slug: String!) { event(slug: $slug, asOf: $day) { ${EVENT} } }
      query Other { dataset { revision } }`,
    variables: { slug: VISIT },
    operationName: "At",
  },
  {
    query: `{ agreement(slug: "${TREATY}") { title status disputed version stages { status when { text } }
      changes(first: 20) { nodes { action by } } reports { totalCount nodes { status retracted } } } }`,
  },
  {
    query: `{ upcoming(first: 50) { totalCount nodes { slug overdue } } dataset { revision horizon } }`,
  },
  {
    query: `{ search(text: "Pezeshkian", first: 20) { totalCount edges { cursor node { id } } } leaders(first: 50) { nodes { name } } }`,
  },
];

/** What the tests read of a receipt. */
type Shown = Record<"id" | "url" | "answerUrl" | "sha256", string> & { asOf: string[] };

/** Learned of late: on a day that answers were given of before. */
const lateReport = ofVisit("late", "2024-12-24", "EXPECTED", {
  subjectId: VISIT,
  claimant: "Somebody",
  placeId: null,
  sourceIds: [],
});

describe.each(engines)("a receipt on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let now = new Date(NOW);
  const apps: FastifyInstance[] = [];
  const serve = async (storage: Storage, limits: Limits = LIMITS) => {
    const built = await buildApp({
      schema,
      storage,
      limits,
      config: { logLevel: "silent" },
      clock: () => now,
      viewerOf: async (name) => ({ ...ANONYMOUS, name, role: "EDITOR" }),
    });
    apps.push(built);
    return built;
  };
  beforeAll(async () => {
    home = await shippedWorld(engine);
    app = await serve(home.storage);
  });
  afterAll(async () => {
    for (const each of apps) await each.close();
    await home.close();
  });

  const post = (payload: object, from = app) =>
    from.inject({ method: "POST", url: "/receipts", payload });
  const get = (url: string, from = app) => from.inject({ url: new URL(url).pathname });
  const plain = ({
    query,
    ...rest
  }: {
    query: string;
    variables?: object;
    operationName?: string;
  }) =>
    app.inject({
      url: `/graphql?${new URLSearchParams({
        query,
        ...(rest.variables && { variables: JSON.stringify(rest.variables) }),
        ...(rest.operationName && { operationName: rest.operationName }),
      })}`,
    });
  const change = (fn: (tx: Tx) => Promise<unknown>) =>
    home.storage.write(async (tx) => {
      await fn(tx);
      const entity = {
        entityType: "Event",
        entityId: VISIT,
        version: null,
        reportId: null,
      } as const;
      const rest = { note: null, before: null, after: null };
      await recordChange(tx, {
        ...entity,
        ...rest,
        at: now.toISOString(),
        by: "test",
        action: "test",
      });
    });
  const reportStatus = async () => {
    const found = await plain({ query: `{ agreement(slug: "${TREATY}") { id version } }` });
    const { id: agreementId, version } = found.json().data.agreement;
    const input = {
      agreementId,
      status: "TERMINATED",
      when: "2026-01-04",
      source: { publisher: "A ministry", title: "It is over" },
      note: "Made up.",
      expectedVersion: version,
    };
    const sent = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization: "editor" },
      payload: {
        query: `mutation($input: ReportAgreementStatusInput!) { reportAgreementStatus(input: $input) { errors { __typename } change { revision } } }`,
        variables: { input },
      },
    });
    expect(sent.json()).toMatchObject({ data: { reportAgreementStatus: { errors: [] } } });
  };

  it("says of which state an answer was, and gives its bytes again after every edit that followed", async () => {
    const issued: { question: (typeof QUESTIONS)[number]; receipt: Shown; answer: Buffer }[] = [];
    for (const question of QUESTIONS) {
      const sent = await post(question);
      expect(sent.statusCode).toBe(201);
      const receipt = sent.json();
      const answer = (await plain(question)).rawPayload;
      expect(receipt).toMatchObject({
        variables: {},
        operationName: null,
        ...question,
        day: "2026-01-05",
        revision: 1,
        recordedAt: NOW,
        schema: expect.stringMatching(/^[0-9a-f]{16}$/),
        sha256: createHash("sha256").update(answer).digest("hex"),
        bytes: answer.length,
        certifies: expect.stringContaining("does not certify that the world was so"),
      });
      expect(sent.headers.location).toBe(receipt.url);
      expect((await get(receipt.url)).json()).toEqual(receipt);
      issued.push({ question, receipt, answer });
    }
    expect(issued.map(({ receipt }) => receipt.asOf)).toEqual([
      [],
      ["2024-12-24"],
      ["2024-12-05"],
      [],
      [],
      [],
    ]);
    const check = async () => {
      for (const { receipt, answer } of issued) {
        const replayed = await get(receipt.answerUrl);
        expect(replayed.body).toBe(answer.toString());
        expect(replayed.headers).toMatchObject({
          "content-type": expect.stringContaining("application/json"),
          "cache-control": "public, max-age=31536000, immutable",
          etag: `"${receipt.sha256}"`,
          "repr-digest": `sha-256=:${Buffer.from(receipt.sha256, "hex").toString("base64")}:`,
        });
      }
    };
    await check();
    await reportStatus();
    await check();
    await change(async (tx) => {
      const sources = await tx.db
        .select({ id: tx.tables.source.id })
        .from(tx.tables.source)
        .limit(1);
      const sourceIds = sources.map(({ id }) => id);
      await say(tx, [{ ...lateReport, sourceIds }]);
    });
    await check();
    await change(async (tx) => {
      const { report } = tx.tables;
      const all = await tx.db.select().from(report);
      const held = all.find((row) => row.eventId === VISIT && row.status === "HELD");
      const signed = all.find((row) => row.agreementId === TREATY && row.status === "SIGNED");
      const source = { placeId: null, sourceIds: [] };
      const back: Partial<NewReport> = { act: "RETRACTION", ...source };
      await say(tx, [
        ofVisit("back1", "2025-01-17", "HELD", {
          ...back,
          subjectId: VISIT,
          targetId: held?.id as string,
        }),
        ofTreaty("back2", "2025-01-17", "SIGNED", {
          ...back,
          subjectId: TREATY,
          targetId: signed?.id as string,
        }),
      ]);
    });
    await check();
    await change(async ({ db, tables }) => {
      await db.update(tables.event).set({ title: "Renamed", version: 7 });
      await db.update(tables.leader).set({ name: "Renamed" });
      await db.delete(tables.eventParticipant);
      await db.update(tables.dataset).set({ value: "2026-12-31" });
    });
    now = new Date("2029-01-01T00:00:00.000Z");
    await check();
    // And all of it was seen by those who ask now.
    for (const { question, answer } of issued) {
      expect((await plain(question)).body).not.toBe(answer.toString());
    }
    now = new Date(NOW);
  }, 120_000);

  it("is good where a dump was loaded, and nowhere else", async () => {
    const receipt = (await post(QUESTIONS[3] as object)).json();
    const folder = mkdtempSync(join(tmpdir(), "entente-receipts-"));
    const [copy, other] = [await world("sqlite"), await shippedWorld("sqlite")];
    try {
      await dump(home.storage, join(folder, "d"), { clock: () => now });
      await loadDump(copy.storage, join(folder, "d"));
      const there = await get(receipt.answerUrl, await serve(copy.storage));
      expect(there.body).toBe((await get(receipt.answerUrl)).body);
      const elsewhere = await get(receipt.answerUrl, await serve(other.storage));
      expect(elsewhere.statusCode).toBe(404);
      expect(elsewhere.json().errors[0].message).toContain(
        `There is no revision ${receipt.revision}`,
      );
    } finally {
      for (const each of apps.splice(1)) await each.close();
      await copy.close();
      await other.close();
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it("writes nothing when it is issued", async () => {
    const written = () =>
      home.storage.read(async (tx) => {
        const counts: number[] = [];
        for (const table of Object.values(tx.tables)) counts.push(await tx.db.$count(table));
        return counts;
      });
    const before = await written();
    await post(QUESTIONS[0] as object);
    expect(await written()).toEqual(before);
  });

  it("is not given for what cannot be cited, which is answered as it would be without", async () => {
    const mutation = await post({ query: "mutation { __typename }" });
    expect([mutation.statusCode, mutation.json().errors[0].extensions.code]).toEqual([
      405,
      "METHOD_NOT_ALLOWED",
    ]);
    const wrong = await post({ query: "{ nothing }" });
    expect(wrong.json().errors[0].extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
    const refused = await post({ query: `{ events(first: 1000) { totalCount } }` });
    expect(refused.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
    for (const payload of [
      {},
      { query: 1 },
      { query: "" },
      { query: "{ __typename }", variables: [] },
    ]) {
      const sent = await post(payload);
      expect([sent.statusCode, sent.json().errors[0].extensions.code]).toEqual([
        400,
        "BAD_USER_INPUT",
      ]);
    }
    const long = Array.from(
      { length: 900 },
      (_, index) => `# ${createHash("md5").update(String(index)).digest("hex")}`,
    );
    const tooLong = await post({ query: `${long.join("\n")}\n{ dataset { title } }` });
    expect([tooLong.statusCode, tooLong.json().errors[0].extensions.code]).toEqual([
      400,
      "TOO_COSTLY",
    ]);
  });

  it("is refused when it is not whole, and found out when it is made up", async () => {
    const receipt = (await post(QUESTIONS[0] as object)).json();
    for (const url of [
      receipt.url.slice(0, -1),
      "http://x/receipts/",
      "http://x/receipts/nothing/answer",
    ]) {
      expect([url, (await get(url)).json().errors[0].extensions.code]).toEqual([
        url,
        "BAD_USER_INPUT",
      ]);
    }
    const forged = (more: object) =>
      get(`http://x/receipts/${idOf({ ...receiptIn(receipt.id), ...more })}/answer`);
    const otherAnswer = await forged({ sha256: "0".repeat(64) });
    expect([otherAnswer.statusCode, otherAnswer.json().errors[0]]).toEqual([
      409,
      expect.objectContaining({
        message: expect.stringContaining("altered, or was issued elsewhere"),
        extensions: expect.objectContaining({ code: "RECEIPT_MISMATCH" }),
      }),
    ]);
    const otherProgram = await forged({ sha256: "0".repeat(64), schema: "older" });
    expect(otherProgram.json().errors[0].message).toContain("its schema was older and is ");
    expect((await forged({ revision: 99 })).statusCode).toBe(404);
    expect((await forged({ recordedAt: "2020-01-01T00:00:00.000Z" })).statusCode).toBe(404);
    const mutation = await forged({ query: "mutation { __typename }" });
    expect(mutation.statusCode).toBe(409);
  });

  it("counts as a request, and costs what its query does", async () => {
    const tight: Limits = {
      ...LIMITS,
      requestsPerMinute: { ...LIMITS.requestsPerMinute, anonymous: 4 },
    };
    const small = await serve(home.storage, tight);
    const receipt = (await post({ query: "{ dataset { title } }" }, small)).json();
    expect((await get(receipt.url, small)).statusCode).toBe(200);
    expect((await get(receipt.answerUrl, small)).statusCode).toBe(200);
    expect((await get(receipt.answerUrl, small)).statusCode).toBe(200);
    const fifth = await get(receipt.answerUrl, small);
    expect([fifth.statusCode, fifth.json().errors[0].extensions.code]).toEqual([
      429,
      "RATE_LIMITED",
    ]);
    const points = REPLAY.points + 10;
    const once = await serve(home.storage, {
      ...LIMITS,
      pointsPerMinute: { ...LIMITS.pointsPerMinute, anonymous: points },
    });
    // A copy is paid for by whoever has it made, and only then.
    expect((await get(receipt.answerUrl, once)).statusCode).toBe(200);
    expect((await get(receipt.answerUrl, once)).statusCode).toBe(200);
    const earlier = idOf({ ...receiptIn(receipt.id), revision: 1, recordedAt: NOW });
    const second = await get(`http://x/receipts/${earlier}/answer`, once);
    expect([second.statusCode, second.json().errors[0].message]).toEqual([
      429,
      expect.stringContaining(`${points} points a minute`),
    ]);
    const poor = await serve(home.storage, {
      ...LIMITS,
      cost: { ...LIMITS.cost, anonymous: 5 },
    });
    const costly = (await post({ query: "{ events(first: 100) { nodes { title } } }" })).json();
    expect((await post({ query: costly.query }, poor)).json().errors[0].extensions.code).toBe(
      "TOO_COSTLY",
    );
    expect((await get(costly.answerUrl, poor)).statusCode).toBe(409);
  }, 60_000);
});
