import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, LONGEST_ID, type Receipt, receiptIn } from "./receipt.ts";

const receipts: fc.Arbitrary<Receipt> = fc.record({
  query: fc.string({ unit: "grapheme", maxLength: 300 }),
  // But for the one name that means something else to an object.
  variables: fc
    .dictionary(
      fc.string().filter((name) => name !== "__proto__"),
      fc.jsonValue(),
      { maxKeys: 4 },
    )
    .map((each) => JSON.parse(JSON.stringify(each))),
  operationName: fc.option(fc.string()),
  day: fc.constant("2026-01-05"),
  revision: fc.nat(),
  recordedAt: fc.option(fc.string()),
  schema: fc.string(),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
  bytes: fc.nat(),
});

describe("a receipt's id", () => {
  it("says all that the receipt does, in characters that an address may have", () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        const id = idOf(receipt);
        expect(id).toMatch(/^[\w-]{11}\.[\w-]+$/);
        expect(receiptIn(id)).toEqual(receipt);
        expect(idOf(receiptIn(id))).toBe(id);
      }),
    );
  });

  it("is refused when it is cut off or has another character anywhere", () => {
    fc.assert(
      fc.property(
        receipts,
        fc.nat(),
        fc.constantFrom("A", "B", "_", ".", "/"),
        (receipt, at, other) => {
          const id = idOf(receipt);
          const place = at % id.length;
          const cut = id.slice(0, place);
          expect(() => receiptIn(cut)).toThrow("not a receipt's whole id");
          fc.pre(id[place] !== other);
          const mistyped = `${cut}${other}${id.slice(place + 1)}`;
          expect(() => receiptIn(mistyped)).toThrow("not a receipt's whole id");
        },
      ),
    );
  });

  it("is not made of a query that is too long for an address, however well it folds", () => {
    const [sample] = fc.sample(receipts, 1) as [Receipt];
    const noise = (length: number) =>
      Array.from({ length }, (_, index) =>
        ((index * 7919 * (index % 97)) % 65_521).toString(36),
      ).join(" ");
    expect(() => idOf({ ...sample, query: noise(6_000) })).toThrow(
      `at most ${LONGEST_ID} fit an address`,
    );
    expect(() => idOf({ ...sample, query: " ".repeat(110_000) })).toThrow("fit an address");
    expect(receiptIn(idOf({ ...sample, query: " ".repeat(90_000) })).query).toHaveLength(90_000);
  });
});
