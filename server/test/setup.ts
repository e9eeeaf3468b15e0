// Before and after a whole test run. Workers ask here for what is made once and then copied: PostgreSQL with its databases, and the shipped set
// on either engine. The first to ask has it made.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { Storage } from "../src/storage/storage.ts";
import type { Cluster } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /**
     * Local address that answers with the PostgreSQL server's, started by then; `/postgres` once the shipped set is loaded there too, and
     * `/sqlite` with the path of a file that holds it.
     */
    desk: string;
  }
}

/** The migrated database that worlds are copied from, and the one that holds the shipped set. */
export const TEMPLATE = "entente_template";
export const SHIPPED = "entente_shipped";

/** The moment that tests take place at, unless they say another. */
export const NOW = "2026-01-05T08:00:00.000Z";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "entente-shipped-"));
  const cluster = once(start);
  const makers: Record<string, () => Promise<string>> = {
    "/": async () => (await cluster()).url,
    "/postgres": once(async () => {
      const { url } = await cluster();
      await createDatabase(url, SHIPPED, TEMPLATE);
      await load(url.replace(/[^/]*$/, SHIPPED));
      return url;
    }),
    "/sqlite": once(async () => {
      const file = join(folder, "entente.db");
      await load(`file:${file}`);
      return file;
    }),
  };
  const desk = createServer((request, response) => {
    const make = makers[request.url ?? "/"];
    if (!make) return response.writeHead(404).end();
    make().then(
      (text) => response.end(text),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  const { port } = desk.address() as { port: number };
  project.provide("desk", `http://127.0.0.1:${port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    if (cluster.isBegun()) await (await cluster().catch(() => undefined))?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Makes something when it is first asked for, and gives the same ever after. */
function once<Made>(make: () => Promise<Made>) {
  let made: Promise<Made> | undefined;
  const give = () => {
    made ??= make();
    return made;
  };
  return Object.assign(give, { isBegun: () => made !== undefined });
}

// Loaded where they are used, so that a run that does without pays nothing for them.
async function start(): Promise<Cluster> {
  const { startCluster } = await import("./postgres.ts");
  const cluster = await startCluster();
  await createDatabase(cluster.url, TEMPLATE, "template0");
  const template = await open(cluster.url.replace(/[^/]*$/, TEMPLATE));
  await template.migrate();
  await template.close();
  return cluster;
}

async function load(url: string): Promise<void> {
  const { indexed } = await import("../src/search/search.ts");
  const { tallied } = await import("../src/timeline/timeline.ts");
  const { loadShipped } = await import("../src/transfer/load.ts");
  const storage = indexed(tallied(await open(url)));
  await storage.migrate();
  await loadShipped(storage, { clock: () => new Date(NOW) });
  await storage.close();
}

async function open(url: string): Promise<Storage> {
  const { openStorage } = await import("../src/storage/open.ts");
  return openStorage(url);
}

async function createDatabase(url: string, name: string, template: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
}
