import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines, type World, world } from "../../test/world.ts";
import { openStorage } from "../storage/open.ts";
import type { Tx } from "../storage/storage.ts";
import { loadShipped } from "./load.ts";
import { readShipped } from "./shipped.ts";

const clock = () => new Date("2026-01-05T08:00:00.000Z");

describe.each(engines)("the shipped set on %s", (engine) => {
  let home: World;
  beforeEach(async () => {
    home = await world(engine);
  });
  afterEach(() => home.close());

  const countOf = (name: keyof Tx["tables"]) =>
    home.storage.read((tx) => tx.db.$count(tx.tables[name]));

  it("is loaded whole, in seconds, as one change", async () => {
    const started = performance.now();
    const { loaded, version } = await loadShipped(home.storage, { clock });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(loaded).toBe(true);
    const shipped = await readShipped();
    expect(version).toBe(shipped.meta.version);
    for (const name of [
      "country",
      "place",
      "leader",
      "office",
      "term",
      "forum",
      "membership",
      "session",
      "source",
      "topic",
      "agreement",
      "event",
      "report",
      "fact",
      "story",
    ] as const) {
      expect([name, await countOf(name)]).toEqual([name, shipped[name].length]);
    }
    expect(await countOf("change")).toBe(1);
  });

  it("is loaded once, however often it is asked for", async () => {
    await loadShipped(home.storage, { clock });
    const again = await loadShipped(home.storage, { clock });
    expect(again.loaded).toBe(false);
    expect(await countOf("change")).toBe(1);
  });

  it("is loaded once by two programs that start together", async () => {
    const other = await openStorage(home.url);
    try {
      const both = await Promise.all([
        loadShipped(home.storage, { clock }),
        loadShipped(other, { clock }),
      ]);
      expect(both.map(({ loaded }) => loaded).sort()).toEqual([false, true]);
      expect(await countOf("change")).toBe(1);
    } finally {
      await other.close();
    }
  });

  it("gives every event and agreement the states that its reports tell", async () => {
    await loadShipped(home.storage, { clock });
    const [events, agreements] = await home.storage.read(async (tx) => {
      const { eventState, agreementState } = tx.tables;
      return [
        await tx.db.selectDistinct({ id: eventState.eventId }).from(eventState),
        await tx.db.selectDistinct({ id: agreementState.agreementId }).from(agreementState),
      ];
    });
    expect(events).toHaveLength(await countOf("event"));
    expect(agreements).toHaveLength(await countOf("agreement"));
  });

  it("leaves nothing behind when the program is killed in the middle, and loads the next time", async () => {
    const script = fileURLToPath(new URL("../../test/midway.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, home.url], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(child.stdout, "data");
    expect(String(said)).toBe("midway\n");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await countOf("country")).toBe(0);
    expect(await countOf("dataset")).toBe(0);
    expect(await loadShipped(home.storage, { clock })).toMatchObject({ loaded: true });
  });
});
