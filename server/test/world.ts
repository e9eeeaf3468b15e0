import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { indexed } from "../src/search/search.ts";
import { openStorage } from "../src/storage/open.ts";
import type { Engine, Storage } from "../src/storage/storage.ts";
import { tallied } from "../src/timeline/timeline.ts";
import { SHIPPED, TEMPLATE } from "./setup.ts";

/** Both engines, for `describe.each(engines)("… on %s", (engine) => …)`. */
export const engines: readonly Engine[] = ["sqlite", "postgres"];

/** A database of one test's own. */
export interface World {
  storage: Storage;
  /** Its address, for opening it a second time. */
  url: string;
  /** Closes the storage and removes the database. */
  close(): Promise<void>;
}

/** Makes a world: empty, with all tables. With `migrated: false` there is nothing in it at all; with `shipped`, the shipped set. */
export async function world(
  engine: Engine,
  { migrated = true, shipped = false } = {},
): Promise<World> {
  const template = shipped ? SHIPPED : migrated ? TEMPLATE : "template0";
  const place = await (engine === "sqlite" ? newFolder(shipped) : newDatabase(template));
  const storage = indexed(tallied(await openStorage(place.url)));
  if (migrated && engine === "sqlite" && !shipped) await storage.migrate();
  return {
    storage,
    url: place.url,
    async close() {
      await storage.close();
      await place.remove();
    },
  };
}

interface Place {
  url: string;
  remove(): Promise<void>;
}

async function newFolder(shipped: boolean): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "entente-"));
  const file = join(folder, "entente.db");
  if (shipped) await copyFile(await fromDesk("/sqlite"), file);
  return {
    url: `file:${file}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function newDatabase(template: string): Promise<Place> {
  const server = await fromDesk(template === SHIPPED ? "/postgres" : "/");
  const name = `world_${randomBytes(6).toString("hex")}`;
  await ask(server, `create database ${name} template ${template}`);
  return {
    url: server.replace(/[^/]*$/, name),
    remove: () => ask(server, `drop database ${name} with (force)`),
  };
}

async function fromDesk(path: string): Promise<string> {
  const answer = await fetch(inject("desk") + path);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
