// Starts the built server on a free port with a database of its own, and stops it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "server/dist/main.js");
const CLI = join(ROOT, "server/dist/cli.js");

/** How long a start may take, in milliseconds: it loads the whole shipped set, perhaps on a busy machine. */
const START_MS = 120_000;

/** A running server. */
export interface Running {
  /** Its address, without a slash at the end. */
  url: string;
  /** The link for the first admin, which it prints when it starts on a database without users. */
  firstLink(): Promise<string>;
  /** Makes a token for the database by the command line; answers the token. */
  token(role: "viewer" | "editor" | "admin", name: string): Promise<string>;
  /** Stops it and removes its database. Answers its exit code: 0 when it closed by itself within its second. */
  stop(): Promise<number | null>;
  /** Stops it and keeps its database. */
  halt(): Promise<void>;
  /** Starts another on its database: at its own address, or beside it. */
  next(where: "here" | "beside"): Promise<Running>;
}

function gone(code: number | null): never {
  throw new Error(`The server ended with ${code} and had printed no link.`);
}

function run(file: string, args: string[], env: NodeJS.ProcessEnv) {
  return spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Collects what a command prints; rejects when it fails. */
async function outputOf(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = run(CLI, args, env);
  let out = "";
  let complaint = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`entente ${args.join(" ")} ended with ${code}: ${complaint}`);
  return out.trim();
}

/**
 * Starts a server that nobody else uses, on a database in a folder of its own, at a port that is free or the one that is `set`, with whatever
 * else is. Needs the build.
 */
export function startServer(set: Readonly<Record<string, string>> = {}): Promise<Running> {
  if (!existsSync(MAIN)) throw new Error("The server is not built. Run `npm run build` first.");
  return startIn(mkdtempSync(join(tmpdir(), "entente-e2e-")), { PORT: "0", ...set });
}

/** A port that nobody has just now, for a server that must know its own address before it listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function startIn(folder: string, set: Readonly<Record<string, string>>): Promise<Running> {
  const env = { DATABASE_URL: `file:${join(folder, "entente.db")}`, HOST: "127.0.0.1", ...set };
  const child = run(MAIN, [], env);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let out = "";
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No address in time. ${complaint}`)), START_MS);
    child.stdout.on("data", (chunk) => {
      out += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
    child.on("close", (code) => {
      clearTimeout(late);
      reject(new Error(`The server ended with ${code} before it listened. ${complaint}`));
    });
  });
  const halt = () => {
    child.kill("SIGTERM");
    return ended;
  };
  const firstLink = async () => {
    for (;;) {
      const link = /http:\S+\/join\/\S+(?=\n)/.exec(out)?.[0];
      if (link) return link;
      await Promise.race([once(child.stdout, "data"), ended.then(gone)]);
    }
  };
  return {
    url,
    firstLink,
    token: (role, name) => outputOf(["token", "create", "--role", role, "--name", name], env),
    async stop() {
      const code = await halt();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
    async halt() {
      await halt();
    },
    next: (where) => startIn(folder, { ...set, PORT: where === "here" ? new URL(url).port : "0" }),
  };
}
