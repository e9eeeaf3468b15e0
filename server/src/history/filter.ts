// Which changes, and from where on. Pure; the store says the same in SQL.
import { INT, keyOf, type Order } from "../graphql/page.ts";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { CHANGED, type Changed, type ChangeRecord } from "./record.ts";

/** See `ChangeFilter` in the contract. */
export interface ChangeFilter {
  types?: readonly (keyof typeof CHANGED)[] | null;
  slugs?: readonly string[] | null;
  actions?: readonly string[] | null;
}

/** Conditions that a change must meet; null where anything will do. `since` is a moment, ISO 8601, UTC. */
export interface Wanted {
  since: string | null;
  types: ReadonlySet<Changed> | null;
  slugs: ReadonlySet<string> | null;
  actions: ReadonlySet<string> | null;
}

/** The order of the log. */
export const CHANGES: Order = { of: "Query.changes", parts: [INT] };

/** Every change. */
export const ALL: Wanted = { since: null, types: null, slugs: null, actions: null };

/** The largest revision that a log can come to. */
const LAST = 2_147_483_647;

/** The conditions of a filter. Refuses with INVALID_INPUT one that lists too much. */
export function wantedOf(filter: ChangeFilter | null | undefined, since?: string | null): Wanted {
  const most = LIMITS.listEntries.anonymous;
  const set = <T>(name: keyof ChangeFilter, values: readonly T[] | null | undefined) => {
    if (values == null) return null;
    if (values.length > most) {
      throw new Refusal(
        "INVALID_INPUT",
        `\`${name}\` may list ${most} values, not ${values.length}. Leave it out, and pick from what comes.`,
        { facts: { given: values.length, most }, path: ["filter", name] },
      );
    }
    return new Set(values);
  };
  const { types, slugs, actions } = filter ?? {};
  return {
    since: since ?? null,
    types: set(
      "types",
      types?.map((type) => CHANGED[type]),
    ),
    slugs: set("slugs", slugs),
    actions: set("actions", actions),
  };
}

/** Whether a change meets the conditions. One of many at once, which names no entity, may be of any type and slug. */
export function isWanted({ since, types, slugs, actions }: Wanted, change: ChangeRecord): boolean {
  if (since !== null && change.at < since) return false;
  if (actions !== null && !actions.has(change.action)) return false;
  if (change.entityType === null || change.entityId === null) return true;
  return (types?.has(change.entityType) ?? true) && (slugs?.has(change.entityId) ?? true);
}

/**
 * The revision that a cursor stands for: a revision as text, or a cursor of the connection `changes`.
 * Refuses with INVALID_INPUT anything else.
 */
export function revisionIn(cursor: string): number {
  const key = /^\d{1,15}$/.test(cursor) ? Number(cursor) : keyIn(cursor);
  if (typeof key === "number" && key >= 0 && key <= LAST) return key;
  throw new Refusal(
    "INVALID_INPUT",
    "This cursor is not one of the list of changes. Pass the `revision` of the last change you have, or leave `after` out.",
    { facts: { cursor: cursor.slice(0, 80) }, path: ["after"] },
  );
}

function keyIn(cursor: string): unknown {
  try {
    return keyOf(cursor, CHANGES)[0];
  } catch {
    return null;
  }
}
