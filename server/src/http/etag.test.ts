import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldTag, publicFor, tagIn, tagOf } from "./etag.ts";

const part = fc.oneof(fc.string(), fc.integer(), fc.constant(null));

describe("a tag", () => {
  it("is the same for the same parts, and another for others, however they are cut", () => {
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (one, other) => {
        expect(tagOf(one)).toMatch(/^"[0-9a-f]{32}"$/);
        expect(tagOf(one) === tagOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    expect(tagOf(["a", "b"])).not.toBe(tagOf(["ab", ""]));
    expect(tagOf([1])).not.toBe(tagOf(["1"]));
  });

  it("differs by encoding", () => {
    const tag = tagOf(["x"]);
    expect(tagIn(tag, null)).toBe(tag);
    expect(tagIn(tag, "br")).toMatch(/^"[0-9a-f]{32}-br"$/);
  });

  it("is held by whoever names it, alone or among others, weak or strong, and by nobody else", () => {
    const tags = [tagIn(tagOf(["x"]), "br"), tagOf(["x"])];
    for (const tag of tags) {
      expect(heldTag(tag, tags)).toBe(tag);
      expect(heldTag(`"other" , W/${tag}`, tags)).toBe(tag);
    }
    for (const header of [undefined, "", "*", '"other"', tags[0]?.slice(1, -1)]) {
      expect(heldTag(header, tags)).toBeNull();
    }
  });
});

describe("what anybody may keep", () => {
  const noon = new Date("2026-01-05T12:00:00Z");

  it("is asked about each time, by every cache", () => {
    expect(publicFor(0, noon)).toBe("public, max-age=0, must-revalidate");
  });

  it("may be shared for a while where that is set, and never past midnight", () => {
    expect(publicFor(60, noon)).toBe("public, max-age=0, s-maxage=60");
    expect(publicFor(60, new Date("2026-01-05T23:59:35.500Z"))).toMatch(/s-maxage=24$/);
    expect(publicFor(60, new Date("2026-01-05T23:59:59.500Z"))).toMatch(/must-revalidate$/);
    expect(publicFor(60, new Date("2026-01-06T00:00:00Z"))).toMatch(/s-maxage=60$/);
  });
});
