// The changes as they happen, told by a server that comes and goes.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revision } from "../src/history/history.ts";
import { changed } from "./changes.ts";
import { bySocket, byStream, following } from "./following.ts";
import { type Program, runServer } from "./program.ts";
import { engines, type World, world } from "./world.ts";

/** Milliseconds: a slow machine, busy with other tests. */
const PATIENCE = 180_000;

describe.each(engines)("a server that is stopped and started again twice on %s", (engine) => {
  let here: World;
  let server: Program;
  let address = "";

  const start = async () => {
    server = runServer(here.url);
    address = /http:\/\/\S+/.exec(await server.line)?.[0] ?? "";
  };
  const stop = async () => {
    server.process.kill("SIGTERM");
    expect(await server.exit).toBe(0);
  };
  /** Records changes from this process, which is not the server's. */
  const write = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await changed(here.storage, { after: { n } });
      await sleep(5);
    }
  };

  beforeAll(async () => {
    here = await world(engine);
    await start();
  }, PATIENCE);
  afterAll(async () => {
    server.process.kill("SIGKILL");
    await here.close();
  });

  it(
    "loses no change for those who follow, and tells none twice",
    async () => {
      const first = await here.storage.read(revision);
      const followers = [byStream, bySocket].map((how) => following(how, () => address, first));
      await write(40);
      for (let times = 0; times < 2; times++) {
        await Promise.all([stop(), write(30)]);
        await write(10);
        await Promise.all([start(), write(20)]);
        await write(20);
      }
      const all = Array.from({ length: 200 }, (_, n) => first + 1 + n);
      expect(await here.storage.read(revision)).toBe(all.at(-1));
      await Promise.all(followers.map(({ until }) => until(all.length)));
      // What was told twice would come at once: whoever follows asks from where they are.
      await sleep(500);
      for (const { heard, connections, end } of followers) {
        end();
        expect(heard).toEqual(all);
        expect(connections).toBeGreaterThanOrEqual(3);
      }
    },
    PATIENCE,
  );
});
