// Text that comes in. PostgreSQL keeps no U+0000, and nobody means one: it is refused at the door, on both engines.
import { Refusal } from "../refusal.ts";

/**
 * Looks through arguments, lists and inputs and all.
 * @throws Refusal INVALID_INPUT, with the path of the text that holds U+0000.
 */
export function checkText(value: unknown, path: readonly string[] = []): void {
  if (typeof value === "string") {
    if (!value.includes("\0")) return;
    throw new Refusal(
      "INVALID_INPUT",
      "The text holds the character U+0000, which stands for nothing. Leave it out.",
      { path },
    );
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, each] of Object.entries(value)) checkText(each, [...path, name]);
}
