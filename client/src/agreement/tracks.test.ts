import { describe, expect, test } from "vitest";
import type { AgreementWholeFragment } from "../app/operations.gen.ts";
import { tracksOf } from "./tracks.ts";

const when = (day: string) => ({
  edtf: day,
  earliest: day,
  latest: day,
  fixed: true,
  precision: "DAY",
  text: day,
});
const step = (
  id: string,
  party: string,
  name: string,
  day: string,
  body: string | null = null,
) => ({
  id,
  act: "CLAIM",
  retracted: false,
  step: name,
  body,
  when: when(day),
  parties: [{ key: party, name: party }],
});

const treaty = {
  parties: [
    { key: "RU", name: "Russia", mustRatify: true, entity: { __typename: "Country" } },
    { key: "IR", name: "Iran", mustRatify: true, entity: { __typename: "Country" } },
  ],
  stages: [
    { status: "SIGNED", when: when("2025-01-17") },
    { status: "IN_FORCE", when: when("2025-10-02") },
  ],
  reports: {
    nodes: [
      step("1", "RU", "RATIFIED", "2025-04-08", "State Duma"),
      step("2", "RU", "APPROVED", "2025-04-16", "Federation Council"),
      step("3", "RU", "PROMULGATED", "2025-04-21"),
      step("4", "IR", "RATIFIED", "2025-05-21", "Islamic Consultative Assembly"),
    ],
  },
} as unknown as AgreementWholeFragment;

describe("ratification by party", () => {
  const found = tracksOf(treaty);

  test("gives every party that must ratify a track, to one scale", () => {
    expect(found?.tracks.map((track) => track.name)).toEqual(["Russia", "Iran"]);
    const [russia, iran] = found?.tracks ?? [];
    expect(russia?.from).toBe(iran?.from);
    expect(russia?.ratifiedAt).toBeLessThan(iran?.ratifiedAt ?? 0);
    expect(iran?.inForceAt).toBeLessThan(1);
  });

  test("names a step by the body that acted, else by what was done", () => {
    expect(found?.tracks[0]?.steps.map((one) => one.label)).toEqual([
      "State Duma",
      "Federation Council",
      "Promulgated",
    ]);
    expect(found?.tracks[0]?.steps[0]?.ratifies).toBe(true);
  });

  test("puts labels near in time into rows of their own", () => {
    const russia = found?.tracks[0]?.steps ?? [];
    const places = russia.map((one) => `${one.side}${one.row}`);
    expect(new Set(places).size).toBe(3);
  });

  test("leads no line through another label, however close the days", () => {
    const long = step(
      "5",
      "RU",
      "RECOMMENDED",
      "2025-04-02",
      "Duma committee on international affairs",
    );
    const first = step("6", "RU", "SUBMITTED", "2025-03-27", "President to State Duma");
    const nodes = [...treaty.reports.nodes, long, first] as typeof treaty.reports.nodes;
    const steps =
      tracksOf({ ...treaty, reports: { ...treaty.reports, nodes } })?.tracks[0]?.steps ?? [];
    expect(steps).toHaveLength(5);
    const span = (one: (typeof steps)[number]) => {
      const width = ((one.label.length + 14) * 6.3) / 860;
      return one.side === "end" ? [one.at, one.at + width] : [one.at - width, one.at];
    };
    for (const one of steps) {
      const [from = 0, to = 0] = span(one);
      const through = steps.filter(
        (other) => other.row > one.row && other.at > from && other.at < to,
      );
      expect(through.map((other) => other.label)).toEqual([]);
    }
  });

  test("is not drawn for a text that nobody had to ratify", () => {
    expect(tracksOf({ ...treaty, parties: [] })).toBeNull();
  });
});
