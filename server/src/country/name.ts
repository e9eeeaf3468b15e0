// A country's name in other languages: today's states are named by the runtime's own table, so that no list of ours can go stale.
import { Refusal } from "../refusal.ts";

/** What of a country its name depends on. */
export interface Named {
  code: string;
  kind: string;
  name: string;
}

/**
 * The country's name in a BCP 47 language, such as `Иран` for `ru`. Falls back to its own English name for English, for states that are no
 * more, and where the language has no name for it. Refuses with INVALID_INPUT what is not a language tag.
 */
export function nameIn(country: Named, language: string): string {
  const names = namesIn(language);
  // The table answers for a state that is no more with its successor: SU would be called Russia.
  if (country.kind === "FORMER_STATE" || /^en\b/i.test(language)) return country.name;
  return names.of(country.code) ?? country.name;
}

/** Whether a code of two letters is one of a state or territory of today. */
export function isStateOfToday(code: string): boolean {
  return namesIn("en").of(code) !== undefined;
}

const known = new Map<string, Intl.DisplayNames>();
const MOST_KNOWN = 200;

function namesIn(language: string): Intl.DisplayNames {
  const found = known.get(language);
  if (found) return found;
  try {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(language, names);
    return names;
  } catch (cause) {
    throw new Refusal(
      "INVALID_INPUT",
      `“${language.slice(0, 40)}” is not a language tag. Write it as in BCP 47: \`ru\`, \`fa\`, \`zh-Hant\`.`,
      { facts: { language }, path: ["language"], cause },
    );
  }
}
