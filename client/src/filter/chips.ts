import { FACETS, type Facet } from "./fact.ts";
import type { Filter } from "./narrow.ts";
import {
  AGREEMENT_STATUSES,
  type Choice,
  DISPUTED,
  EVENT_STATUSES,
  FIXED,
  KINDS,
  LEVELS,
} from "./words.ts";

/** One filter that stands, as its chip says it. */
export interface Chip {
  of: Facet | "text";
  /** Codes of countries, shown as monograms. */
  codes: string[];
  words: string;
}

const LABELS: Partial<Record<Facet, Choice<unknown>[]>> = {
  status: [...EVENT_STATUSES, ...AGREEMENT_STATUSES],
  kind: KINDS,
  level: LEVELS,
  disputed: DISPUTED,
  fixed: FIXED,
};

const MANY: Record<Facet, string> = {
  status: "statuses",
  kind: "kinds",
  level: "levels",
  with: "countries",
  forum: "forums",
  topic: "topics",
  disputed: "",
  fixed: "",
};

/** More words than this are counted rather than named. */
const MOST_WORDS = 3;

/** The filters that stand, in the order of the panel. `nameOf` knows what countries, forums and topics are called. */
export function chipsOf(filter: Filter, nameOf: (facet: Facet, word: string) => string): Chip[] {
  const order: Facet[] = ["with", "forum", ...FACETS.filter((one) => !/with|forum/.test(one))];
  const chips = order
    .filter((facet) => filter[facet].length > 0)
    .map((facet): Chip => {
      const chosen = filter[facet];
      if (facet === "with" && chosen.length > 1) {
        return { of: facet, codes: chosen, words: `any of ${chosen.length} countries` };
      }
      const words =
        chosen.length > MOST_WORDS
          ? `Any of ${chosen.length} ${MANY[facet]}`
          : either(
              chosen.map((word, index) => labelOf(facet, word, index > 0) ?? nameOf(facet, word)),
            );
      return { of: facet, codes: facet === "with" ? chosen : [], words };
    });
  const text = filter.text.trim();
  return text ? [...chips, { of: "text", codes: [], words: `“${text}”` }] : chips;
}

/** All that is filtered by, as a line of text: `Visits or summits; Russia or Iran`. Countries are named, since text has no monograms. */
export function wordsOf(chips: Chip[], nameOf: (facet: Facet, word: string) => string): string {
  const named = ({ codes, words }: Chip) =>
    codes.length > 1 ? either(codes.map((code) => nameOf("with", code))) : words;
  return chips.map(named).join("; ");
}

/** The label of a word of a closed list, small inside a sentence; names keep their capitals elsewhere. */
function labelOf(facet: Facet, word: string, inside: boolean): string | undefined {
  const label = LABELS[facet]?.find((choice) => choice.word === word)?.label;
  return inside ? label && label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** `Visits`, `Visits or summits`, `Held, signed or ratified`. */
function either(labels: string[]): string {
  const last = labels.at(-1) ?? "";
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(", ")} or ${last}`;
}

/** The filter without one of its chips. */
export function without(filter: Filter, of: Chip["of"]): Filter {
  return { ...filter, [of]: of === "text" ? "" : [] };
}
