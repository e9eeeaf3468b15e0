// The server as a process of its own: starting, being refused, and stopping.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ending, type Program, runCommand, runServer } from "./program.ts";
import { engines, type World, world } from "./world.ts";

/** Milliseconds for a start: a slow machine, busy with other tests. */
const PATIENCE = 180_000;

const addressIn = (line: string) => /http:\/\/\S+/.exec(line)?.[0] ?? "";

describe.each(engines)("two servers that start together on one empty database on %s", (engine) => {
  let here: World;
  let servers: Program[];
  let addresses: string[];

  beforeAll(async () => {
    here = await world(engine, { migrated: false });
    servers = [runServer(here.url), runServer(here.url)];
    addresses = (await Promise.all(servers.map(({ line }) => line))).map(addressIn);
  }, PATIENCE);
  afterAll(async () => {
    for (const server of servers) server.process.kill("SIGKILL");
    await here.close();
  });

  it("both answer with the shipped set, which was loaded once", async () => {
    const query = "{ events(first: 1) { totalCount } dataset { revision } }";
    for (const address of addresses) {
      const answer = await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`);
      expect(await answer.json()).toEqual({
        data: { events: { totalCount: 165 }, dataset: { revision: 1 } },
      });
    }
    const changes = await here.storage.read((tx) => tx.db.select().from(tx.tables.change));
    expect(changes.map(({ action }) => action)).toEqual(["load"]);
  });

  it(
    "stop within a second when told to: one answers the request under way, one gives up waiting for it",
    async () => {
      const asking = await Promise.all(addresses.map(halfAsked));
      const told = performance.now();
      for (const server of servers) server.process.kill("SIGTERM");
      await sleep(100);
      const answer = asking[0]?.finish() ?? Promise.resolve("");
      const ends = await Promise.all(
        servers.map(async ({ ended }) => ({
          ...(await ended),
          seconds: (performance.now() - told) / 1000,
        })),
      );
      expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*"totalCount":165/);
      for (const { code, err, seconds } of ends) {
        expect([code, err]).toEqual([0, ""]);
        // 0.8 where nothing else runs; the machine of a test is busy.
        expect(seconds).toBeLessThan(4);
      }
    },
    PATIENCE,
  );
});

/** A request of which the server has the head and no body. `finish` sends the body and answers all that comes back. */
async function halfAsked(address: string): Promise<{ finish(): Promise<string> }> {
  const { hostname, port } = new URL(address);
  const socket: Socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  const body = JSON.stringify({ query: "{ events(first: 1) { totalCount } }" });
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  // The server asks for the body: it has begun with the request.
  const [heard] = await new Promise<string[]>((resolve) =>
    socket.once("data", (data) => resolve([data.toString()])),
  );
  expect(heard).toContain("100 Continue");
  return {
    finish: () =>
      new Promise((resolve) => {
        let text = "";
        socket.on("data", (data) => {
          text += data.toString();
        });
        socket.once("close", () => resolve(text));
        socket.write(body);
      }),
  };
}

describe("a start on a database that has no users", () => {
  it(
    "prints a link for the first admin, and a later start another in its place",
    async () => {
      const here = await world("sqlite", { shipped: true });
      const servers: Program[] = [];
      const status = async (link: string) => {
        const { origin, pathname } = new URL(link);
        const answer = await fetch(`${origin}/auth/join/look`, {
          method: "POST",
          headers: { "content-type": "application/json", origin },
          body: JSON.stringify({ token: pathname.replace("/join/", "") }),
        });
        return answer.status;
      };
      /** The link that a start prints, behind the line that says where the server is. */
      const start = async () => {
        const server = runServer(here.url);
        servers.push(server);
        let out = "";
        for await (const text of server.process.stdout ?? []) {
          out += String(text);
          const [, link] = /The first admin joins here, within a day: (\S+)\n/.exec(out) ?? [];
          if (link) return link;
        }
        throw new Error(`No link in ${out}`);
      };
      try {
        const first = await start();
        expect(await status(first)).toBe(200);
        const second = await start();
        expect([await status(first), await status(second)]).toEqual([404, 200]);
      } finally {
        for (const server of servers) server.process.kill("SIGKILL");
        await here.close();
      }
    },
    PATIENCE,
  );
});

it(
  "a start waits for a program that loads the whole set, however slow that is",
  async () => {
    const here = await world("sqlite", { migrated: false });
    const other = new Database(here.url.slice("file:".length));
    other.exec("BEGIN IMMEDIATE");
    const server = runServer(here.url);
    try {
      // Longer than a write waits.
      await sleep(7_000);
      expect(server.process.exitCode).toBeNull();
      other.exec("COMMIT");
      expect(addressIn(await server.line)).not.toBe("");
    } finally {
      server.process.kill("SIGKILL");
      await server.exit;
      other.close();
      await here.close();
    }
  },
  PATIENCE,
);

describe("a start that cannot be ends with code 1 and says why in one line", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-refused-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Waits for a program that must fail; answers the one line it says. */
  async function refusalOf(ending: Promise<Ending>): Promise<string> {
    const { code, out, err } = await ending;
    expect([code, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toHaveLength(1);
    return err.trim();
  }

  it(
    "for a file that is no database, from the server and the command line alike",
    async () => {
      const file = join(folder, "letter.txt");
      const text = "Dear Minister, ".repeat(1_000);
      writeFileSync(file, text);
      const [said, typed] = await Promise.all([
        refusalOf(runServer(`file:${file}`).ended),
        refusalOf(runCommand(`file:${file}`, "load")),
      ]);
      expect(said).toContain(`${file} is not a database`);
      expect(typed).toBe(said);
      expect(readFileSync(file, "utf8")).toBe(text);
      expect(readdirSync(folder)).toEqual(["letter.txt"]);
    },
    PATIENCE,
  );

  it(
    "for a port that is taken",
    async () => {
      const holder = createServer();
      await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
      const { port } = holder.address() as AddressInfo;
      const server = runServer(`file:${join(folder, "good.db")}`, { PORT: String(port) });
      expect(await refusalOf(server.ended)).toContain(`Port ${port} on 127.0.0.1 is taken.`);
      holder.close();
    },
    PATIENCE,
  );

  it(
    "for settings that cannot be, all of them at once and without a password",
    async () => {
      const server = runServer("mysql://me:secret@host/db", { PORT: "harbour" });
      const said = await refusalOf(server.ended);
      expect(said).toContain('PORT must be a whole number from 0 to 65535; it is "harbour".');
      expect(said).toContain("DATABASE_URL must be file:PATH for SQLite or postgres://…");
      expect(said).not.toContain("secret");
    },
    PATIENCE,
  );
});
