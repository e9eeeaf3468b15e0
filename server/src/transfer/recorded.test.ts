import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, NOW } from "../../test/ask.ts";
import { cast, ofTreaty, ofVisit, say, TREATY, VISIT } from "../../test/cast.ts";
import { editing } from "../../test/editing.ts";
import { KEPT, postgresTrigger, sqliteTriggers } from "../../test/past.ts";
import { engines, type World, world } from "../../test/world.ts";
import { globalId } from "../graphql/id.ts";
import { recordChange, revision } from "../history/history.ts";
import { verify } from "../history/verify.ts";
import { readMigrations } from "../storage/migrations.ts";
import type { Tx } from "../storage/storage.ts";
import { Copies, REPLAY } from "./replay.ts";

const ALL = `{
  events(first: 100) { totalCount nodes { slug title summary status disputed version when { text }
    participants { role leader { name } country { name } office { title } } topics { slug }
    reports { nodes { knownOn status claimant retracted preferred recordedAt source { title } } } } }
  then: events(first: 100, asOf: "2024-12-24") { nodes { slug status when { text } } }
  agreements(first: 100) { nodes { slug title status version when { text } parties { role }
    reports { nodes { knownOn status claimant retracted } } changes { nodes { action note } } } }
  leaders(first: 100) { nodes { slug name } }
  sources(first: 100) { nodes { slug title } }
  topics { slug name }
  search(text: "pezeshkian", first: 10) { totalCount edges { cursor node { id } } }
  changes(first: 100) { totalCount nodes { revision action } }
  dataset { revision }
}`;

