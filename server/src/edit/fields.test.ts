import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applied,
  clashing,
  differenceOf,
  type Fields,
  namesIn,
  partNamed,
  partsIn,
  reversed,
} from "./fields.ts";

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);
const name = fc.constantFrom("name", "born", "terms.a.to", "terms.a.from", "terms.b.to", "note");
const fields: fc.Arbitrary<Fields> = fc.dictionary(name, value, { noNullPrototype: true });

test("what differs, applied to what was, gives what is; turned round, it leads back", () => {
  fc.assert(
    fc.property(fields, fields, (before, after) => {
      const difference = differenceOf(before, after);
      expect(applied(before, difference)).toEqual(after);
      expect(applied(after, reversed(difference))).toEqual(before);
      expect(namesIn(differenceOf(before, before))).toEqual([]);
    }),
  );
});

test("what nobody touched since can be undone, and leaves whatever else was said since", () => {
  fc.assert(
    fc.property(fields, fields, fields, (first, second, third) => {
      const difference = differenceOf(first, second);
      const touched = clashing(third, reversed(difference));
      const later = new Set(namesIn(differenceOf(second, third)));
      // It clashes exactly where the later one said something else of the same.
      expect(new Set(touched)).toEqual(
        new Set(namesIn(difference).filter((each) => later.has(each))),
      );
      if (touched.length > 0) return;
      const undone = applied(third, reversed(difference));
      for (const each of namesIn({ before: first, after: third }))
        expect(undone[each]).toEqual(
          namesIn(difference).includes(each) ? first[each] : third[each],
        );
    }),
  );
});

test("a part is named within the whole, and read out of it again", () => {
  const part = { office: "x", to: null, sources: ["a", "b"] };
  const whole = {
    name: "A",
    ...partNamed("terms", "t-1", part),
    ...partNamed("terms", "t-2", part),
  };
  expect(whole).toMatchObject({ "terms.t-1.office": "x", "terms.t-2.to": null });
  expect([...partsIn(whole, "terms")]).toEqual([
    ["t-1", part],
    ["t-2", part],
  ]);
  expect(partsIn(whole, "name").size).toBe(0);
});
