import { describe, expect, it } from "vitest";
import { asKnownOn } from "./columns.ts";
import { CROWD, MOST_SPECKS } from "./crowd.ts";
import { dayOf } from "./day.ts";
import { type CaseMark, columnsOf, lane } from "./fixture.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth } from "./scene.ts";

const first = dayOf("2024-01-01");
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const cases: CaseMark[] = Array.from({ length: 20_000 }, (_, index) => ({
  slug: `call-${index}`,
  title: `Call ${index}`,
  kind: "CALL",
  on: iso(first + (index % 700)),
  in: ["RU", "IR"],
}));
const columns = columnsOf("2026-01-01", [lane("C RU Russia"), lane("C IR Iran")], cases);

function primitivesOver(days: number) {
  const frame = {
    columns,
    known: asKnownOn(columns, columns.today),
    stack: stackLanes(columns),
    viewport: { from: first, to: first + days, width: 1206 },
    edge: 1226,
    selected: null,
    pinned: new Set<string>(),
    measure: estimateWidth,
  };
  return layOut(frame, new Map(), "anew").primitives;
}

describe("a crowd of marks", () => {
  it("is drawn as specks, within what a frame can bear", () => {
    expect(cases.length).toBeGreaterThan(CROWD);
    const primitives = primitivesOver(700);
    expect(new Set(primitives.map(({ type }) => type))).toEqual(new Set(["speck"]));
    expect(primitives.length).toBeLessThanOrEqual(MOST_SPECKS);
  });

  it("is columns from farther away", () => {
    const primitives = primitivesOver(9000);
    expect(new Set(primitives.map(({ type }) => type))).toEqual(new Set(["column"]));
    const counted = primitives.reduce(
      (sum, one) => sum + (one.type === "column" ? one.count : 0),
      0,
    );
    expect(counted).toBe(2 * cases.length);
  });
});
