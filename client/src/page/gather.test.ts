import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gather, REST_MS, SPREAD_MS } from "./gather.ts";
import { waitMs } from "./wait.ts";

/** A clock that goes only when told, and a gathering on it whose questions take a while and may fail. */
function world({ chance = 0.5, takesMs = 100 }: { chance?: number; takesMs?: number } = {}) {
  let now = 0;
  let awake = true;
  let failing = 0;
  const due: { at: number; act: () => void }[] = [];
  const asked: number[] = [];
  const later = (act: () => void, ms: number) => {
    const one = { at: now + ms, act };
    due.push(one);
    return () => {
      const at = due.indexOf(one);
      if (at >= 0) due.splice(at, 1);
    };
  };
  const ask = () => {
    asked.push(now);
    const fails = failing-- > 0;
    return new Promise<void>((resolve, reject) =>
      later(() => (fails ? reject(new Error("no")) : resolve()), takesMs),
    );
  };
  const gathering = gather(ask, { isAwake: () => awake, later, chance: () => chance });
  return {
    ...gathering,
    asked,
    fail: (times: number) => {
      failing = times;
    },
    sleep: () => {
      awake = false;
    },
    rouse: () => {
      awake = true;
      gathering.wake();
    },
    /** Lets time go on. */
    async go(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        due.splice(due.indexOf(next), 1);
        next.act();
        // What was promised comes before the next.
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      }
      now = end;
    },
  };
}

describe("many signs become few questions", () => {
  test("a burst of a hundred within the spread is one question", async () => {
    const { tell, go, asked } = world();
    for (let time = 0; time < 100; time++) {
      tell();
      await go(2);
    }
    await go(60_000);
    expect(asked).toEqual([SPREAD_MS / 2]);
  });

  test("what is told while a question is on its way is asked for once more, after a rest", async () => {
    const { tell, go, asked } = world({ chance: 0, takesMs: 300 });
    tell();
    await go(100);
    for (let time = 0; time < 100; time++) tell();
    await go(60_000);
    expect(asked).toEqual([0, 300 + REST_MS]);
  });

  test("readers told at once ask at different moments, all within the spread", async () => {
    const moments = await Promise.all(
      [0, 0.25, 0.999].map(async (chance) => {
        const { tell, go, asked } = world({ chance });
        tell();
        await go(SPREAD_MS);
        return asked[0];
      }),
    );
    expect(moments).toEqual([0, 0.25 * SPREAD_MS, 0.999 * SPREAD_MS]);
  });

  test("what fails is tried again, each time later, until it succeeds", async () => {
    const { tell, go, asked, fail } = world({ chance: 0.5, takesMs: 0 });
    fail(3);
    tell();
    await go(600_000);
    expect(asked.map((at) => at - (asked[0] ?? 0))).toEqual([0, 1_000, 3_000, 7_000]);
  });

  test("told while nobody may ask, it waits until somebody may", async () => {
    const { tell, go, asked, sleep, rouse } = world({ chance: 0 });
    sleep();
    tell();
    await go(60_000);
    expect(asked).toEqual([]);
    rouse();
    await go(10);
    expect(asked).toEqual([60_000]);
  });

  test("planned before the page fell asleep, it is not asked until it wakes", async () => {
    const { tell, go, asked, sleep, rouse } = world();
    tell();
    sleep();
    await go(60_000);
    expect(asked).toEqual([]);
    rouse();
    await go(60_000);
    expect(asked).toHaveLength(1);
  });

  test("stopped, it asks nothing more", async () => {
    const { tell, go, asked, stop, fail } = world({ chance: 0 });
    fail(1);
    tell();
    await go(50);
    tell();
    stop();
    await go(60_000);
    expect(asked).toEqual([0]);
  });

  test("whatever is told whenever, a question follows it within spread, answer and rest; two never overlap", async () => {
    const takesMs = 100;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 40 }),
        // Thousandths make whole halves of a ms, so that nothing is lost in rounding.
        fc.integer({ min: 0, max: 1_000 }),
        async (pauses, thousandths) => {
          const chance = thousandths / 1_000;
          const { tell, go, asked } = world({ chance, takesMs });
          let at = 0;
          const told: number[] = [];
          for (const pause of pauses) {
            await go(pause);
            at += pause;
            told.push(at);
            tell();
          }
          await go(60_000);
          const most = SPREAD_MS + takesMs + REST_MS + 1;
          for (const moment of told)
            expect(asked.some((one) => one >= moment && one - moment <= most)).toBe(true);
          for (const [index, one] of asked.entries())
            expect(one - (asked[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(takesMs + REST_MS);
          expect(asked.length).toBeLessThanOrEqual(told.length);
        },
      ),
    );
  });
});

describe("waiting after failures", () => {
  test("doubles from a second to twenty, give or take a half", () => {
    const ofHalf = [1, 2, 3, 4, 5, 6, 7, 60].map((misses) => waitMs(misses, 0.5));
    expect(ofHalf).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000]);
    expect([waitMs(1, 0), waitMs(9, 0), waitMs(9, 1)]).toEqual([500, 10_000, 30_000]);
  });
});
