// From what somebody types to what is looked up: for each word, the keys that will do.
import { HEARD, isSmall } from "./entry.ts";
import { type Key, keysOf } from "./key.ts";

/** A key in the index, or the beginning of one. */
export interface Sought {
  key: string;
  isPrefix: boolean;
}

/** What is looked up: for each word one of its keys must be there. Empty when nothing is asked. */
export type Query = readonly (readonly Sought[])[];

const MOST_LETTERS = 500;
/** Words beyond these are not looked at. */
export const MOST_WORDS = 10;
/** So few consonants say little: they must be all of a word, and stand beside another. */
const FEW = 3;

/**
 * The query that a text asks. The last word may be the beginning of one. Words that differ in spelling but sound alike count only in a
 * `tolerant` query, but for scripts that do not spell vowels.
 */
export function queryOf(text: string, { tolerant }: { tolerant: boolean }): Query {
  const keys = keysOf(text.slice(0, MOST_LETTERS));
  const telling = keys.filter((key) => !isSmall(key) && !isMute(key));
  const asked = (telling.length > 0 ? telling : keys).slice(0, MOST_WORDS);
  return asked.map((key, index) => {
    const isLast = index === asked.length - 1;
    const isHeard = tolerant || key.script !== "letters";
    const isAbjad = key.script === "abjad";
    const least = asked.length > 1 && (isAbjad || tolerant) ? 1 : isAbjad ? 2 : FEW;
    const heard = isHeard
      ? [key.bones, ...key.others].filter((bones) => bones.length >= least)
      : [];
    return [
      { key: key.plain, isPrefix: isLast },
      ...heard.map((bones) => ({
        key: `${HEARD}${bones}`,
        isPrefix: isLast && bones.length > (isAbjad ? FEW - 1 : FEW),
      })),
    ];
  });
}

/** A word written with letters that stand for no consonant, such as the ending ای when it is set apart. */
function isMute(key: Key): boolean {
  return key.script === "abjad" && key.bones === "";
}
