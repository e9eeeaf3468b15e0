// What happens at the start of a program, at its sudden end, and when the database will not do.
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { runProgram } from "../../test/program.ts";
import { engines, world } from "../../test/world.ts";
import type { RefusalCode } from "../refusal.ts";
import { sqliteKit } from "./kit.ts";
import { pendingMigrations, readMigrations } from "./migrations.ts";
import { openStorage } from "./open.ts";
import * as postgresSchema from "./schema.postgres.ts";
import * as sqliteSchema from "./schema.sqlite.ts";
import { tables } from "./tables.ts";

const refusal = (code: RefusalCode, words: string) =>
  expect.objectContaining({ name: "Refusal", code, message: expect.stringContaining(words) });

describe.each(engines)("starting on %s", (engine) => {
  it("two programs that start on one empty database together both find it ready", async () => {
    const here = await world(engine, { migrated: false });
    const programs = [1, 2].map(() => runProgram("migrating.ts", here.url));
    expect(await Promise.all(programs.map(({ line }) => line))).toEqual(Array(2).fill("ready 0\n"));
    expect(await Promise.all(programs.map(({ exit }) => exit))).toEqual([0, 0]);
    await here.close();
  }, 120_000);

  it("starting again changes nothing", async () => {
    const here = await world(engine);
    await here.storage.write((tx) => tx.db.insert(tx.tables.topic).values({ id: "a", name: "A" }));
    await here.storage.migrate();
    expect(await here.storage.read((tx) => tx.db.$count(tx.tables.topic))).toBe(1);
    await here.close();
  });

  it("a database that a newer version wrote is left alone", async () => {
    const here = await world(engine);
    await execute(here.url, `insert into "migration" values ('9999_later', 'x', 'x')`);
    await expect(here.storage.migrate()).rejects.toEqual(refusal("NEWER_DATABASE", "9999_later"));
    await here.close();
  });

  it("a database of another program is left alone", async () => {
    const here = await world(engine, { migrated: false });
    await execute(here.url, "create table recipes (id int)");
    await expect(here.storage.migrate()).rejects.toEqual(
      refusal("NOT_A_DATABASE", "another program"),
    );
    await here.close();
  });

  it("a program killed in the middle of a write leaves what was saved and no half", async () => {
    const here = await world(engine);
    const program = runProgram("dying.ts", here.url);
    await program.line;
    program.process.kill("SIGKILL");
    expect(await program.exit).toBeNull();
    const topics = () => here.storage.read((tx) => tx.db.select().from(tx.tables.topic));
    expect((await topics()).map(({ id }) => id)).toEqual(["saved"]);
    await here.storage.write((tx) =>
      tx.db.insert(tx.tables.topic).values({ id: "next", name: "N" }),
    );
    expect(await topics()).toHaveLength(2);
    await here.close();
  }, 120_000);
});

describe("a SQLite file", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-start-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is made, with its folder, when it is missing", async () => {
    const file = join(folder, "deep", "er", "entente.db");
    const storage = await openStorage(`file:${file}`);
    await storage.migrate();
    await storage.close();
    expect(existsSync(file)).toBe(true);
  });

  const strangers: [string, (file: string) => void, RefusalCode][] = [
    ["a letter", (file) => writeFileSync(file, "Dear Minister, ".repeat(100)), "NOT_A_DATABASE"],
    ["random bytes", (file) => writeFileSync(file, randomBytes(20_000)), "NOT_A_DATABASE"],
    [
      "another program's",
      (file) => sqlite(file, "create table recipe (id int); insert into recipe values (1)"),
      "NOT_A_DATABASE",
    ],
    [
      "another program's that has migrations too",
      (file) => sqlite(file, "create table migration (id int, name text)"),
      "NOT_A_DATABASE",
    ],
    [
      "a newer version's",
      (file) =>
        sqlite(
          file,
          `pragma journal_mode = wal; create table migration (name text, hash text, at text);
           insert into migration values ('9999_later', 'x', 'x')`,
        ),
      "NEWER_DATABASE",
    ],
  ];
  it.each(strangers)(
    "that is %s is refused by name and left as it was",
    async (what, make, code) => {
      const home = mkdtempSync(join(folder, "stranger-"));
      const file = join(home, `${what}.db`);
      make(file);
      const before = readFileSync(file);
      const start = async () => {
        const storage = await openStorage(`file:${file}`);
        await storage.migrate().finally(() => storage.close());
      };
      await expect(start()).rejects.toEqual(refusal(code, file));
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(readdirSync(home)).toEqual([`${what}.db`]);
    },
  );

  it("that is a folder is refused by name", async () => {
    const file = join(folder, "cabinet");
    mkdirSync(file);
    await expect(openStorage(`file:${file}`)).rejects.toEqual(refusal("UNAVAILABLE", file));
  });

  it("that another program holds is waited for, and then refused by name", async () => {
    const file = join(folder, "held.db");
    const storage = await openStorage(`file:${file}`);
    await storage.migrate();
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE");
    const write = (id: string) =>
      storage.write((tx) => tx.db.insert(tx.tables.topic).values({ id, name: id }));
    await expect(write("too long")).rejects.toEqual(refusal("UNAVAILABLE", file));
    const waiting = write("not too long");
    setTimeout(() => other.exec("COMMIT"), 300);
    await waiting;
    expect(await storage.read((tx) => tx.db.$count(tx.tables.topic))).toBe(1);
    other.close();
    await storage.close();
  }, 15_000);
});

describe("a PostgreSQL server", () => {
  it("whose address means nothing is refused without the password", async () => {
    const opening = openStorage("postgres://somebody:secret@[nowhere/db");
    await expect(opening).rejects.toEqual(refusal("UNAVAILABLE", "Check DATABASE_URL"));
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  it("that does not answer is refused by name, without the password", async () => {
    const opening = openStorage("postgres://somebody:secret@127.0.0.1:1/nowhere");
    await expect(opening).rejects.toEqual(refusal("UNAVAILABLE", "127.0.0.1:1/nowhere"));
    await expect(opening).rejects.not.toThrow(/secret/);
  });
});

describe("the migrations", () => {
  it("hold every table: none is missing among the exports that they are made from", () => {
    const names = Object.keys(tables(sqliteKit)).sort();
    expect(Object.keys(sqliteSchema).sort()).toEqual(names);
    expect(Object.keys(postgresSchema).sort()).toEqual(names);
  });

  it("have the same steps on both engines", () => {
    const steps = engines.map((engine) => readMigrations(engine).map(({ name }) => name));
    expect(steps[0]).toEqual(steps[1]);
  });

  it("are done once, in order, and an edited one is noticed", () => {
    const known = readMigrations("sqlite");
    expect(pendingMigrations(known, [], "here")).toEqual(known);
    expect(pendingMigrations(known, known, "here")).toEqual([]);
    expect(pendingMigrations(known, known.slice(0, 1), "here")).toEqual(known.slice(1));
    const edited = known.map((migration) => ({ ...migration, hash: "other" }));
    expect(() => pendingMigrations(known, edited, "here")).toThrow("was edited after");
  });
});

function sqlite(file: string, statements: string): void {
  const client = new Database(file);
  client.exec(statements);
  client.close();
}

/** Runs a statement that no room would. */
async function execute(url: string, statement: string): Promise<void> {
  if (url.startsWith("file:")) {
    sqlite(url.slice("file:".length), statement);
    return;
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
