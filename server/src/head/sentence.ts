/** The one sentence that describes a page. */
import { begun } from "../feeds/feeds.ts";
import { inWords } from "./dates.ts";
import type { Site } from "./values.ts";

/** About what search engines and cards show of a description, in characters. */
const LONGEST = 300;

/** Names before the rest is only counted. */
const MOST_NAMES = 5;

/** A sentence, with the day it is of. Begin `text` in small letters unless it begins with a name. */
export function sentence(text: string, { asOf }: Pick<Site, "asOf">): string {
  const whole = asOf === null ? begun(text) : `As known on ${inWords(asOf)}: ${text}`;
  return clipped(/[.!?…”]$/.test(whole) ? whole : `${whole}.`);
}

/** `Russia, Iran and China`; of many, the first and how many more. Each once. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  const shown = all.length > MOST_NAMES + 1 ? all.slice(0, MOST_NAMES) : all;
  const rest = all.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Text cut at the end of a word. */
function clipped(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(" "))).replace(/[,;:.]$/, "")}…`;
}
