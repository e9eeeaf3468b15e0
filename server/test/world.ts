import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { indexed } from "../src/search/search.ts";
import { openStorage } from "../src/storage/open.ts";
import type { Engine, Storage } from "../src/storage/storage.ts";
import { TEMPLATE } from "./setup.ts";

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

/** Makes a world: empty, with all tables. With `migrated: false` there is nothing in it at all. */
export async function world(engine: Engine, { migrated = true } = {}): Promise<World> {
  const place = await (engine === "sqlite" ? emptyFolder() : emptyDatabase(migrated));
  const storage = indexed(await openStorage(place.url));
  if (migrated && engine === "sqlite") await storage.migrate();
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

async function emptyFolder(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "entente-"));
  return {
    url: `file:${join(folder, "entente.db")}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function emptyDatabase(migrated: boolean): Promise<Place> {
  const answer = await fetch(inject("postgresDesk"));
  const server = await answer.text();
  if (!answer.ok) throw new Error(server);
  const name = `world_${randomBytes(6).toString("hex")}`;
  await ask(server, `create database ${name} template ${migrated ? TEMPLATE : "template0"}`);
  return {
    url: server.replace(/[^/]*$/, name),
    remove: () => ask(server, `drop database ${name} with (force)`),
  };
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