describe.each(engines)("the data at a revision on %s", (engine) => {
  let home: World;
  let copies: Copies;
  beforeEach(async () => {
    home = await world(engine);
    await cast(home.storage);
    copies = new Copies(home.storage);
    await change("begin");
  });
  afterEach(async () => {
    await copies.close();
    await home.close();
  });

  /** A write that ends with its change, as all do. */
  const change = (action: string, fn: (tx: Tx) => Promise<unknown> = async () => {}) =>
    home.storage.write(async (tx) => {
      await fn(tx);
      const of = { entityType: "Agreement", entityId: TREATY } as const;
      const rest = { version: null, reportId: null, note: null, before: null, after: null };
      await recordChange(tx, { ...of, ...rest, at: NOW, by: "test", action });
    });

  const answer = () => ask(home.storage, ALL);
  const answerAt = (revision: number) => copies.use(revision, (storage) => ask(storage, ALL));

  /** Edits of every sort, each as one change: what mutations do, and what they may come to do. */
  const EDITS: [string, (tx: Tx) => Promise<unknown>][] = [
    ["a new report", (tx) => say(tx, [ofTreaty("n1", "2025-11-01", "TERMINATED")])],
    [
      "a report on an earlier day, learned of late",
      (tx) => say(tx, [ofVisit("n2", "2024-12-24", "SCHEDULED", { claimant: "A newspaper" })]),
    ],
    [
      "a retraction of what stood before, as of then",
      (tx) =>
        say(tx, [ofVisit("n3", "2024-12-24", "EXPECTED", { act: "RETRACTION", targetId: "v3" })]),
    ],
    [
      "a preference",
      (tx) =>
        say(tx, [ofTreaty("n4", "2025-11-02", "IN_FORCE", { act: "PREFERENCE", targetId: "t7" })]),
    ],
    [
      "names and versions",
      async ({ db, tables }) => {
        await db.update(tables.leader).set({ name: "Massoud Pezeshkyan", alsoKnownAs: ["X", "Ў"] });
        await db
          .update(tables.event)
          .set({ title: "Another title", version: 2, summary: null, summaryKnownOn: null });
        await db.update(tables.agreement).set({ requiresRatification: false, version: 2 });
        await db.update(tables.place).set({ latitude: 55.751_244_1 });
      },
    ],
    [
      "the same names again, twice in one write",
      async ({ db, tables }) => {
        await db.update(tables.leader).set({ name: "First" });
        await db.update(tables.leader).set({ name: "Second" });
      },
    ],
    [
      "rows removed and put elsewhere",
      async ({ db, tables }) => {
        await db.delete(tables.eventParticipant);
        await db.delete(tables.agreementTopic);
        await db
          .insert(tables.eventParticipant)
          .values({ eventId: VISIT, position: 0, role: "HOST", countryId: "iran" });
      },
    ],
    [
      "new people, topics and sources",
      async ({ db, tables }) => {
        await db
          .insert(tables.leader)
          .values({ id: "new", name: "Pezeshkian the Second", alsoKnownAs: [] });
        await db.insert(tables.topic).values({ id: "new", name: "New" });
      },
    ],
  ];

  it("is answered the same before and after every edit that follows", async () => {
    const answers = [await answer()];
    for (const [name, edit] of EDITS) {
      await change(name, edit);
      answers.push(await answer());
    }
    // Each edit is seen, and none of them in what was recorded before it.
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(answers.length);
    for (const [index, before] of answers.entries()) {
      expect([index, await answerAt(index + 1)]).toEqual([index, before]);
    }
  }, 60_000);

  it("is answered the same before and after every correction that follows", async () => {
    const desk = await editing(home);
    const asked = `{
      leaders(first: 100) { nodes { slug name version note born offices { nodes { id title from to sources { publisher } } } } }
      forums(first: 100) { nodes { slug name version
        memberships { nodes { id role from to } } sessions { nodes { slug name status when { text } } } } }
      countries(first: 100) { nodes { code name version capital { name version } } }
      events(first: 100) { nodes { slug participants { leader { name } country { name } forum { name } } } }
      search(text: "pezeshkian", first: 50) { totalCount } changes(first: 100) { totalCount }
    }`;
    const source = { publisher: "TASS", publishedOn: "2026-01-03" };
    let version = 0;
    const sent = async (mutation: string, input: object) => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const { data, errors } = await desk.send(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { change { id version } errors { ... on UserError { message } } } }`,
        { input: { note: "n", ...input } },
      );
      expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
      version = data[mutation].change.version;
      return data[mutation].change.id as string;
    };
    const undo = (changeId: string) => sent("undoChange", { changeId, expectedVersion: version });
    const leaderId = globalId("Leader", "pezeshkian");
    const forumId = globalId("Forum", "brics");
    let last = "";
    const steps: (() => Promise<string>)[] = [
      () => sent("updateLeader", { leaderId, name: "Mas'ud P.", remark: "r", expectedVersion: 1 }),
      () =>
        sent("createTerm", {
          leaderId,
          office: "ir-president",
          from: "2025",
          source,
          expectedVersion: 2,
        }),
      () => undo(last),
      () => undo(last),
      () => sent("createLeader", { name: "Pezeshkian the Second", country: "IR", source }),
      () => undo(last),
      () => undo(last),
      () =>
        sent("mergeLeaders", {
          fromId: leaderId,
          intoId: globalId("Leader", "pezeshkian-the-second"),
          expectedFromVersion: 5,
          expectedVersion: 3,
        }),
      () => undo(last),
      () => sent("createForum", { name: "BRICS", kind: "SUMMIT_SERIES", source }),
      () =>
        sent("createMembership", {
          forumId,
          country: "IR",
          role: "FULL",
          source,
          expectedVersion: 1,
        }),
      () =>
        sent("createSession", {
          forumId,
          name: "S",
          status: "EXPECTED",
          source,
          expectedVersion: 2,
        }),
      () => undo(last),
      () =>
        sent("updateCountry", {
          countryId: globalId("Country", "iran"),
          name: "Persia",
          expectedVersion: 1,
        }),
      () => sent("createPlace", { name: "Isfahan", country: "IR", source }),
      () => undo(last),
    ];
    const answers = [await ask(home.storage, asked)];
    const revisions = [await home.storage.read(revision)];
    for (const step of steps) {
      last = await step();
      answers.push(await ask(home.storage, asked));
      // A merge records two changes.
      revisions.push(await home.storage.read(revision));
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(answers.length);
    for (const [index, before] of answers.entries()) {
      const again = await copies.use(revisions[index] as number, (storage) => ask(storage, asked));
      expect([index, JSON.stringify(again)]).toEqual([index, JSON.stringify(before)]);
    }
    expect(await home.storage.read((tx) => verify(tx))).toMatchObject({ fault: null });
  }, 120_000);

  it("is left alone by a write that failed or only rehearsed", async () => {
    const before = await answer();
    const count = () => home.storage.read((tx) => tx.db.$count(tx.tables.pastRow));
    const edit = EDITS[4]?.[1] as (tx: Tx) => Promise<unknown>;
    await home.storage.write(edit, { dryRun: true });
    await expect(
      home.storage.write(async (tx) => {
        await edit(tx);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await count()).toBe(0);
    await change("names", edit);
    expect(await count()).toBeGreaterThan(0);
    expect(await answerAt(1)).toEqual(before);
  });

  it("cannot be rewritten", async () => {
    await change("names", EDITS[4]?.[1]);
    await expect(
      home.storage.write(({ db, tables }) => db.delete(tables.pastRow)),
    ).rejects.toThrow();
    await expect(
      home.storage.write(({ db, tables }) => db.update(tables.pastRow).set({ row: null })),
    ).rejects.toThrow();
  });

  it("is kept of every public table, with every column", () => {
    const wanted = KEPT.flatMap((name) =>
      engine === "sqlite" ? sqliteTriggers(name) : [postgresTrigger(name)],
    );
    const made = readMigrations(engine).flatMap(({ statements }) =>
      statements.map((each) => each.trim()),
    );
    // A table is new, or has got a column: a migration must hold these.
    expect(wanted.filter((statement) => !made.some((each) => each.endsWith(statement)))).toEqual(
      [],
    );
  });

  it("is copied one revision at a time, for so many who wait, and no copy stays longer than it is of use", async () => {
    for (const [name, edit] of EDITS) await change(name, edit);
    const folder = mkdtempSync(join(tmpdir(), "entente-copies-"));
    vi.stubEnv("TMPDIR", folder);
    const made = () => readdirSync(folder).length;
    let most = 0;
    const asked = Array.from({ length: REPLAY.waiting + 1 }, (_, index) =>
      copies.use((index % 9) + 1, async (storage) => {
        most = Math.max(most, made());
        return (await ask(storage, "{ dataset { revision } }")).dataset.revision;
      }),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.slice(0, -1).map((each) => each.status === "fulfilled" && each.value)).toEqual(
      Array.from({ length: REPLAY.waiting }, (_, index) => index + 1),
    );
    expect(outcomes.at(-1)).toMatchObject({
      reason: expect.objectContaining({ code: "UNAVAILABLE" }),
    });
    // Beside those that are kept, one is being made and one is on its way out.
    expect(most).toBeLessThanOrEqual(REPLAY.copies + 2);
    expect(made()).toBe(REPLAY.copies);
    // One that is being made, as it is not among those that were used last, does not hold up the end.
    const half = expect(copies.use(1, async () => {})).rejects.toThrow("The server is stopping");
    await vi.waitUntil(() => made() > REPLAY.copies, { interval: 1 });
    await Promise.all([copies.close(), half]);
    expect(made()).toBe(0);
    await expect(copies.use(1, async () => {})).rejects.toThrow("The server is stopping");
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it("is not told of a time from which nothing was kept", async () => {
    await home.storage.write(({ db, tables }) =>
      db.insert(tables.pastRow).values({ revision: 1, tableName: "", rowKey: "[]", row: null }),
    );
    await change("later");
    expect((await answerAt(1)).dataset.revision).toBe(1);
    await expect(answerAt(0)).rejects.toThrow("What stood before revision 1 was not kept");
  });
});
