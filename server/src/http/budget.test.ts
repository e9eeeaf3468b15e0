import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newBudget, owe, scarcest, spend, standingOf, WINDOW_MS } from "./budget.ts";

const allowance = { requests: 60, points: 600 };

describe("a budget", () => {
  it("gives a minute's worth at once, then as much as runs in", () => {
    const budget = newBudget(allowance, 0);
    for (let count = 0; count < 60; count++) expect(spend(budget, { requests: 1 }, 0)).toBeNull();
    expect(spend(budget, { requests: 1 }, 0)).toEqual({ measure: "requests", waitMs: 1000 });
    expect(spend(budget, { requests: 1 }, 999)).toEqual({ measure: "requests", waitMs: 1 });
    expect(spend(budget, { requests: 1 }, 1000)).toBeNull();
  });

  it("takes of both measures or of neither", () => {
    const budget = newBudget(allowance, 0);
    expect(spend(budget, { requests: 1, points: 601 }, 0)).toMatchObject({ measure: "points" });
    expect(standingOf(budget, "requests", 0).remaining).toBe(60);
  });

  it("lets debts run in before it gives anything", () => {
    const budget = newBudget(allowance, 0);
    owe(budget, { points: 900 });
    expect(standingOf(budget, "points", 0).remaining).toBe(0);
    expect(spend(budget, { points: 1 }, 30_000)).toEqual({ measure: "points", waitMs: 100 });
  });

  it("tells of the measure of which the smaller part is left", () => {
    const budget = newBudget(allowance, 0);
    expect(scarcest(budget, 0)).toMatchObject({ measure: "requests", limit: 60, remaining: 60 });
    spend(budget, { requests: 1, points: 300 }, 0);
    expect(scarcest(budget, 0)).toEqual({
      measure: "points",
      limit: 600,
      remaining: 300,
      resetMs: WINDOW_MS / 2,
    });
  });

  it("never gives more than a bucket and what ran into it, whatever is asked when", () => {
    const steps = fc.array(fc.tuple(fc.nat(5000), fc.nat(80)), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (asks) => {
        const budget = newBudget(allowance, 0);
        let [now, given] = [0, 0];
        for (const [passed, requests] of asks) {
          now += passed;
          if (spend(budget, { requests }, now) === null) given += requests;
          expect(given).toBeLessThanOrEqual(60 + (60 * now) / WINDOW_MS + 1e-6);
        }
      }),
    );
  });

  it("gives what it refused once the wait that it named is over", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (requests, spent) => {
        const budget = newBudget(allowance, 0);
        owe(budget, { requests: spent });
        const short = spend(budget, { requests }, 0);
        expect(short === null).toBe(requests <= 60 - spent);
        if (short) expect(spend(budget, { requests }, short.waitMs)).toBeNull();
      }),
    );
  });

  it("gains nothing from a clock that is set back", () => {
    const budget = newBudget(allowance, 10_000);
    spend(budget, { requests: 60 }, 10_000);
    expect(spend(budget, { requests: 1 }, 0)).toMatchObject({ waitMs: 1000 });
  });
});
