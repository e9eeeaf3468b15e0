// What comes in as arguments, looked through at the door: text and lists, wherever they stand.
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";

const MOST = LIMITS.listEntries.anonymous;

/**
 * Looks through arguments, lists and inputs and all. PostgreSQL keeps no U+0000, and nobody means one: it is refused on both engines. So is a
 * list that only the size of a body would bound.
 * @throws Refusal INVALID_INPUT, with the path of the text that holds U+0000, or of the list that is too long.
 */
export function checkGiven(value: unknown, path: readonly string[] = []): void {
  if (typeof value === "string") {
    if (!value.includes("\0")) return;
    throw new Refusal(
      "INVALID_INPUT",
      "The text holds the character U+0000, which stands for nothing. Leave it out.",
      { path },
    );
  }
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value) && value.length > MOST) {
    throw new Refusal(
      "INVALID_INPUT",
      `\`${path.at(-1) ?? "A list"}\` names ${value.length}; at most ${MOST} are allowed. ${LIMITS.listEntries.instead}`,
      { facts: { limit: "listEntries", given: value.length, most: MOST }, path },
    );
  }
  for (const [name, each] of Object.entries(value)) checkGiven(each, [...path, name]);
}
