import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOfToken, hintOfToken, isWellFormed, mintToken, RANDOM_BYTES } from "./token.ts";

const random = fc
  .uint8Array({ minLength: RANDOM_BYTES, maxLength: RANDOM_BYTES })
  .filter((bytes) => bytes.filter((byte) => byte < 248).length >= 30);

describe("a token", () => {
  test("is well formed when it was minted", () => {
    fc.assert(fc.property(random, (bytes) => isWellFormed(mintToken(bytes))));
  });

  test("is not well formed after one character was mistyped", () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 4, max: 39 }), (bytes, place) => {
        const token = mintToken(bytes);
        const other = token[place] === "x" ? "y" : "x";
        const mistyped = token.slice(0, place) + other + token.slice(place + 1);
        return mistyped === token || !isWellFormed(mistyped);
      }),
    );
  });

  test("is refused without its prefix, cut short or empty", () => {
    const token = mintToken(new Uint8Array(RANDOM_BYTES).fill(7));
    expect([token.slice(4), token.slice(0, -1), "", "ent_"].map(isWellFormed)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("shows eight characters of itself at most, and its hash shows none", () => {
    const token = mintToken(new Uint8Array(RANDOM_BYTES).fill(9));
    expect(hintOfToken(token)).toBe(`${token.slice(0, 8)}…`);
    expect(hashOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfToken(token)).not.toContain(token.slice(4, 12));
  });
});
