import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordChange } from "../history/history.ts";
import { backupSqlite, restoreSqlite } from "./backup.ts";
import { openStorage } from "./open.ts";
import type { Storage } from "./storage.ts";

describe("a backup of a SQLite database", () => {
  let folder: string;
  let storage: Storage;
  const path = (name: string) => join(folder, name);
  const kept = { force: false };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "entente-backup-"));
    storage = await openStorage(`file:${path("entente.db")}`);
    await storage.migrate();
  });
  afterEach(async () => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** One edit: a topic, and the change that records it. */
  const edit = (id: string, into = storage) =>
    into.write(async (tx) => {
      await tx.db.insert(tx.tables.topic).values({ id, name: id });
      await recordChange(tx, {
        at: `2026-01-0${id.length}T08:00:00.000Z`,
        by: "Vera",
        action: id,
        ...{ entityType: null, entityId: null, version: null, note: null, reportId: null },
        ...{ before: null, after: null },
      });
    });
  const topics = async (from = storage) =>
    (await from.read((tx) => tx.db.select().from(tx.tables.topic))).map(({ id }) => id);

  it("is taken and put back while a server has the database open, and that sees it at once", async () => {
    await edit("a");
    const last = await backupSqlite(path("entente.db"), path("deep/er/backup.db"), kept);
    expect(last).toMatchObject({ revision: 1, by: "Vera" });
    await edit("bb");
    await expect(
      restoreSqlite(path("deep/er/backup.db"), path("entente.db"), kept),
    ).rejects.toThrow(
      "holds 1 change made after the backup, the last on 2026-01-02. Nothing was restored",
    );
    expect(await topics()).toEqual(["a", "bb"]);
    await restoreSqlite(path("deep/er/backup.db"), path("entente.db"), { force: true });
    expect(await topics()).toEqual(["a"]);
    await edit("ccc");
    expect(await topics()).toEqual(["a", "ccc"]);
    expect(readdirSync(path("deep/er"))).toEqual(["backup.db"]);
  });

  it("waits for a write under way, and is put back after it", async () => {
    await edit("a");
    await backupSqlite(path("entente.db"), path("backup.db"), kept);
    const other = new Database(path("entente.db"));
    other.exec("begin immediate; insert into topic values ('half', 'Half')");
    setTimeout(() => other.exec("rollback"), 150);
    await restoreSqlite(path("backup.db"), path("entente.db"), kept);
    expect(await topics()).toEqual(["a"]);
    other.close();
  });

  it("makes a database where there is none", async () => {
    await edit("a");
    await backupSqlite(path("entente.db"), path("backup.db"), kept);
    await restoreSqlite(path("backup.db"), path("new/entente.db"), kept);
    const other = await openStorage(`file:${path("new/entente.db")}`);
    await other.migrate();
    expect(await topics(other)).toEqual(["a"]);
    await other.close();
  });

  it("is put over an older state of the same history, not over another one", async () => {
    await edit("a");
    await backupSqlite(path("entente.db"), path("early.db"), kept);
    await edit("bb");
    await backupSqlite(path("entente.db"), path("late.db"), kept);
    await restoreSqlite(path("early.db"), path("other.db"), kept);
    await restoreSqlite(path("late.db"), path("other.db"), kept);
    const other = await openStorage(`file:${path("other.db")}`);
    expect(await topics(other)).toEqual(["a", "bb"]);
    await other.close();
    await restoreSqlite(path("early.db"), path("strange.db"), kept);
    const strange = await openStorage(`file:${path("strange.db")}`);
    await edit("strange", strange);
    await strange.close();
    await expect(restoreSqlite(path("late.db"), path("strange.db"), kept)).rejects.toThrow(
      "holds another history",
    );
  });

  it("is not written over a file that is there, unless forced, nor over the database itself", async () => {
    await edit("a");
    writeFileSync(path("letter.txt"), "Dear Minister");
    await expect(backupSqlite(path("entente.db"), path("letter.txt"), kept)).rejects.toThrow(
      "is there already",
    );
    expect(readFileSync(path("letter.txt"), "utf8")).toBe("Dear Minister");
    await backupSqlite(path("entente.db"), path("letter.txt"), { force: true });
    await restoreSqlite(path("letter.txt"), path("entente.db"), kept);
    await expect(
      backupSqlite(path("entente.db"), path("entente.db"), { force: true }),
    ).rejects.toThrow("the database itself");
  });

  it("is refused when there is no database to copy, and makes none", async () => {
    await expect(backupSqlite(path("none.db"), path("backup.db"), kept)).rejects.toThrow(
      `There is no file ${path("none.db")}`,
    );
    expect(existsSync(path("none.db"))).toBe(false);
    expect(existsSync(path("backup.db"))).toBe(false);
  });

  it("is not put back when it is damaged, newer, another program's, or no database", async () => {
    await edit("a");
    await backupSqlite(path("entente.db"), path("backup.db"), kept);
    const bytes = readFileSync(path("backup.db"));
    writeFileSync(path("damaged.db"), bytes.fill(7, 8_192, bytes.length - 8_192));
    writeFileSync(path("letter.txt"), "Dear Minister, ".repeat(100));
    const other = new Database(path("recipes.db"));
    other.exec("create table recipe (id int)");
    other.close();
    await backupSqlite(path("entente.db"), path("newer.db"), kept);
    const newer = new Database(path("newer.db"));
    newer.exec(`insert into migration values ('9999_later', 'x', 'x')`);
    newer.close();
    for (const [name, words] of [
      ["damaged.db", "damaged"],
      ["letter.txt", "is not a database"],
      ["recipes.db", "another program"],
      ["newer.db", "newer version"],
    ] as const) {
      const restoring = restoreSqlite(path(name), path("entente.db"), { force: true });
      await expect(restoring).rejects.toThrow(words);
      await expect(restoring).rejects.toThrow(path(name));
    }
    expect(await topics()).toEqual(["a"]);
  });

  it("never takes the place of what is not a database of this program, however forced", async () => {
    await edit("a");
    await backupSqlite(path("entente.db"), path("backup.db"), kept);
    writeFileSync(path("letter.txt"), "Dear Minister, ".repeat(100));
    copyFileSync(path("letter.txt"), path("copy.txt"));
    await expect(
      restoreSqlite(path("backup.db"), path("letter.txt"), { force: true }),
    ).rejects.toThrow("Move it away, then restore again");
    expect(readFileSync(path("letter.txt"))).toEqual(readFileSync(path("copy.txt")));
  });

  it("takes the place of a newer version's database only when forced", async () => {
    await edit("a");
    await backupSqlite(path("entente.db"), path("backup.db"), kept);
    await restoreSqlite(path("backup.db"), path("newer.db"), kept);
    const newer = new Database(path("newer.db"));
    newer.exec(`insert into migration values ('9999_later', 'x', 'x')`);
    newer.close();
    await expect(restoreSqlite(path("backup.db"), path("newer.db"), kept)).rejects.toThrow(
      "newer version of this program. Nothing was restored",
    );
    await restoreSqlite(path("backup.db"), path("newer.db"), { force: true });
    const after = await openStorage(`file:${path("newer.db")}`);
    await after.migrate();
    expect(await topics(after)).toEqual(["a"]);
    await after.close();
  });
});
