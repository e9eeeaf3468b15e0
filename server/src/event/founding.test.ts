// The founding case, which must always hold: what the world could know of one visit and one treaty, day by day.
import { describe, expect, test } from "vitest";
import { PARTIES, report } from "../../test/reports.ts";
import { foldAgreement } from "../agreement/fold.ts";
import type { AgreementFacts } from "../agreement/walk.ts";
import { stateOn } from "../ledger/fold.ts";
import type { Report } from "../ledger/report.ts";
import { dayOf, notFixed, parseWhen } from "../when/when.ts";
import { foldEvent } from "./fold.ts";

const on = (edtf: string) => ({ when: parseWhen(edtf) });
const PESKOV = { claimant: "Dmitry Peskov", placeId: "moscow" };
const JALALI = { claimant: "Kazem Jalali" };

const visit = [
  report("2024-10-11", "EXPECTED", { claimant: "Vladimir Putin", placeId: "moscow" }),
  report("2024-12-02", "EXPECTED", PESKOV),
  report("2024-12-03", "EXPECTED", { ...PESKOV, note: "In preparation, no date." }),
  report("2024-12-23", "EXPECTED", { when: notFixed("2025-01-01/2025-01-19") }),
  report("2024-12-24", "EXPECTED", PESKOV),
  report("2024-12-26", "SCHEDULED", { ...on("2025-01-17"), ...JALALI }),
  report("2025-01-13", "SCHEDULED", on("2025-01-17")),
  report("2025-01-17", "HELD", on("2025-01-17")),
];

const step = (knownOn: string, status: string, word: string, detail: Partial<Report> = {}) =>
  report(knownOn, status, { ...on(knownOn), step: word, moves: false, ...detail });

const treaty = [
  report("2020-07-31", "PROPOSED", on("2020-07~")),
  report("2022-09-15", "NEGOTIATING", on("2022-09-15")),
  report("2024-01-31", "NEGOTIATING", on("2024-01~")),
  report("2024-06-12", "AGREED", { ...on("2024-06-11"), step: "TEXT_AGREED" }),
  step("2024-10-11", "AGREED", "SIGNING_PLANNED"),
  step("2024-10-31", "AGREED", "SIGNING_POSTPONED", JALALI),
  step("2024-12-04", "AGREED", "SIGNING_PLANNED", { claimant: "Vladimir Putin" }),
  report("2025-01-17", "SIGNED", { ...on("2025-01-17"), parties: PARTIES.both }),
  step("2025-04-08", "SIGNED", "RATIFIED", { parties: [PARTIES.russia], body: "State Duma" }),
  step("2025-04-21", "SIGNED", "PROMULGATED", { parties: [PARTIES.russia] }),
  step("2025-05-21", "SIGNED", "RATIFIED", { parties: [PARTIES.iran], body: "Majles" }),
  step("2025-06-11", "RATIFIED", "APPROVED", { parties: [PARTIES.iran], body: "Guardian Council" }),
  report("2025-07-18", "IN_FORCE", {
    ...on("2025-07-18~"),
    ...JALALI,
    step: "REPORTED_IN_FORCE",
    parties: [PARTIES.iran],
    confidence: "UNCERTAIN",
    dateConfidence: "UNCERTAIN",
  }),
  report("2025-10-02", "IN_FORCE", { ...on("2025-10-02"), claimant: "Russian foreign ministry" }),
];
const FACTS: AgreementFacts = {
  binding: "LEGAL",
  requiresRatification: true,
  mustRatify: PARTIES.both,
};

const visitOn = (iso: string) => stateOn(foldEvent(visit), dayOf(iso));
const treatyOn = (iso: string) => stateOn(foldAgreement(treaty, FACTS), dayOf(iso));
const LATEST = "2026-01-01";

describe("the visit", () => {
  test("on 5 December 2024 is expected, and nobody has named a date", () => {
    const state = visitOn("2024-12-05");
    expect(state).toMatchObject({ status: "EXPECTED", when: notFixed(), disputed: false });
    const last = visit.find(({ id }) => id === state?.reportId);
    expect(last).toMatchObject({ claimant: "Dmitry Peskov", note: "In preparation, no date." });
  });

  test("on 23 December 2024 is expected by 19 January 2025", () => {
    const state = visitOn("2024-12-23");
    expect(state?.status).toBe("EXPECTED");
    expect(state?.when).toMatchObject({ fixed: false, latest: dayOf("2025-01-19") });
    expect(visitOn("2024-12-25")?.when).toEqual(state?.when);
  });

  test("on 26 December 2024 is scheduled for 17 January 2025", () => {
    expect(visitOn("2024-12-26")).toMatchObject({
      status: "SCHEDULED",
      when: parseWhen("2025-01-17"),
    });
  });

  test.each(["2025-01-18", "2025-08-01", LATEST])("on %s was held on 17 January 2025", (iso) => {
    expect(visitOn(iso)).toMatchObject({
      status: "HELD",
      when: parseWhen("2025-01-17"),
      disputed: false,
    });
  });

  test("was not known of before the invitation", () => {
    expect(visitOn("2024-10-10")).toBeNull();
  });
});

describe("the treaty", () => {
  test.each(["2024-12-05", "2024-12-23", "2024-12-26"])("on %s is agreed, not signed", (iso) => {
    expect(treatyOn(iso)).toMatchObject({ status: "AGREED", disputed: false, ratified: 0 });
  });

  test("on 18 January 2025 is signed, the day before", () => {
    expect(treatyOn("2025-01-18")).toMatchObject({
      status: "SIGNED",
      when: parseWhen("2025-01-17"),
      ratified: 0,
      mustRatify: 2,
    });
  });

  test("is ratified by one in April and by both in May, by the votes of the parliaments", () => {
    expect(treatyOn("2025-05-01")).toMatchObject({ status: "SIGNED", ratified: 1 });
    expect(treatyOn("2025-05-21")).toMatchObject({
      status: "RATIFIED",
      when: parseWhen("2025-05-21"),
      ratified: 2,
    });
  });

  test("on 1 August 2025 is in force, as one claimant says", () => {
    expect(treatyOn("2025-08-01")).toMatchObject({
      status: "IN_FORCE",
      when: parseWhen("2025-07-18~"),
      ratified: 2,
      disputed: false,
      rivals: [],
    });
  });

  test("today is in force, and two claims give two days", () => {
    const state = treatyOn(LATEST);
    expect(state).toMatchObject({
      status: "IN_FORCE",
      when: parseWhen("2025-10-02"),
      disputed: true,
    });
    expect(state?.rivals.map(({ claimant, when, shown }) => [claimant, when.edtf, shown])).toEqual([
      ["Kazem Jalali", "2025-07-18~", false],
      ["Russian foreign ministry", "2025-10-02", true],
    ]);
  });

  test("has lived through these stages", () => {
    expect(treatyOn(LATEST)?.stages.map(({ status, when }) => `${status} ${when.edtf}`)).toEqual([
      "PROPOSED 2020-07~",
      "NEGOTIATING 2022-09-15",
      "AGREED 2024-06-11",
      "SIGNED 2025-01-17",
      "SIGNED 2025-04-08",
      "RATIFIED 2025-05-21",
      "IN_FORCE 2025-10-02",
    ]);
  });
});
