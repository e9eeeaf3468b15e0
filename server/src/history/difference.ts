/** What differs between the fields before a change and after it, each in words for people. Pure; names of things are looked up by the caller. */
import { dated, labelOf, phraseOf } from "./words.ts";

/** One field of what a change is of. */
export interface Difference {
  field: string;
  /** Null where nothing stood there. */
  before: string | null;
  after: string | null;
}

/** What a slug may name. */
export type Named =
  | "place"
  | "country"
  | "leader"
  | "forum"
  | "session"
  | "office"
  | "source"
  | "agreement"
  | "event"
  | "topic"
  | "story";

/** The name of a thing; null for one that is not known. */
export type NameOf = (kind: Named, slug: string) => string | null;

const KINDS: Readonly<Record<string, Named>> = {
  ...{ place: "place", capital: "place", country: "country", leader: "leader", forum: "forum" },
  ...{ session: "session", office: "office", source: "source", topic: "topic", story: "story" },
  ...{ agreement: "agreement", supersedes: "agreement" },
  ...{ event: "event", partOf: "event", rescheduledTo: "event" },
};

/** The fields that differ, in the order in which they stand there. Of something new, what it has. */
export function differencesOf(
  before: unknown,
  after: unknown,
  nameOf: NameOf,
  type: string | null = null,
): Difference[] {
  const merged = mergedIn(before, after, nameOf, type);
  if (merged) return [merged];
  const [was, is] = [flat(before, nameOf), flat(after, nameOf)];
  const isNew = before === null;
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [a, b] = [was.get(field) ?? null, is.get(field) ?? null];
    return a === b || (isNew && b === "no") ? [] : [{ field, before: a, after: b }];
  });
}

/** What a merge did to the one that went, in its own words: what it said stands with the other now, or with the change. Null for any other change. */
function mergedIn(
  before: unknown,
  after: unknown,
  nameOf: NameOf,
  type: string | null,
): Difference | null {
  if (!isObject(before) || !isObject(after) || !("moved" in after)) return null;
  const slug = String(after.mergedInto);
  const kind = KINDS[String(type).toLowerCase()];
  const own = before.shortTitle ?? before.shortName ?? before.name ?? before.title;
  return {
    field: "merged into",
    before: textOf("name", own ?? before.publisher ?? null, nameOf),
    after: (kind && nameOf(kind, slug)) ?? slug,
  };
}

/** The fields in words by their names in words, those of a field that has fields of its own behind its name. */
function flat(fields: unknown, nameOf: NameOf): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (!isObject(fields)) return found;
  for (const [name, value] of Object.entries(fields)) {
    // How often it was changed is told by the change itself, days by the date that they follow from.
    if (name === "version" && typeof value === "number") continue;
    if (/Day$/.test(name) || (name === "fixed" && "when" in fields)) continue;
    const label = labelOf(name);
    if (name === "when" && typeof fields.fixed === "boolean") {
      found.set(label, value === null ? "not fixed" : dated(String(value), fields.fixed));
    } else if (isObject(value) && wordsOf(value, nameOf) === null) {
      for (const [inner, text] of flat(value, nameOf)) found.set(`${label} ${inner}`, text);
    } else {
      // A part stands under its kind and number, `terms.ID.to`; what it says goes by the last of them.
      found.set(label, textOf(name.slice(name.lastIndexOf(".") + 1), value, nameOf));
    }
  }
  return found;
}

/** One value in words, whatever it is; null for nothing. */
function textOf(name: string, value: unknown, nameOf: NameOf): string | null {
  if (Array.isArray(value)) {
    const parts = value.map((each) => textOf(name.replace(/s$/, ""), each, nameOf));
    return parts.filter((part) => part !== null).join("; ") || null;
  }
  if (isObject(value)) {
    const parts = [...flat(value, nameOf)].filter(([, text]) => text !== null);
    return wordsOf(value, nameOf) ?? parts.map((part) => part.join(" ")).join(", ");
  }
  const kind = KINDS[name.replace(/Id$/, "")];
  if (kind && typeof value === "string" && value !== "") return nameOf(kind, value) ?? value;
  return phraseOf(name, value);
}

/** An object that is a single thing: a date, or one that is named by its kind and slug. Null for any other. */
function wordsOf(value: Record<string, unknown>, nameOf: NameOf): string | null {
  const { edtf, fixed, type, id } = value;
  if ("edtf" in value && (edtf === null || typeof edtf === "string")) {
    return dated(edtf, fixed !== false);
  }
  const kind = KINDS[String(type).toLowerCase()];
  return kind && typeof id === "string" ? (nameOf(kind, id) ?? id) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
