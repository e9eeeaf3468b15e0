import { expect, test } from "vitest";
import { LONGEST_BUNDLE, rowsOfJson } from "./json.ts";

test("a bundle is read whole, up to a bound", async () => {
  const rows = async (length: number) => {
    const parts = (async function* () {
      yield '{"events": [';
      yield " ".repeat(length - 14);
      yield "]}";
    })();
    for await (const _ of rowsOfJson(parts)) throw new Error("There is none in it.");
  };
  await rows(LONGEST_BUNDLE);
  await expect(rows(LONGEST_BUNDLE + 1)).rejects.toThrow("write it as CSV");
});
