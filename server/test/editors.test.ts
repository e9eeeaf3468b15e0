// Six editors write at once for two seconds. `bench/editors.ts` is the same with fifty, for a minute.
import { expect, it } from "vitest";
import { crowd, tokensFor } from "./crowd.ts";
import { runCommand, runServer } from "./program.ts";
import { engines, world } from "./world.ts";

it.each(engines)(
  "of six editors at once nobody loses a write, and nothing is written twice, on %s",
  async (engine) => {
    const here = await world(engine, { shipped: true });
    const server = runServer(here.url);
    try {
      const address = /http:\/\/\S+/.exec(await server.line)?.[0] ?? "";
      const { told, faults } = await crowd(address, await tokensFor(here.storage, 6), {
        seconds: 2,
        each: 1,
      });
      expect(faults.slice(0, 5)).toEqual([]);
      expect(told.accepted.length).toBeGreaterThan(0);
      expect((await runCommand(here.url, "verify")).out).toContain("chain holds");
    } finally {
      server.process.kill("SIGKILL");
      await server.exit;
      await here.close();
    }
  },
  180_000,
);
