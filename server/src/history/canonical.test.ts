import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "./canonical.ts";

describe("canonical JSON", () => {
  it("says the same, whatever order the names came in", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.nat()), (value, chance) => {
        const shuffled = reordered(JSON.parse(JSON.stringify(value)), chance);
        expect(canonical(shuffled)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is that of RFC 8785, section 3.2", () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(canonical({ "\ufb33": 1, "\ud83d\ude00": 2, "\u20ac": 3, "1": 4 })).toBe(
      '{"1":4,"€":3,"😀":2,"\ufb33":1}',
    );
  });
});

/** The value with the names of its objects in another order. */
function reordered(value: unknown, chance: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((each) => reordered(each, chance));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, reordered(each, chance)]);
  entries.sort(() => ((chance.next().value ?? 0) % 2) * 2 - 1);
  return Object.fromEntries(entries);
}
