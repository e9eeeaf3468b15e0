import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, engines, shippedWorld } from "../../test/ask.ts";
import { type World, world } from "../../test/world.ts";

describe.each(engines)("the data set on %s", (engine) => {
  let home: World;
  beforeAll(async () => {
    home = await shippedWorld(engine);
  });
  afterAll(() => home.close());

  it("says what it is, how far it reaches, and how often it was changed", async () => {
    const { dataset } = await ask(
      home.storage,
      `{ dataset { title horizon foundingDocument licence revision } }`,
    );
    expect(dataset).toEqual({
      title: "Entente: diplomacy of Iran, Russia and China, 2001–2025",
      horizon: "2025-12-31",
      foundingDocument: "The Jerusalem Post, 2024-12-05",
      licence: "CC-BY-4.0",
      revision: 1,
    });
  });

  it("publishes the machines that rule its statuses", async () => {
    const { dataset } = await ask(
      home.storage,
      `{ dataset { statusMachines { subject statuses { status meaning next } } } }`,
    );
    const [agreement, event] = dataset.statusMachines;
    expect([agreement.subject, event.subject]).toEqual(["agreement", "event"]);
    const nextOf = (machine: { statuses: { status: string; next: string[] }[] }, status: string) =>
      machine.statuses.find((each) => each.status === status)?.next;
    expect(nextOf(event, "HELD")).toEqual([]);
    expect(nextOf(event, "EXPECTED")).toEqual(["SCHEDULED", "HELD", "POSTPONED", "CANCELLED"]);
    expect(nextOf(agreement, "SIGNED")).toContain("IN_FORCE");
    expect(nextOf(agreement, "SIGNED")).not.toContain("AGREED");
  });
});

it("says so when there is none", async () => {
  const empty = await world("sqlite");
  const { dataset } = await ask(empty.storage, `{ dataset { title horizon revision } }`);
  expect(dataset).toEqual({ title: "No data set", horizon: "2026-01-05", revision: 0 });
  await empty.close();
});
