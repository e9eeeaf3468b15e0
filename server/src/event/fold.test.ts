import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReports, preference, rearranged, report, retraction } from "../../test/reports.ts";
import { stateOn } from "../ledger/fold.ts";
import type { Report } from "../ledger/report.ts";
import { dayOf, notFixed, parseWhen } from "../when/when.ts";
import { foldEvent } from "./fold.ts";
import { accepts } from "./status.ts";
import { EVENT_STATUSES } from "./values.ts";

const on = (edtf: string) => ({ when: parseWhen(edtf) });
const latest = (...reports: Report[]) => foldEvent(reports).at(-1)?.state;
const anyLedger = anyReports(EVENT_STATUSES);
const anyDay = fc.integer({ min: dayOf("2025-02-27"), max: dayOf("2025-03-10") });

test("a visit narrows from a hope to a window to a day, and is held", () => {
  const states = foldEvent([
    report("2024-12-03", "EXPECTED"),
    report("2024-12-23", "EXPECTED", on("2025-01-01/2025-01-19")),
    report("2024-12-24", "EXPECTED"),
    report("2024-12-26", "SCHEDULED", on("2025-01-17")),
    report("2025-01-17", "HELD", on("2025-01-17")),
  ]);
  expect(states.map(({ state: { status, when } }) => [status, when.edtf, when.fixed])).toEqual([
    ["EXPECTED", null, false],
    ["EXPECTED", "2025-01-01/2025-01-19", false],
    ["EXPECTED", "2025-01-01/2025-01-19", false],
    ["SCHEDULED", "2025-01-17", true],
    ["HELD", "2025-01-17", true],
  ]);
});

test("an expectation is never fixed, even when it names a day", () => {
  expect(latest(report("2025-03-01", "EXPECTED", on("2025-04-01")))?.when.fixed).toBe(false);
});

test("a postponed event keeps the date it had apart from the one it may have", () => {
  const planned = report("2025-04-30", "SCHEDULED", on("2025-05-03"));
  expect(latest(planned, report("2025-05-01", "POSTPONED"))).toMatchObject({
    status: "POSTPONED",
    when: notFixed(),
    formerWhen: parseWhen("2025-05-03"),
  });
  expect(latest(planned, report("2025-05-01", "POSTPONED", on("2025-05-11")))).toMatchObject({
    when: parseWhen("2025-05-11"),
    formerWhen: parseWhen("2025-05-03"),
  });
  const window = report("2025-05-01", "POSTPONED", on("2025-05"));
  expect(latest(planned, window)?.when).toEqual(notFixed("2025-05"));
});

test("put off again, it still had the first date; with a new one, it had none before", () => {
  const planned = report("2025-04-30", "SCHEDULED", on("2025-05-03"));
  const first = report("2025-05-01", "POSTPONED", on("2025-05-11"));
  const again = report("2025-05-02", "POSTPONED", on("2025-05-20"));
  expect(latest(planned, first, again)).toMatchObject({
    when: parseWhen("2025-05-20"),
    formerWhen: parseWhen("2025-05-03"),
  });
  const fixed = report("2025-05-03", "SCHEDULED", on("2025-05-21"));
  expect(latest(planned, first, again, fixed)?.formerWhen).toBeNull();
});

test("a cancelled event keeps its date; revived without one, it has none", () => {
  const planned = report("2025-06-12", "SCHEDULED", on("2025-06-15"));
  const cancelled = report("2025-06-13", "CANCELLED");
  expect(latest(planned, cancelled)).toMatchObject({
    status: "CANCELLED",
    when: parseWhen("2025-06-15"),
  });
  expect(latest(planned, cancelled, report("2025-06-20", "EXPECTED"))).toMatchObject({
    status: "EXPECTED",
    when: notFixed(),
  });
});

test("held as planned: a claim without a date keeps the one that was set", () => {
  const planned = report("2025-06-12", "SCHEDULED", on("2025-06-15"));
  expect(latest(planned, report("2025-06-15", "HELD"))?.when).toEqual(parseWhen("2025-06-15"));
});

test("two days for one meeting are both kept, and the surer is shown", () => {
  const sure = report("2025-03-01", "HELD", { ...on("2001-03-12"), placeId: "moscow" });
  const other = report("2025-03-02", "HELD", { ...on("2001-03-22"), confidence: "UNCERTAIN" });
  const state = latest(sure, other);
  expect(state).toMatchObject({ disputed: true, reportId: sure.id, when: parseWhen("2001-03-12") });
  expect(state?.rivals.map(({ reportId, shown }) => [reportId, shown])).toEqual([
    [sure.id, true],
    [other.id, false],
  ]);
});

