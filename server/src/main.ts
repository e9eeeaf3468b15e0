/** Starts the server, and stops it when told to. */
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { firstLink, LINK_BYTES, pathOfLink } from "./access/access.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { sealed } from "./history/history.ts";
import { buildApp } from "./http/app.ts";
import { isRefusal } from "./refusal.ts";
import { schema } from "./schema.ts";
import { indexed } from "./search/search.ts";
import { openStorage } from "./storage/open.ts";
import { patiently } from "./storage/patience.ts";
import type { Storage } from "./storage/storage.ts";
import { tallied } from "./timeline/timeline.ts";
import { isOutdated, loadShipped } from "./transfer/load.ts";

/** Milliseconds after which a stop that hangs is cut short. */
const STOP_MS = 950;

const clock = () => new Date();

/** A failure to start that a person can do something about. */
class StartError extends Error {}

async function openData(config: Config): Promise<Storage> {
  const onTrouble = (error: Error) => console.error(error.message);
  const storage = indexed(tallied(await openStorage(config.databaseUrl, { onTrouble })));
  try {
    await patiently(async () => {
      await storage.migrate();
      await sealed(storage);
    });
    const { version } = await loadShipped(storage, { clock });
    if (await isOutdated(version)) {
      console.warn(
        `The database holds version ${version} of the data set; another one ships with this program.`,
      );
    }
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") {
      throw new StartError(
        `Port ${port} on ${host} is taken. Stop the program that uses it, or choose another: PORT=${port < 65535 ? port + 1 : port - 1} npm start`,
      );
    }
    if (code === "EACCES") {
      throw new StartError(`Port ${port} is reserved for the system. Choose one above 1023.`);
    }
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new StartError(`HOST ${host} is not an address of this machine. Try 127.0.0.1.`);
    }
    throw error;
  }
}

/** Stops once: lets requests under way finish, then closes the database. A second signal stops at once. */
function stopOnSignal(app: FastifyInstance, storage: Storage): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await app.close();
    await storage.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}

/** Prints the way in for the first admin, while there is nobody. A new link at each start: the one before no longer works. */
async function welcome(storage: Storage, site: string): Promise<void> {
  const random = randomBytes(LINK_BYTES);
  const token = await storage.write((tx) => firstLink(tx, clock(), random));
  if (token === null) return;
  process.stdout.write(
    `Nobody can sign in yet. The first admin joins here, within a day: ${site}${pathOfLink(token)}\n`,
  );
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const storage = await openData(config);
  const app = await buildApp({ schema, storage, config, clock });
  stopOnSignal(app, storage);
  const address = await listen(app, config);
  process.stdout.write(`Entente is at ${address} (GraphQL at ${address}/graphql)\n`);
  await welcome(storage, config.publicUrl ?? address);
}

try {
  await main();
} catch (error) {
  // What a person can put right is said in a sentence; anything else is a bug and shows where it is.
  const isExpected =
    error instanceof ConfigError || error instanceof StartError || isRefusal(error);
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
