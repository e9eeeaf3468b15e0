import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf } from "./chunks.ts";
import type { Row } from "./rows.ts";

const groups = fc.array(
  fc.record({
    heading: fc.option(fc.string()),
    rows: fc.array(fc.string().map((key) => ({ key }) as Row)),
  }),
);

test("cut into chunks, every row is in its place, and every heading counts its own once", () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 5 }), (given, most) => {
      const chunks = chunksOf(given, most);
      const rows = given.flatMap((group) => group.rows);
      expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(rows);
      for (const { first, rows: part } of chunks) {
        expect(part.length).toBeLessThanOrEqual(most);
        expect(rows.slice(first, first + part.length)).toEqual(part);
      }
      const headed = given.filter(({ heading, rows: own }) => heading !== null && own.length > 0);
      expect(chunks.flatMap(({ count }) => (count === null ? [] : [count]))).toEqual(
        headed.map(({ rows: own }) => own.length),
      );
    }),
  );
});
