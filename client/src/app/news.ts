import { standingWords } from "../agreement/status.ts";
import { eventStatusWord } from "../event/words.ts";
import { plural } from "../when/words.ts";
import type { Fresh } from "./fresh.ts";

/** What is new of a fact, after its title: `date fixed, 17–18 November 2026`. */
export function newsOf({ change, state }: Fresh): string {
  if (change === "gone") return "withdrawn";
  if (change === "disputed") {
    const isDisputed = state.of === "event" ? state.disputed : state.bar.disputed;
    return isDisputed ? "sources disagree" : "sources agree";
  }
  if (change === "told") return "told anew";
  if (state.of === "agreement") {
    if (change === "sources") return "sources added";
    if (change === "when") return "dates changed";
    const last = state.bar.segments.at(-1);
    return last ? `${lower(standingWords(last))}, ${last.whenText}` : "known";
  }
  if (change === "sources") return plural(state.sources, "source");
  if (change === "fixed") return `date fixed, ${state.whenText}`;
  if (change === "when") return `now ${state.whenText}`;
  return `${lower(eventStatusWord(state.status))}, ${state.whenText}`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** All that is new in one sentence, for reading out: the first few by name. */
export function toldOf(fresh: Fresh[], most: number): string {
  const named = fresh.slice(0, most).map((one) => `${one.state.title}: ${newsOf(one)}`);
  const more = fresh.length - named.length;
  return `Just now: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}
