// Before and after a whole test run. Workers ask here for PostgreSQL; the first to ask starts it.
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import type { Cluster } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Local address that answers with the PostgreSQL server's, started by then. */
    postgresDesk: string;
  }
}

/** The migrated database that worlds are copied from. */
export const TEMPLATE = "entente_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const desk = createServer((_request, response) => {
    cluster ??= start();
    cluster.then(
      ({ url }) => response.end(url),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  const { port } = desk.address() as { port: number };
  project.provide("postgresDesk", `http://127.0.0.1:${port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await (await cluster?.catch(() => undefined))?.stop();
  };
}

async function start(): Promise<Cluster> {
  // Loaded here, so that a run without PostgreSQL pays nothing for it.
  const { startCluster } = await import("./postgres.ts");
  const { openStorage } = await import("../src/storage/open.ts");
  const { default: pg } = await import("pg");
  const cluster = await startCluster();
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const template = await openStorage(cluster.url.replace(/[^/]*$/, TEMPLATE));
  await template.migrate();
  await template.close();
  return cluster;
}
