import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AGREEMENT_MACHINE } from "../src/agreement/status.ts";
import { EVENT_MACHINE } from "../src/event/status.ts";
import { drawingOf } from "./status-drawing.ts";
import { pagesOfMachines } from "./status-page.ts";

const pages = Object.entries(pagesOfMachines());

test.each(pages)("docs/%s is what the machines say today", (path, text) => {
  const committed = readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");
  expect(committed, "run: pnpm --filter @entente/server run generate").toBe(text);
});

describe.each([EVENT_MACHINE, AGREEMENT_MACHINE])("the drawing of $subject", (machine) => {
  const drawing = drawingOf(machine);

  test("names every status", () => {
    for (const { status } of machine.statuses)
      expect(drawing).toContain(status.replaceAll("_", " "));
  });

  test("has a tip for every move, those to an end drawn as one", () => {
    const ends = machine.statuses.filter(({ next }) => next.length === 0).map((s) => s.status);
    const moves = machine.statuses.flatMap(({ status, next }) =>
      next.map((to) => `${status}>${ends.some((end) => end === to) ? "end" : to}`),
    );
    expect(drawing.match(/class="tip"/g)).toHaveLength(new Set(moves).size);
  });
});
