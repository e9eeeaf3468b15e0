// A file sent to /import: who may, how long it may be, what comes of it, and that nothing does where the connection is cut.

import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedWorld } from "../../test/ask.ts";
import { portOf } from "../../test/talking.ts";
import { joined, Visitor } from "../../test/visitor.ts";
import { engines, type World } from "../../test/world.ts";
import { createToken, RANDOM_BYTES, type Role } from "../access/access.ts";
import { limitsWith } from "../limits.ts";
import { schema } from "../schema.ts";
import type { Storage } from "../storage/storage.ts";
import { buildApp } from "./app.ts";

const LONGEST = 60_000;
const MOST = 100;
const HEAD = "event,title,kind,level,status,when,participants,publisher,published_on";
const row = (slug: string, who = "RU") =>
  `${slug},Talks of ${slug},TALKS,OFFICIALS,HELD,2025-11-03,PARTICIPANT ${who} | PARTICIPANT IR,TASS,2025-11-03`;
const csv = (...rows: string[]) => [HEAD, ...rows].join("\n");
const many = (name: string, count: number) =>
  csv(...Array.from({ length: count }, (_, place) => row(`${name}-${place}`)));

describe.each(engines)("a file sent to /import on %s", (engine) => {
  let home: World;
  let app: FastifyInstance;
  let address: string;
  const writes = { hold: Promise.resolve(), asked: () => {}, under: new Set<Promise<unknown>>() };
  const tokens = {} as Record<Role, string>;

  beforeAll(async () => {
    home = await shippedWorld(engine);
    // Writes wait where a test says so, so that it can hang up before one is carried out.
    const storage: Storage = {
      ...home.storage,
      write(fn, options) {
        const work = writes.hold.then(() => home.storage.write(fn, options));
        writes.under.add(work.catch(() => undefined));
        writes.asked();
        return work;
      },
    };
    app = await buildApp({
      schema,
      storage,
      config: { logLevel: "silent" },
      limits: limitsWith({ importBytes: LONGEST, importRows: MOST }),
    });
    address = await app.listen({ host: "127.0.0.1", port: 0 });
    for (const role of ["VIEWER", "EDITOR", "ADMIN"] as const)
      tokens[role] = await home.storage.write((tx) =>
        createToken(tx, { name: role, role, days: null }, new Date(), randomBytes(RANDOM_BYTES)),
      );
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await home.close();
  });

  const counts = () =>
    home.storage.read(async ({ db, tables }) => ({
      changes: await db.$count(tables.change),
      reports: await db.$count(tables.report),
      events: await db.$count(tables.event),
      sources: await db.$count(tables.source),
      keys: await db.$count(tables.idempotency),
    }));
  const send = async (
    body: string | ReadableStream,
    query: Record<string, string> = {},
    headers: Record<string, string> = { authorization: `Bearer ${tokens.EDITOR}` },
  ) => {
    const words = new URLSearchParams({ note: "A file.", ...query });
    const answer = await fetch(`${address}/import?${words}`, {
      method: "POST",
      headers: { "content-type": "text/csv; charset=utf-8", ...headers },
      body,
      ...(body instanceof ReadableStream && { duplex: "half" }),
    } as RequestInit);
    const text = await answer.text();
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
    const lines: any[] = text.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));
    return { status: answer.status, body: lines.at(-1), lines };
  };
  const codeOf = ({ status, body }: Awaited<ReturnType<typeof send>>) => [
    status,
    body.errors?.[0].extensions.code,
  ];

  it("is taken from editors and admins, by token or from the site's own pages", async () => {
    const before = await counts();
    const file = csv(row("who-may"));
    for (const [role, expected] of [
      [null, [401, "UNAUTHENTICATED"]],
      ["VIEWER", [403, "FORBIDDEN"]],
      ["EDITOR", [200, undefined]],
      ["ADMIN", [200, undefined]],
    ] as const) {
      const headers = role === null ? {} : { authorization: `Bearer ${tokens[role]}` };
      expect([
        role,
        codeOf(await send(file, { dryRun: "true" }, headers as Record<string, string>)),
      ]).toEqual([role, expected]);
    }
    const name = `Edda of ${engine}`;
    const edda = await joined(home.storage, address, { name, role: "EDITOR" });
    const from = (more: Record<string, string>) =>
      send(file, { dryRun: "true" }, { cookie: edda.cookie, ...more });
    expect(codeOf(await from({ origin: "https://elsewhere.example" }))).toEqual([403, "FORBIDDEN"]);
    expect(codeOf(await from({}))).toEqual([403, "FORBIDDEN"]);
    expect(codeOf(await from({ origin: address }))).toEqual([200, undefined]);
    expect(codeOf(await from({ "sec-fetch-site": "same-origin" }))).toEqual([200, undefined]);
    expect((await new Visitor(address).send("GET", "/import")).status).toBe(405);
    expect(await counts()).toMatchObject({ ...before });

    const made = await from({ origin: address });
    expect(made.body).toMatchObject({ new: 1, change: null });
    const kept = await send(file, {}, { cookie: edda.cookie, origin: address });
    expect(kept.body).toMatchObject({ new: 1, bad: 0, change: { id: expect.any(String) } });
    const by = await home.storage.read(({ db, tables }) =>
      db.select({ by: tables.change.by, revision: tables.change.revision }).from(tables.change),
    );
    expect(by.find(({ revision }) => revision === kept.body.change.revision)?.by).toBe(name);
  });

  it("may be as long as the limit says, told beforehand or not, and not a byte longer", async () => {
    const before = await counts();
    const start = csv(row("long"));
    const fill = (bytes: number) => start + "\n".repeat(bytes - start.length);
    const streamed = (text: string) =>
      new ReadableStream({
        start(to) {
          for (let at = 0; at < text.length; at += 9_000)
            to.enqueue(new TextEncoder().encode(text.slice(at, at + 9_000)));
          to.close();
        },
      });
    for (const body of [fill, (bytes: number) => streamed(fill(bytes))]) {
      expect(codeOf(await send(body(LONGEST), { dryRun: "true" }))).toEqual([200, undefined]);
      const over = await send(body(LONGEST + 1));
      expect(codeOf(over)).toEqual([413, "PAYLOAD_TOO_LARGE"]);
      expect(over.body.errors[0].message).toContain("entente import FILE");
    }
    expect(await counts()).toEqual(before);
  });

  it("may have as many rows as the limit says, over /import and as a mutation, and not one more", async () => {
    const before = await counts();
    const json = { authorization: `Bearer ${tokens.EDITOR}`, "content-type": "application/json" };
    const reports = (count: number) =>
      JSON.stringify({
        events: [
          { event: "x", reports: Array.from({ length: count }, () => ({ status: "HELD" })) },
        ],
        agreements: [{ agreement: "y", reports: [{ status: "SIGNED" }] }],
      });
    const mutated = async (text: string) => {
      const query =
        "mutation ($input: ImportBundleInput!) { importBundle(input: $input) { bad new rows { line } errors { ... on UserError { code message path } } } }";
      const input = { format: "CSV", note: "A file.", dryRun: true, text };
      const answer = await fetch(`${address}/graphql`, {
        ...{ method: "POST", headers: json },
        body: JSON.stringify({ query, variables: { input } }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: it is asked for right above.
      return ((await answer.json()) as any).data.importBundle;
    };
    const dry = { dryRun: "true", mode: "GOOD_ROWS" };
    // A blank row is none.
    const full = `${many("full", MOST)}\n,,,\n\n`;
    expect((await send(full, dry)).body).toMatchObject({ new: MOST });
    expect(await mutated(full)).toMatchObject({ new: MOST, errors: [] });
    expect((await send(reports(MOST - 1), dry, json)).body).toMatchObject({ bad: MOST });

    const more = `The file has more than ${MOST} rows`;
    let tried = 0;
    writes.asked = () => {
      tried += 1;
    };
    for (const over of [
      await send(many("over", MOST + 1)),
      await send(many("over", MOST + 1), dry),
      await send(reports(MOST), dry, json),
    ]) {
      expect(codeOf(over)).toEqual([400, "BAD_USER_INPUT"]);
      expect(over.body).toMatchObject({ rows: [], new: 0, bad: 0, change: null });
      expect(over.body.errors[0].message).toContain(more);
      expect(over.body.errors[0].message).toContain("entente import FILE");
    }
    const refused = await mutated(many("over", MOST + 1));
    expect(refused).toMatchObject({ rows: [], errors: [{ path: ["input", "text"] }] });
    expect(refused.errors[0].message).toContain(more);
    // Refused before a write was so much as asked for.
    expect(tried).toBe(0);
    writes.asked = () => {};
    expect(await counts()).toEqual(before);
  });

  it("says of each row what came of it; bad ones keep the others out unless good ones are asked for", async () => {
    const before = await counts();
    const file = csv(row("good-one"), row("bad-one", "Iranz"));
    const refused = await send(file);
    expect(codeOf(refused)).toEqual([400, "BAD_USER_INPUT"]);
    expect(refused.body).toMatchObject({ new: 1, bad: 1, change: null });
    expect(refused.body.rows[1]).toMatchObject({
      line: 3,
      outcome: "BAD",
      problems: [{ column: "participants", message: expect.stringContaining("Did you mean") }],
    });
    expect(await counts()).toEqual(before);
    const good = await send(file, { mode: "GOOD_ROWS" });
    expect([good.status, good.body.new, good.body.bad]).toEqual([200, 1, 1]);
    const again = await send(file, { mode: "GOOD_ROWS" });
    expect(again.body).toMatchObject({ new: 0, changed: 0, unchanged: 1, bad: 1, change: null });
    const bundle = JSON.stringify({ events: [{ event: "good-one", reports: [] }] });
    const json = { authorization: `Bearer ${tokens.EDITOR}`, "content-type": "application/json" };
    expect((await send(bundle, {}, json)).body.rows[0]).toMatchObject({ path: "events[0]" });
  });

  it("is carried out once under one key, and tells the same rows again", async () => {
    const file = csv(row("keyed"));
    const first = await send(file, { idempotencyKey: "k-1" });
    const after = await counts();
    const second = await send(file, { idempotencyKey: "k-1" });
    expect(second.body).toEqual({ ...first.body, replayed: true });
    expect(first.body).toMatchObject({ replayed: false, new: 1 });
    expect(codeOf(await send(csv(row("other")), { idempotencyKey: "k-1" }))).toEqual([
      409,
      "IDEMPOTENCY_MISMATCH",
    ]);
    expect(await counts()).toEqual(after);
  });

  it("tells how far it is, line by line, to whoever asks for that", async () => {
    const headers = { authorization: `Bearer ${tokens.EDITOR}`, accept: "application/x-ndjson" };
    const { status, lines } = await send(many("line", 60), { dryRun: "true" }, headers);
    expect(status).toBe(200);
    expect(lines).toEqual([
      { rows: 25, line: 26, lines: 61 },
      { rows: 50, line: 51, lines: 61 },
      expect.objectContaining({ status: 200, new: 60, change: null }),
    ]);
    const { lines: wrong } = await send("nothing,of,it\n", {}, headers);
    expect(wrong).toEqual([
      expect.objectContaining({
        status: 400,
        errors: [expect.objectContaining({ message: expect.stringContaining("The first line") })],
      }),
    ]);
  });

  it.each([
    [{ note: "" }, {}, 400, "in one sentence"],
    [{ nota: "A file." }, {}, 400, "`nota` is no parameter"],
    [{ dryRun: "yes" }, {}, 400, "`dryRun`"],
    [{ url: "https://tass.com/1" }, {}, 400, "needs a publisher"],
    [{ sourceId: "x" }, {}, 404, "source"],
    [{}, { "content-type": "text/plain" }, 415, "text/csv"],
    [{}, { "content-type": "application/zip" }, 415, "text/csv"],
  ])("is refused with %j and %j", async (query, headers, status, words) => {
    const before = await counts();
    const authorization = `Bearer ${tokens.EDITOR}`;
    const answer = await send(csv(row("never")), query, { authorization, ...headers });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].message).toContain(words);
    expect(await counts()).toEqual(before);
  });

  it("writes nothing when the connection is cut while it comes, or while it is carried out", async () => {
    const before = await counts();
    const body = many("cut", 80);
    const head = `POST /import?note=Cut. HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nAuthorization: Bearer ${tokens.EDITOR}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const cutAt = async (text: string) => {
      let open = () => {};
      writes.hold = new Promise((resolve) => {
        open = resolve;
      });
      const asked = new Promise<void>((resolve) => {
        writes.asked = resolve;
      });
      const closed = new Promise<void>((resolve) =>
        app.server.once("connection", (socket) => socket.once("close", () => resolve())),
      );
      const socket = connect(portOf(app), "127.0.0.1");
      await new Promise<void>((sent) => socket.write(head + text, () => sent()));
      if (text === body) await asked;
      socket.destroy();
      await closed;
      open();
      await Promise.all(writes.under);
      writes.under.clear();
    };
    await cutAt(body.slice(0, body.length / 2));
    expect(await counts()).toEqual(before);
    await cutAt(body);
    expect(await counts()).toEqual(before);
    const whole = await send(body, {});
    expect([whole.status, whole.body.new]).toEqual([200, 80]);
  });
});
