// Which of a thing's passages shows best why it was found.

import { HEARD } from "./entry.ts";
import { keysOf } from "./key.ts";
import type { Query } from "./query.ts";

/** Most letters that are shown of a passage. */
export const MOST_SHOWN = 160;
/** Letters that are shown before the first word that was asked for. */
const BEFORE = 40;

/** The passage with most of the words asked for, the first of them on a tie; cut around them when it is long. Its own text, never changed. */
export function snippetOf(shown: readonly string[], query: Query): string {
  let best = { text: shown[0] ?? "", words: 0, at: 0 };
  for (const text of shown) {
    const found = foundIn(text, query);
    if (found.words > best.words) best = { text, ...found };
  }
  return cut(best.text, best.at);
}

/** How many of the words asked for a text has, and where the first stands. */
function foundIn(text: string, query: Query): { words: number; at: number } {
  const has = new Set<number>();
  let at = -1;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}'’\u200c]+/gu)) {
    const keys = keysOf(word);
    query.forEach((sought, place) => {
      const isHere = keys.some((key) =>
        sought.some(({ key: asked, isPrefix }) => {
          const own = asked.startsWith(HEARD) ? `${HEARD}${key.bones}` : key.plain;
          return isPrefix ? own.startsWith(asked) : own === asked;
        }),
      );
      if (!isHere) return;
      has.add(place);
      if (at < 0) at = index;
    });
  }
  return { words: has.size, at: Math.max(0, at) };
}

function cut(text: string, at: number): string {
  if (text.length <= MOST_SHOWN) return text;
  const wanted = Math.max(0, Math.min(at - BEFORE, text.length - MOST_SHOWN));
  const from = wanted === 0 ? 0 : text.indexOf(" ", wanted) + 1 || wanted;
  const piece = text.slice(from, from + MOST_SHOWN);
  const isEnd = from + MOST_SHOWN >= text.length;
  const whole = isEnd ? piece : piece.slice(0, Math.max(piece.lastIndexOf(" "), 1));
  return `${from > 0 ? "…" : ""}${whole}${isEnd ? "" : "…"}`;
}
