import { expect, test } from "vitest";
import { isRefusal, Refusal } from "./refusal.ts";

test("a refusal carries its code, its facts and where it is", () => {
  const no = new Refusal("ILLEGAL_TRANSITION", "It can't.", {
    facts: { legal: ["SUSPENDED"] },
    path: ["status"],
  });
  expect(no).toMatchObject({
    code: "ILLEGAL_TRANSITION",
    message: "It can't.",
    inputPath: ["status"],
  });
  expect(no.facts).toEqual({ legal: ["SUSPENDED"] });
});

test("seen from further out, only its path grows", () => {
  const no = new Refusal("INVALID_INPUT", "Write a day.", {
    facts: { text: "soon" },
    path: ["when"],
  });
  const outer = no.within("input", "0");
  expect(outer.inputPath).toEqual(["input", "0", "when"]);
  expect(outer).toMatchObject({ code: no.code, message: no.message, facts: no.facts });
});

test("a bug is not a refusal", () => {
  expect(isRefusal(new Refusal("NOT_FOUND", "There is no such event."))).toBe(true);
  expect(isRefusal(new Error("boom"))).toBe(false);
});
