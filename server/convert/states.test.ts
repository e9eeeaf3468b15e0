import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foldAgreement } from "../src/agreement/fold.ts";
import { accepts as acceptsAgreement, isAgreementStatus } from "../src/agreement/move.ts";
import { stepNamed } from "../src/agreement/step.ts";
import type { AgreementFacts } from "../src/agreement/walk.ts";
import { foldEvent } from "../src/event/fold.ts";
import { accepts, isEventStatus } from "../src/event/status.ts";
import { stateOn } from "../src/ledger/fold.ts";
import type { PartyRef, Report } from "../src/ledger/report.ts";
import { dayOf } from "../src/when/day.ts";
import { notFixed, parseWhen } from "../src/when/when.ts";
import type { ReportRecord } from "./record.ts";

function table<T>(name: string): T[] {
  const url = new URL(`../data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T[];
}

interface Agreement {
  id: string;
  binding: AgreementFacts["binding"];
  requiresRatification: boolean;
  parties: (PartyRef & { mustRatify: boolean })[];
}

const reports: Report[] = table<ReportRecord>("report").map((record, index) => ({
  ...record,
  confidence: record.confidence as Report["confidence"],
  dateConfidence: record.dateConfidence as Report["dateConfidence"],
  parties: record.parties as PartyRef[],
  seq: index + 1,
  targetId: null,
  knownOn: dayOf(record.knownOn),
  when: record.edtf !== null && record.fixed ? parseWhen(record.edtf) : notFixed(record.edtf),
  recordedAt: "2026-01-01T00:00:00.000Z",
  recordedBy: "load",
}));
const on = (id: string) => reports.filter((report) => report.subjectId === id);

const agreements = table<Agreement>("agreement").map(({ id, parties, ...facts }) => ({
  id,
  facts: {
    ...facts,
    mustRatify: parties.filter((party) => party.mustRatify).map(({ type, id }) => ({ type, id })),
  },
}));

function agreementOn(id: string, day: string) {
  const facts = agreements.find((agreement) => agreement.id === id)?.facts;
  if (facts === undefined) throw new Error(`No agreement ${id}`);
  const state = stateOn(foldAgreement(on(id), facts), dayOf(day));
  return state && [state.status, state.when.edtf, state.ratified, state.mustRatify, state.disputed];
}

function eventOn(id: string, day: string) {
  const state = stateOn(foldEvent(on(id)), dayOf(day));
  return state && [state.status, state.when.edtf, state.when.fixed];
}

describe("the founding case", () => {
  const visit = "visit-pezeshkian-moscow-2025";

  it("has the visit expected, windowed, scheduled and held as the world learned it", () => {
    expect(eventOn(visit, "2024-12-05")).toEqual(["EXPECTED", null, false]);
    expect(eventOn(visit, "2024-12-23")).toEqual(["EXPECTED", "2025-01-01/2025-01-19", false]);
    expect(eventOn(visit, "2024-12-26")).toEqual(["SCHEDULED", "2025-01-17", true]);
    expect(eventOn(visit, "2025-01-18")).toEqual(["HELD", "2025-01-17", true]);
    expect(eventOn(visit, "2025-12-31")).toEqual(["HELD", "2025-01-17", true]);
  });

  it("has the treaty agreed, signed, ratified by both, in force as one says, then disputed", () => {
    const treaty = (day: string) => agreementOn("ru-ir-2025", day);
    expect(treaty("2024-12-05")).toEqual(["AGREED", "2024-06-11", 0, 2, false]);
    expect(treaty("2024-12-26")).toEqual(["AGREED", "2024-06-11", 0, 2, false]);
    expect(treaty("2025-01-18")).toEqual(["SIGNED", "2025-01-17", 0, 2, false]);
    expect(treaty("2025-04-08")).toEqual(["SIGNED", "2025-01-17", 1, 2, false]);
    expect(treaty("2025-05-21")).toEqual(["RATIFIED", "2025-05-21", 2, 2, false]);
    expect(treaty("2025-08-01")).toEqual(["IN_FORCE", "2025-07-18~", 2, 2, false]);
    expect(treaty("2025-12-31")).toEqual(["IN_FORCE", "2025-10-02", 2, 2, true]);
  });
});

describe("the states of the shipped set", () => {
  it("come from legal moves alone: a claim that moves opens a stage or stands among the rivals of one", () => {
    const stray = agreements.flatMap(({ id, facts }) => {
      const state = foldAgreement(on(id), facts).at(-1)?.state;
      const opened = state?.stages.map((stage) => stage.reportId) ?? [];
      const entered = state?.stages.map((stage) => stage.status) ?? [];
      const rivals = state?.rivals.map((rival) => rival.reportId) ?? [];
      return on(id)
        .filter((report) => report.moves)
        .filter(
          ({ id: own, status }) =>
            !opened.includes(own) &&
            !rivals.includes(own) &&
            !entered.some((one) => one === status),
        )
        .map((report) => report.id);
    });
    expect(stray).toEqual([]);
  });

  it("never go back: every stage of an agreement may follow the one before", () => {
    for (const { id, facts } of agreements) {
      const stages = foldAgreement(on(id), facts).at(-1)?.state.stages ?? [];
      for (const [index, stage] of stages.entries()) {
        const before = stages[index - 1]?.status ?? null;
        const all = { ...facts, ratified: stage.ratified, mustRatify: stage.mustRatify };
        expect(acceptsAgreement(before, stage.status, all), `${id}: ${stage.status}`).toBe(true);
      }
    }
  });

  it("come, for events, from reports each of which was in order when it became known", () => {
    const events = new Set(
      reports.filter((one) => one.subject === "EVENT").map((one) => one.subjectId),
    );
    for (const id of events) {
      let status: Parameters<typeof accepts>[0] = null;
      for (const report of on(id)) {
        if (!isEventStatus(report.status)) throw new Error(report.id);
        expect(accepts(status, report.status), report.id).toBe(true);
        status = report.status;
      }
    }
  });

  it("use only steps that the machine knows, and move where the step enters a status", () => {
    for (const report of reports.filter((one) => one.step !== null)) {
      const step = stepNamed(report.step ?? "");
      expect(step, report.id).not.toBeNull();
      expect(report.moves ? report.status : null, report.id).toBe(step?.enters);
    }
    for (const report of reports.filter((one) => one.subject === "AGREEMENT")) {
      expect(isAgreementStatus(report.status), report.id).toBe(true);
    }
  });

  it("leave each agreement where the sheet leaves it", () => {
    const latest = Object.fromEntries(
      agreements.map(({ id, facts }) => {
        const state = foldAgreement(on(id), facts).at(-1)?.state;
        return [id, `${state?.status} ${state?.when.edtf}${state?.disputed ? " disputed" : ""}`];
      }),
    );
    expect(latest).toEqual({
      "ru-ir-1921": "SIGNED 1921-02-26",
      "ru-ir-1940": "SIGNED 1940-03-25",
      "sa-ir-1998": "IN_FORCE 2023-03-10",
      "sa-ir-2001": "IN_FORCE 2023-03-10",
      "instc-2000": "IN_FORCE 2002-05-16",
      "ru-ir-2001": "SUPERSEDED 2025-10-02",
      "cn-ru-2001": "IN_FORCE 2002-02-28",
      "tehran-convention-2003": "IN_FORCE 2006-08-12",
      "jcpoa-2015": "TERMINATED 2025-10-18",
      "cn-ir-2016": "IN_FORCE 2016-01-23",
      "caspian-2018": "SIGNED 2018-08-12",
      "eaeu-ir-2018": "SUPERSEDED 2025-05-15",
      "ru-ir-2020-declaration": "SIGNED 2020-06-16",
      "cn-ir-2021": "SIGNED 2021-03-27",
      "cn-ru-2022-statement": "IN_FORCE 2022-02-04",
      "eaeu-ir-2022-protocol": "IN_FORCE 2022-10-25",
      "gazprom-nioc-2022": "SIGNED 2022-07-19",
      "sco-ir-2022": "EXPIRED 2023-07-04",
      "cn-ir-2023": "IN_FORCE 2023-02-16",
      "sa-ir-cn-2023": "SIGNED 2023-03-10",
      "rasht-astara-2023": "SIGNED 2023-05-17",
      "eaeu-ir-2023": "IN_FORCE 2025-05-15 disputed",
      "gazprom-nigc-2024": "SIGNED 2024-06-26",
      "ru-ir-2025": "IN_FORCE 2025-10-02 disputed",
      "cairo-2025": "TERMINATED 2025-11-21",
      "smr-2025": "SIGNED 2025-09-24",
      "ru-ir-consultations-2025": "SIGNED 2025-12-17",
      "hormoz-2025": "SIGNED 2025-09-26",
    });
  });

  it("leave each event that was not held where the sheet leaves it", () => {
    const open = table<{ id: string }>("event").flatMap(({ id }) => {
      const state = foldEvent(on(id)).at(-1)?.state;
      return state?.status === "HELD"
        ? []
        : [[id, state?.status, state?.when.edtf, state?.formerWhen?.edtf]];
    });
    expect(open).toEqual([
      ["visit-xi-iran-planned", "EXPECTED", "2023-02-16/..", undefined],
      ["visit-raisi-ankara-2023-11", "POSTPONED", null, "2023-11-28"],
      ["visit-raisi-ankara-2024-01-04", "POSTPONED", null, "2024-01-04"],
      ["signing-treaty-kazan-planned", "POSTPONED", null, "2024-10-22/2024-10-24"],
      ["meeting-iran-e3-rome-2025", "POSTPONED", null, "2025-05-02"],
      ["round-iran-us-4-rome", "POSTPONED", null, "2025-05-03"],
      ["round-iran-us-6", "CANCELLED", "2025-06-15", undefined],
      ["visit-putin-iran-planned", "EXPECTED", "2026-06/2026-08", undefined],
    ]);
  });
});