test("an editor's preference is shown, and the others still stand", () => {
  const sure = report("2025-03-01", "HELD", on("2001-03-12"));
  const other = report("2025-03-02", "HELD", { ...on("2001-03-22"), confidence: "UNCERTAIN" });
  const state = latest(sure, other, preference("2025-03-03", other));
  expect(state).toMatchObject({ disputed: true, reportId: other.id });
  expect(state?.when).toEqual(parseWhen("2001-03-22"));
  expect(state?.rivals).toHaveLength(2);
});

test("two dates that can both be right are no dispute", () => {
  const duration = report("2025-03-01", "HELD", on("2024-10-22/2024-10-24"));
  const day = report("2025-03-02", "HELD", on("2024-10-23"));
  expect(latest(duration, day)).toMatchObject({ disputed: false, rivals: [] });
});

test("an illegal claim moves nothing, but it is news and a source", () => {
  const held = report("2025-01-17", "HELD", on("2025-01-17"));
  const odd = report("2025-02-01", "POSTPONED", { ...on("2025-03"), sourceIds: ["gazette"] });
  expect(latest(held, odd)).toMatchObject({
    status: "HELD",
    when: parseWhen("2025-01-17"),
    lastReportOn: odd.knownOn,
    sourceCount: 2,
  });
});

test("what an event was, it is again once the report that moved it is retracted", () => {
  const planned = report("2025-06-12", "SCHEDULED", on("2025-06-15"));
  const wrong = report("2025-06-13", "CANCELLED");
  const back = latest(planned, wrong, retraction("2025-06-14", wrong));
  expect(back).toEqual(latest(planned));
});

test("any order of arrival gives the same states", () => {
  fc.assert(
    fc.property(rearranged(anyLedger), ([reports, others]) => {
      expect(foldEvent(others)).toEqual(foldEvent(reports));
    }),
  );
});

test("what is known later never changes what was true of an earlier day", () => {
  fc.assert(
    fc.property(anyLedger, anyDay, (reports, day) => {
      const then = foldEvent(reports.filter(({ knownOn }) => knownOn <= day));
      expect(stateOn(then, day)).toEqual(stateOn(foldEvent(reports), day));
    }),
  );
});

test("without retractions, an event moves only as the machine allows", () => {
  fc.assert(
    fc.property(anyLedger, (reports) => {
      const claims = reports
        .filter(({ act }) => act === "CLAIM")
        // One a day, so that every step of the walk is a state of its own.
        .map((claim, i) => ({ ...claim, knownOn: i }));
      const states = foldEvent(claims).map(({ state }) => state);
      for (const [i, { status }] of states.entries()) {
        expect(accepts(states[i - 1]?.status ?? null, status)).toBe(true);
      }
    }),
  );
});

test("without retractions, what was held stays held", () => {
  fc.assert(
    fc.property(anyLedger, (reports) => {
      const states = foldEvent(reports.filter(({ act }) => act !== "RETRACTION"));
      const first = states.findIndex(({ state }) => state.status === "HELD");
      const after = first < 0 ? [] : states.slice(first);
      expect(after.every(({ state }) => state.status === "HELD")).toBe(true);
    }),
  );
});

test("a dispute lists claims that disagree, exactly one of them shown; without one there are none", () => {
  fc.assert(
    fc.property(anyLedger, (reports) => {
      for (const { state } of foldEvent(reports)) {
        expect(state.rivals.filter(({ shown }) => shown)).toHaveLength(state.disputed ? 1 : 0);
        expect(state.rivals.length === 0).toBe(!state.disputed);
        const shown = state.rivals.find((rival) => rival.shown);
        if (shown) expect(shown.when).toEqual(state.when);
      }
    }),
  );
});

test("a date is fixed only in a status that can have one, and only a postponed event had another", () => {
  fc.assert(
    fc.property(anyLedger, (reports) => {
      for (const { state } of foldEvent(reports)) {
        if (state.status === "EXPECTED") expect(state.when.fixed).toBe(false);
        if (state.when.edtf === null) expect(state.when.fixed).toBe(false);
        if (state.status !== "POSTPONED") expect(state.formerWhen).toBeNull();
      }
    }),
    { numRuns: 1000 },
  );
});

test("what was put off to a day, and is only hoped for again, has that day as a hope", () => {
  const planned = report("2025-04-30", "SCHEDULED", on("2025-05-03"));
  const put = report("2025-05-01", "POSTPONED", on("2025-05-11"));
  expect(latest(planned, put, report("2025-05-02", "EXPECTED"))?.when).toEqual(
    notFixed("2025-05-11"),
  );
});
