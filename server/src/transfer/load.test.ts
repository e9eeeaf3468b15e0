import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand, runProgram } from "../../test/program.ts";
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

  it("is loaded whole, in few statements, as one change", async () => {
    let statements = 0;
    const end = home.storage.onStatement(() => {
      statements += 1;
    });
    const { loaded, version } = await loadShipped(home.storage, { clock });
    end();
    // Some seconds even where each is a journey over a network.
    expect(statements).toBeLessThan(310);
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

  it("leaves nothing behind wherever it is killed, and loads once the next time", async () => {
    // How many statements a whole load takes, and with it the places to be killed at.
    const other = await world(engine);
    let all = 0;
    other.storage.onStatement(() => {
      all += 1;
    });
    await loadShipped(other.storage, { clock });
    await other.close();

    for (const place of [2, Math.round(all / 2), all]) {
      const program = runProgram("loading.ts", home.url, String(place));
      expect(await program.line).toBe(`at statement ${place}\n`);
      program.process.kill("SIGKILL");
      expect(await program.exit).toBeNull();
      for (const name of ["source", "report", "eventState", "change", "dataset"] as const) {
        expect([place, name, await countOf(name)]).toEqual([place, name, 0]);
      }
    }
    expect(await runCommand(home.url, "load")).toMatchObject({ code: 0, err: "" });
    expect(await countOf("report")).toBe((await readShipped()).report.length);
    expect(await countOf("change")).toBe(1);
    expect(await loadShipped(home.storage, { clock })).toMatchObject({ loaded: false });
  }, 180_000);
});
