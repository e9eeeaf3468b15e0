/** What the address of a stream asks for. */
import { CHANGED, type Wanted, wantedOf } from "../history/history.ts";
import { Refusal } from "../refusal.ts";

const NAMES = ["after", "since", "types", "slugs", "actions", "by"] as const;

/**
 * Reads the parameters of `GET /changes`: those of the subscription, with lists written out by commas or by giving the name again.
 * Refuses with INVALID_INPUT what it does not know.
 */
export function wishOf(query: Record<string, unknown>): { wanted: Wanted; after: string | null } {
  const strange = Object.keys(query).find((name) => !(NAMES as readonly string[]).includes(name));
  if (strange !== undefined) {
    throw no(strange, `\`${strange}\` is not a parameter here. There are ${NAMES.join(", ")}.`);
  }
  const list = (name: string) =>
    query[name] === undefined ? null : [query[name]].flat().join(",").split(",").filter(Boolean);
  const one = (name: string) => (query[name] === undefined ? null : String(query[name]));
  const filter = {
    ...{ types: typesIn(list("types")), slugs: list("slugs"), actions: list("actions") },
    // A name may hold a comma.
    by: query.by === undefined ? null : [query.by].flat().map(String),
  };
  return { wanted: wantedOf(filter, momentIn(one("since"))), after: one("after") };
}

function typesIn(names: string[] | null): (keyof typeof CHANGED)[] | null {
  if (names === null) return null;
  return names.map((name) => {
    if (Object.hasOwn(CHANGED, name)) return name as keyof typeof CHANGED;
    const types = Object.keys(CHANGED).join(", ");
    throw no("types", `“${name}” is not a type of entity. There are ${types}.`);
  });
}

function momentIn(text: string | null): string | null {
  if (text === null) return null;
  const moment = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(moment.getTime()))
    return moment.toISOString();
  throw no("since", `“${text}” is not a moment. Write it as 2025-01-17T09:30:00Z.`);
}

const no = (name: string, message: string) =>
  new Refusal("INVALID_INPUT", message, { path: [name] });
