import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath, signInFor } from "./to.ts";

const SITE = "https://entente.example";

test.each([
  ["/desk/users", "/desk/users"],
  ["/explore?known=2024-12-05&sel=event:a#plot", "/explore?known=2024-12-05&sel=event:a#plot"],
  [null, "/"],
  ["", "/"],
  ["desk", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/a/..//evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?to=/desk", "/"],
  ["/join/abc", "/"],
  ["/joint-statements", "/joint-statements"],
])("%j leads to %s", (asked, path) => expect(ownPath(asked)).toBe(path));

test("whatever is asked for, it leads nowhere but to this site, and is a path", () => {
  const piece = fc.constantFrom("/", "\\", "..", ".", "//", "@", ":", "\t", "\n", "%2f", "?", "#");
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (asked) => {
      const path = ownPath(`/${asked}`);
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(new URL(path, SITE).origin).toBe(SITE);
      expect(ownPath(path)).toBe(path);
    }),
    { numRuns: 2_000 },
  );
});

test("a page is left for the door with its address, the front page without", () => {
  expect(signInFor("/desk/new?kind=VISIT")).toBe("/sign-in?to=%2Fdesk%2Fnew%3Fkind%3DVISIT");
  expect(signInFor("/")).toBe("/sign-in");
});
