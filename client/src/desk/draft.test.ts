import { expect, test } from "vitest";
import { attemptOf, draftOf, isUntouched } from "./draft.ts";

let made = 0;
const newKey = () => {
  made += 1;
  return `key ${made}`;
};

test("the same input goes out with the same key, however its fields are ordered; another gets its own", () => {
  const first = attemptOf(null, "report", { a: 1, source: { b: 2, c: 3 } }, newKey);
  expect(attemptOf(first, "report", { source: { c: 3, b: 2 }, a: 1 }, newKey)).toBe(first);
  const key = ({ input }: typeof first) => input.idempotencyKey;
  expect(key(attemptOf(first, "report", { a: 2, source: { b: 2, c: 3 } }, newKey))).not.toBe(
    key(first),
  );
  expect(key(attemptOf(first, "plan", { a: 1, source: { b: 2, c: 3 } }, newKey))).not.toBe(
    key(first),
  );
});

test("a draft is read back as it was kept; anything else is none", () => {
  const draft = { at: 7, base: 3, name: "Treaty", values: { x: 1 }, attempt: null, waiting: true };
  expect(draftOf(JSON.stringify(draft))).toEqual(draft);
  for (const text of [null, "", "{", "null", "[]", '{"at":7}', '{"at":7,"base":1,"values":null}'])
    expect(draftOf(text), String(text)).toBe(null);
});

test("fields are untouched as long as they hold what they held", () => {
  expect(isUntouched({ a: 1, b: { c: "" } }, { b: { c: "" }, a: 1 })).toBe(true);
  expect(isUntouched({ a: 1, b: { c: "x" } }, { a: 1, b: { c: "" } })).toBe(false);
});
