import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { cast, ofTreaty, ofVisit, say, TREATY, VISIT } from "../../test/cast.ts";
import { CHANGE, changed } from "../../test/changes.ts";
import { runCommand } from "../../test/program.ts";
import { engines, type World, world } from "../../test/world.ts";
import { openStorage } from "../storage/open.ts";
import { columnsOf, keyOf, sqlNameOf, type TableName } from "../storage/shape.ts";
import type { Engine, Tx } from "../storage/storage.ts";
import { recordChange, sealed } from "./history.ts";
import type { NewChange } from "./record.ts";
import { verify } from "./verify.ts";

/** Statements behind the program's back, with every rule of the tables off. */
interface Hand {
  run(statement: string, ...values: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

async function handOn(engine: Engine, url: string): Promise<Hand> {
  if (engine === "sqlite") {
    const client = new Database(url.slice("file:".length));
    client.pragma("foreign_keys = OFF");
    client.pragma("ignore_check_constraints = ON");
    const triggers = client
      .prepare("select name from sqlite_schema where type = 'trigger'")
      .pluck()
      .all();
    for (const name of triggers) client.exec(`drop trigger "${name}"`);
    return {
      async run(statement, ...values) {
        const prepared = client.prepare(statement.replace(/\$\d+/g, "?"));
        if (prepared.reader) return prepared.all(...values) as Record<string, unknown>[];
        prepared.run(...values);
        return [];
      },
      close: async () => void client.close(),
    };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set session_replication_role = replica");
  const { rows } = await client.query(
    "select conrelid::regclass as at, conname as name from pg_constraint where contype = 'c' and conrelid <> 0 and connamespace = 'public'::regnamespace",
  );
  for (const { at, name } of rows)
    await client.query(`alter table ${at} drop constraint "${name}"`);
  return {
    run: async (statement, ...values) => (await client.query(statement, values)).rows,
    close: () => client.end(),
  };
}

const first: NewChange = { ...CHANGE, action: "load", after: { reports: 13 } };
const second: NewChange = {
  ...CHANGE,
  action: "reportAgreementStatus",
  entityType: "Agreement",
  entityId: TREATY,
  version: 2,
  note: "Zoë said “it ended” \u2028\ud800",
  reportId: "n1",
  before: { status: "IN_FORCE", when: "2025-10-02", list: [null, 0.5] },
  after: { when: null, status: "TERMINATED", 2: "b", 1: "a" },
};
const third: NewChange = {
  ...CHANGE,
  entityType: "Event",
  entityId: VISIT,
  reportId: "n2",
  before: {},
  after: {},
};

/** The cast in one change, and a report in each of two more. */
async function recorded({ storage }: World): Promise<void> {
  await cast(storage);
  const add = (change: NewChange, fn: (tx: Tx) => Promise<unknown> = async () => {}) =>
    storage.write(async (tx) => {
      await fn(tx);
      await recordChange(tx, change);
    });
  await add(first);
  await add(second, (tx) =>
    say(tx, [
      ofTreaty("n1", "2025-11-01", "TERMINATED", {
        sourceIds: ["agency", "newspaper"],
        parties: [
          { type: "country", id: "iran" },
          { type: "country", id: "russia" },
        ],
      }),
    ]),
  );
  await add(third, (tx) => say(tx, [ofVisit("n2", "2024-12-24", "SCHEDULED")]));
}

describe.each(engines)("the chain of changes on %s", (engine) => {
  let home: World;
  let hand: Hand | null;
  beforeEach(async () => {
    home = await world(engine);
    hand = null;
  });
  afterEach(async () => {
    await hand?.close();
    await home.close();
  });
  const look = (noted?: string) => home.storage.read((tx) => verify(tx, noted));

  it("holds while nobody tampers with it, and its head stands for all of it", async () => {
    expect(await look()).toMatchObject({ changes: 0, head: null, fault: null });
    await recorded(home);
    const { changes } = await ask(
      home.storage,
      "{ changes(first: 10) { nodes { revision note before after hash prevHash canonical } } }",
    );
    const nodes: Record<string, string>[] = changes.nodes;
    const head = nodes.at(-1)?.hash;
    expect(await look(nodes[0]?.hash)).toEqual({
      changes: 3,
      reports: 15,
      head,
      fault: null,
      hasNoted: true,
    });
    // What anybody can do who has the API's answer alone.
    for (const [
      index,
      { canonical = "", hash, prevHash, note, before, after },
    ] of nodes.entries()) {
      expect(createHash("sha256").update(canonical).digest("hex")).toBe(hash);
      expect(prevHash).toBe(nodes[index - 1]?.hash ?? null);
      const said = JSON.parse(canonical);
      expect(said.prevHash ?? null).toBe(prevHash);
      expect(said.note ?? null).toBe(note);
      expect(said.before ?? null).toEqual(JSON.parse(before ?? "null"));
      expect(said.after ?? null).toEqual(JSON.parse(after ?? "null"));
    }
    expect(await runCommand(home.url, "verify", "--head", String(head))).toEqual({
      code: 0,
      out: `3 changes, chain holds, 15 reports, head ${head}\n`,
      err: "",
    });
  });

  it("is found broken by whatever is changed in a change, a report, its sources or its parties", async () => {
    await recorded(home);
    hand = await handOn(engine, home.url);
    const rows: [TableName, string, number][] = [
      ["change", `"revision" = 2`, 2],
      ["report", `"id" = 'n1'`, 2],
      ["report", `"id" = 'v2'`, 1],
      ["reportSource", `"report_id" = 'n1' and "position" = 1`, 2],
      ["reportParty", `"report_id" = 'n1' and "position" = 0`, 2],
    ];
    const found: string[] = [];
    for (const [name, where, revision] of rows) {
      const table = sqlNameOf(name);
      for (const { name: column, kind, property } of columnsOf(name)) {
        const [row] = await hand.run(`select * from "${table}" where ${where}`);
        const was = row?.[column];
        const other = otherThan(was, kind, engine);
        const key = keyOf(name).includes(property) ? { ...row, [column]: other } : row;
        const is = keyOf(name).map((each) => columnsOf(name).find((one) => one.property === each));
        const here = is.map((each, place) => `"${each?.name}" = $${place + 2}`).join(" and ");
        const keys = is.map((each) => key?.[each?.name ?? ""]);
        await hand.run(`update "${table}" set "${column}" = $1 where ${where}`, other);
        const { fault } = await look();
        found.push(`${table}.${column}: ${fault}`);
        expect([table, column, fault]).toEqual([
          table,
          column,
          expect.stringMatching(
            // A report that has gone to the end of the ledger is missed where it was.
            new RegExp(`^Revision ${revision} |Revision 2 is missing`),
          ),
        ]);
        await hand.run(
          `update "${table}" set "${column}" = $1 where ${here}`,
          asGiven(was),
          ...keys,
        );
        expect((await look()).fault).toBeNull();
      }
    }
    expect(found.length).toBeGreaterThan(60);
  }, 60_000);

  it("is found broken by a change, a report, a source or a party that is gone, and by a report that no change recorded", async () => {
    await recorded(home);
    const { head } = await look();
    hand = await handOn(engine, home.url);
    const removing: [string, string, RegExp][] = [
      [
        "report_party",
        `"report_id" = 'n1' and "position" = 1`,
        /^Revision 2 recorded reports \(“n1”\)/,
      ],
      [
        "report_source",
        `"report_id" = 'v2' and "position" = 0`,
        /^Revision 1 recorded reports \(up to/,
      ],
      ["report", `"id" = 'n1'`, /^Revision 2 recorded .* is nothing/],
      ["change", `"revision" = 1`, /^Revision 1 is missing/],
    ];
    for (const [table, where, expected] of removing) {
      const [row = {}] = await hand.run(`select * from "${table}" where ${where}`);
      await hand.run(`delete from "${table}" where ${where}`);
      expect((await look()).fault).toMatch(expected);
      const names = Object.keys(row);
      await hand.run(
        `insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")}) values (${names.map((_, place) => `$${place + 1}`).join(", ")})`,
        ...Object.values(row).map(asGiven),
      );
      expect((await look()).fault).toBeNull();
    }
    // Cut off cleanly: what is left holds, and only whoever noted the head can tell.
    await hand.run(`delete from "change" where "revision" = 3`);
    expect((await look()).fault).toBe(
      "1 report, the first of them “n2”, is in the ledger, and no change recorded it.",
    );
    await hand.run(`delete from "report_source" where "report_id" = 'n2'`);
    await hand.run(`delete from "report" where "id" = 'n2'`);
    expect(await look(head as string)).toMatchObject({ changes: 2, fault: null, hasNoted: false });
    expect(await runCommand(home.url, "verify", "--head", head as string)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(
        /^No change bears [0-9a-f]{64}: the log was cut off .* 2 changes, up to/,
      ),
    });
  }, 60_000);

  it("refuses to be rewritten, replaced or unsealed", async () => {
    await recorded(home);
    const { storage } = home;
    const tries: ((tx: Tx) => unknown)[] = [
      ({ db, tables }) => db.update(tables.change).set({ note: "x" }),
      ({ db, tables }) => db.update(tables.change).set({ hash: null }),
      ({ db, tables }) => db.update(tables.change).set({ hash: "0".repeat(64) }),
      ({ db, tables }) => db.delete(tables.change),
    ];
    for (const fn of tries) {
      await expect(storage.write(async (tx) => void (await fn(tx)))).rejects.toThrow();
    }
    if (engine === "sqlite") {
      const client = new Database(home.url.slice("file:".length));
      for (const table of ["change", "report", "report_source", "report_party"]) {
        const replace = `insert or replace into "${table}" select * from "${table}" limit 1`;
        expect(() => client.exec(replace)).toThrow("append-only");
      }
      client.close();
    }
    expect((await look()).fault).toBeNull();
  });

  it("is made for what an earlier version recorded, once, and goes on from there", async () => {
    const { storage } = home;
    await cast(storage);
    // As that version wrote them: no hashes, and each change after its report.
    const old = (revision: number, change: NewChange, fn: (tx: Tx) => Promise<unknown>) =>
      storage.write(async (tx) => {
        await fn(tx);
        await tx.db.insert(tx.tables.change).values({ ...change, revision });
      });
    const nothing = async () => {};
    await old(1, first, nothing);
    await old(2, second, (tx) => say(tx, [ofTreaty("n1", "2025-11-01", "TERMINATED")]));
    await old(3, { ...CHANGE, action: "rename" }, nothing);
    expect((await look()).fault).toBe("Revision 1 bears no hash.");
    await expect(
      storage.write(({ db, tables }) => db.update(tables.change).set({ note: "x", hash: "y" })),
    ).rejects.toThrow();
    await sealed(storage);
    const made = await look();
    expect(made).toMatchObject({ changes: 3, reports: 14, fault: null });

    const writes: string[] = [];
    const stop = storage.onStatement(
      (sql) => void (/^(update|insert)/i.test(sql) && writes.push(sql)),
    );
    await sealed(storage);
    stop();
    expect([writes, await look()]).toEqual([[], made]);

    // A program of that version still runs beside this one.
    await old(4, { ...third }, (tx) => say(tx, [ofVisit("n2", "2024-12-24", "SCHEDULED")]));
    await changed(storage);
    expect(await look(made.head as string)).toMatchObject({
      changes: 5,
      reports: 15,
      fault: null,
      hasNoted: true,
    });
  });

  it("holds whoever writes at once, and a dry run leaves nothing in it", async () => {
    const other = await openStorage(home.url);
    const all = [home.storage, other].flatMap((storage) =>
      Array.from({ length: 20 }, () => changed(storage)),
    );
    await home.storage.write((tx) => recordChange(tx, CHANGE), { dryRun: true });
    await Promise.all(all);
    await other.close();
    expect(await look()).toMatchObject({ changes: 40, fault: null });
  }, 60_000);

  it("is read some hundred rows at a time, and costs a write the same however long it is", async () => {
    const count = async (fn: () => Promise<unknown>) => {
      let statements = 0;
      const stop = home.storage.onStatement(() => {
        statements += 1;
      });
      await fn();
      stop();
      return statements;
    };
    const one = await count(() => changed(home.storage));
    await home.storage.write(async (tx) => {
      for (let n = 0; n < 520; n++) await recordChange(tx, CHANGE);
    });
    expect(await count(() => changed(home.storage))).toBe(one);
    // Two pages of changes, and the ledger's one that is empty.
    expect(await count(look)).toBe(3);
    expect(await look()).toMatchObject({ changes: 522, fault: null });
  }, 60_000);
});

/** Another value for a column, as the engine takes it. */
function otherThan(was: unknown, kind: string, engine: Engine): unknown {
  if (kind === "json") return '{"other":1}';
  if (kind === "boolean") return engine === "sqlite" ? 1 - Number(was) : !was;
  if (kind === "number") return Number(was ?? 0) + 1_000;
  return `${was ?? ""}x`;
}

/** A value that was read, as it is written again. */
function asGiven(value: unknown): unknown {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
