// From words in any script to keys that can be compared: plain Latin letters, and the consonants alone.
//
//     Pezeshkian  Пезешкиан  Pezeškian    →  pezeshkian  pezeshkian  pezeskian    (how it is written)
//     Pezeshkian  Пезешкиян  پزشکیان      →  bdskn       bdskn       bdskn        (how it sounds, without vowels)
//
// Persian and Arabic write no short vowels, so what is written in them is compared by consonants; other scripts only when nothing else is found.
import anyAscii from "any-ascii";

/** A word as it is compared. */
export interface Key {
  /** Lower-case Latin letters and digits. */
  plain: string;
  /** Its consonants, those that are easily mistaken for each other being one; may be empty. */
  bones: string;
  /** Other consonants that it may stand for: Cyrillic х is both kh and h. */
  others: string[];
  /** `abjad` writes consonants, `syllables` no spaces between words. */
  script: "abjad" | "syllables" | "letters";
}

const LONGEST = 40;
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
/** Joiners, and the stroke that only stretches a word. */
const INVISIBLE = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const APOSTROPHES = /['’‘ʼʻʿʾ`´]/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The keys of the words in a text, in order. Empty for a text without letters and digits. */
export function keysOf(text: string): Key[] {
  const even = text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    // A last h that is not heard, as in خامنه‌ای.
    .replace(/[هہ]\u200c/g, "\u200c")
    .replace(INVISIBLE, "")
    .replaceAll("ى", "ی")
    // Korean came apart, too.
    .normalize("NFC")
    .replace(/['’]s(?![\p{L}\p{N}])/giu, "")
    .replace(APOSTROPHES, "");
  return (even.match(WORD) ?? []).flatMap((word) => keyOf(word) ?? []);
}

function keyOf(word: string): Key | null {
  const letters = [...word].slice(0, LONGEST).map(latin);
  const plain = letters.join("").slice(0, LONGEST);
  if (plain === "") return null;
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word)) {
    // Kept apart, so that ت and ه are no th.
    const heard = letters.join(" ").replace(/ h$/, "");
    return { plain, bones: bonesOf(heard), others: [], script: "abjad" };
  }
  const isSyllabic = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  const bones = bonesOf(plain);
  const softer = word.match(/х/i) ? bonesOf(plain.replaceAll("kh", "h")) : bones;
  return {
    plain,
    bones,
    others: softer === bones ? [] : [softer],
    script: isSyllabic.test(word) ? "syllables" : "letters",
  };
}

function latin(letter: string): string {
  return anyAscii(letter)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** What each sound is written for, in the order in which they are looked for. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/([a-z])\1+/g, "$1"],
  [/n ?gh?/g, "n"],
  [/tsz|tch|dzh|dj|zh|ch|j/g, "j"],
  [/sch|sh/g, "s"],
  [/^x/g, "s"],
  [/x/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/kh|gh|ck|[gqc]/g, "k"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/dh|z/g, "d"],
  [/p/g, "b"],
  [/v$/g, "f"],
  [/h$/g, ""],
  [/[aeiouyvw ]/g, ""],
];

function bonesOf(plain: string): string {
  return SOUNDS.reduce((text, [sound, letter]) => text.replace(sound, letter), plain);
}
