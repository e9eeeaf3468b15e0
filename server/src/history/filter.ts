// Which changes, and from where on. Pure; the store says the same in SQL.
import { INT, keyOf, type Order } from "../graphql/page.ts";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { isoOf } from "../when/day.ts";
import { checkRange, type Range } from "../when/range.ts";
import { CHANGED, type Changed, type ChangeRecord } from "./record.ts";

/** See `ChangeFilter` in the contract. */
export interface ChangeFilter {
  types?: readonly (keyof typeof CHANGED)[] | null;
  slugs?: readonly string[] | null;
  actions?: readonly string[] | null;
  by?: readonly string[] | null;
  between?: Range | null;
}

/** Conditions that a change must meet; null where anything will do. `since` and `until` are moments, ISO 8601, UTC, the latter the first too late. */
export interface Wanted {
  since: string | null;
  until: string | null;
  types: ReadonlySet<Changed> | null;
  slugs: ReadonlySet<string> | null;
  actions: ReadonlySet<string> | null;
  by: ReadonlySet<string> | null;
}

/** The order of the log. */
export const CHANGES: Order = { of: "Query.changes", parts: [INT] };

/** Every change. */
export const ALL: Wanted = {
  ...{ since: null, until: null, types: null, slugs: null, actions: null, by: null },
};

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
  const { types, slugs, actions, by, between } = filter ?? {};
  checkRange(between, "filter", "between");
  const { from, to } = between ?? {};
  // Moments in one form sort as they follow each other.
  const begins = [since, from == null ? null : `${isoOf(from)}T00:00:00.000Z`].filter(isThere);
  return {
    since: begins.sort().at(-1) ?? null,
    until: to == null ? null : `${isoOf(to + 1)}T00:00:00.000Z`,
    types: set(
      "types",
      types?.map((type) => CHANGED[type]),
    ),
    slugs: set("slugs", slugs),
    actions: set("actions", actions),
    by: set("by", by),
  };
}

const isThere = (text: string | null | undefined): text is string => text != null;

/** Whether a change meets the conditions. One of many at once, which names no entity, may be of any type and slug. */
export function isWanted(
  { since, until, types, slugs, actions, by }: Wanted,
  change: ChangeRecord,
): boolean {
  if (since !== null && change.at < since) return false;
  if (until !== null && change.at >= until) return false;
  if (by !== null && !by.has(change.by)) return false;
  if (actions !== null && !actions.has(change.action)) return false;
  if (change.entityType === null || change.entityId === null) return true;
  return (types?.has(change.entityType) ?? true) && (slugs?.has(change.entityId) ?? true);
}

/**
 * The revision that a cursor stands for: a revision as text, or a cursor of the connection `changes`.
 * Refuses with INVALID_INPUT anything else.
 */
export function revisionIn(cursor: string, name: "after" | "before" = "after"): number {
  const key = /^\d{1,15}$/.test(cursor) ? Number(cursor) : keyIn(cursor);
  if (typeof key === "number" && key >= 0 && key <= LAST) return key;
  throw new Refusal(
    "INVALID_INPUT",
    `This cursor is not one of the list of changes. Pass the \`revision\` of the last change you have, or leave \`${name}\` out.`,
    { facts: { cursor: cursor.slice(0, 80) }, path: [name] },
  );
}

function keyIn(cursor: string): unknown {
  try {
    return keyOf(cursor, CHANGES)[0];
  } catch {
    return null;
  }
}
