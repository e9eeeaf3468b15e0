// What an edit answers: the payload, and whatever was wrong as data.
import { partsOfGlobalId } from "../graphql/id.ts";
import type { Row } from "../graphql/load.ts";
import { problemRow } from "../graphql/problem.ts";
import { isRefusal, Refusal } from "../refusal.ts";

/** A payload in which nothing has come about. */
export const NOTHING = { entity: null, report: null, change: null, replayed: false, errors: [] };

/** A payload of what was wrong. */
export function refused(...refusals: Refusal[]): Row {
  return { ...NOTHING, errors: refusals.map(problemRow) };
}

/** Nothing has the id that a field of the input gives. */
export function missing(field: string, noun: string): Refusal {
  const message = `There is no ${noun} with this id. Take it from the \`id\` field of an answer.`;
  return new Refusal("NOT_FOUND", message, { path: ["input", field] });
}

/** The slug in an id of the type; null for an id of anything else, which then is simply not found. */
export function slugIn(globalId: string, type: string): string | null {
  try {
    const parts = partsOfGlobalId(globalId);
    return parts.type === type ? parts.slug : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** What to say of a name that stands for nothing here. */
export function unknown(noun: string, slug: string, name = "slug"): string {
  return `There is no ${noun} with the ${name} “${slug.slice(0, 80)}”. Look it up by \`search\`.`;
}
