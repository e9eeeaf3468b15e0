import { expect, test } from "vitest";
import { listed, titleOf } from "./naming.ts";

const lane = (kind: "COUNTRY" | "FORUM" | "AGREEMENT", name: string) => ({ kind, name });

test("a view is named after its countries, else its forums, else its agreements", () => {
  expect(
    titleOf([lane("COUNTRY", "Russia"), lane("COUNTRY", "Iran"), lane("FORUM", "BRICS")]),
  ).toBe("Russia and Iran");
  expect(titleOf([lane("FORUM", "BRICS"), lane("AGREEMENT", "Treaty")])).toBe("BRICS");
  expect(titleOf([])).toBe("Timeline");
});

test("a long list ends with how many more there are", () => {
  const title = titleOf("ABCDEFGH".split("").map((name) => lane("COUNTRY", name)));
  expect(title).toBe("A, B, C, D, E and 3 more");
});

test("names are joined as one says them", () => {
  expect(listed(["Russia", "Iran", "China"])).toBe("Russia, Iran and China");
});
