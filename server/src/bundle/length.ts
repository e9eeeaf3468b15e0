// How many rows a file has, before any is looked at more closely.
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { type Format, linesOf } from "./rows.ts";

/**
 * Reads a text as far as one row more than there may be.
 * @throws Refusal INVALID_INPUT when it has more, or cannot be read.
 */
export async function checkLength(
  text: AsyncIterable<string>,
  format: Format,
  most: number = LIMITS.importRows.anonymous,
): Promise<void> {
  let rows = 0;
  for await (const _ of linesOf(text, format)) {
    rows += 1;
    if (rows > most)
      throw new Refusal(
        "INVALID_INPUT",
        `The file has more than ${most} rows, the most that is taken at once. Nothing was imported. ${LIMITS.importRows.instead}`,
        { path: ["input", "text"] },
      );
  }
}
