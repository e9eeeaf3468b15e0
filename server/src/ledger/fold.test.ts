import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReports, preference, rearranged, report, retraction } from "../../test/reports.ts";
import { dayOf } from "../when/when.ts";
import type { Live } from "./fold.ts";
import { foldStates, liveOn, stateOn } from "./fold.ts";
import type { Report } from "./report.ts";

/** The plainest reading: which claims count, and which is preferred. Whatever a fold can get wrong shows in it. */
const readAll = ({ claims, preferred }: Live) =>
  claims.length === 0 ? null : { claims: claims.map((claim) => claim.id), preferred };

const fold = (reports: readonly Report[]) => foldStates(reports, readAll);
const anyLedger = anyReports(["EXPECTED", "SCHEDULED", "HELD"]);
const anyDay = fc.integer({ min: dayOf("2025-02-27"), max: dayOf("2025-03-10") });

test("a drawing of it", () => {
  const c1 = report("2025-03-01", "EXPECTED");
  const c2 = report("2025-03-03", "SCHEDULED");
  const wrong = retraction("2025-03-05", c2);
  const states = fold([c1, c2, wrong]);
  expect(states.map(({ knownFrom, knownTo, state }) => [knownFrom, knownTo, state.claims])).toEqual(
    [
      [dayOf("2025-03-01"), dayOf("2025-03-03"), [c1.id]],
      [dayOf("2025-03-03"), dayOf("2025-03-05"), [c1.id, c2.id]],
      [dayOf("2025-03-05"), null, [c1.id]],
    ],
  );
});

test("any order of arrival gives the same states", () => {
  fc.assert(
    fc.property(rearranged(anyLedger), ([reports, others]) => {
      expect(fold(others)).toEqual(fold(reports));
    }),
  );
});

test("what is known later never changes what was true of an earlier day", () => {
  fc.assert(
    fc.property(anyLedger, anyDay, (reports, day) => {
      const then = fold(reports.filter(({ knownOn }) => knownOn <= day));
      expect(stateOn(then, day)).toEqual(stateOn(fold(reports), day));
    }),
  );
});

test("the state of a day is what its live claims amount to", () => {
  fc.assert(
    fc.property(anyLedger, anyDay, (reports, day) => {
      expect(stateOn(fold(reports), day)).toEqual(readAll(liveOn(reports, day)));
    }),
  );
});

test("intervals follow each other, none is empty, and neighbours differ", () => {
  fc.assert(
    fc.property(anyLedger, (reports) => {
      const intervals = fold(reports);
      for (const [i, { knownFrom, knownTo, state }] of intervals.entries()) {
        const next = intervals[i + 1];
        expect(knownTo ?? Infinity).toBeGreaterThan(knownFrom);
        expect(next?.knownFrom ?? Infinity).toBeGreaterThanOrEqual(knownTo ?? Infinity);
        if (next?.knownFrom === knownTo) expect(next?.state).not.toEqual(state);
      }
    }),
  );
});

test("a claim retracted on its own day might as well never have been made", () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 1, max: 7 }), (reports, date) => {
      const claim = report(`2025-03-0${date}`, "HELD");
      const wrong = retraction(`2025-03-0${date}`, claim);
      expect(fold([...reports, claim, wrong])).toEqual(fold(reports));
    }),
  );
});

test("from the day of its retraction, a claim might as well never have been made", () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 1, max: 7 }), anyDay, (reports, date, day) => {
      const claim = report(`2025-03-0${date}`, "HELD");
      const wrong = retraction("2025-03-07", claim);
      const after = Math.max(day, wrong.knownOn);
      expect(stateOn(fold([...reports, claim, wrong]), after)).toEqual(
        stateOn(fold(reports), after),
      );
    }),
  );
});

test("a retraction may be retracted, which brings its target back", () => {
  const claim = report("2025-03-01", "HELD");
  const wrong = retraction("2025-03-02", claim);
  const right = retraction("2025-03-03", wrong);
  const states = fold([claim, wrong, right]);
  expect(states.map(({ knownFrom }) => knownFrom)).toEqual([claim.knownOn, right.knownOn]);
});

test("a circle of retractions, which only a broken file can hold, ends", () => {
  const claim = report("2025-03-01", "HELD");
  const [a, b] = [retraction("2025-03-01", claim), retraction("2025-03-01", claim)];
  a.targetId = b.id;
  b.targetId = a.id;
  expect(fold([claim, a, b])).toHaveLength(1);
});

test("the latest preference comes first, and one that is retracted does not count", () => {
  const [a, b] = [report("2025-03-01", "HELD"), report("2025-03-01", "HELD")];
  const first = preference("2025-03-02", a);
  const second = preference("2025-03-03", b);
  const back = retraction("2025-03-04", second);
  const states = fold([a, b, first, second, back]);
  expect(states.map(({ state }) => state.preferred)).toEqual([[], [a.id], [b.id, a.id], [a.id]]);
});

test("who reports twice about one day means the second", () => {
  const later = report("2025-03-01", "POSTPONED", { recordedAt: "2026-01-02T00:00:00.000Z" });
  const latest = report("2025-03-01", "SCHEDULED", { recordedAt: "2026-01-03T00:00:00.000Z" });
  const { claims } = liveOn([latest, later], dayOf("2025-03-01"));
  expect(claims.map(({ status }) => status)).toEqual(["POSTPONED", "SCHEDULED"]);
});
