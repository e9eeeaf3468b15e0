// What a merge joined is taken out again, as far as nobody has said anything else of it since. Pure.
import {
  applied,
  clashing,
  type Difference,
  type Fields,
  namesIn,
  partNamed,
  partsIn,
  reversed,
  type Value,
} from "./fields.ts";

/**
 * The values without what a difference brought: those that still say it say what they said before. Of a list that somebody has changed since, what
 * came goes; so does a part that came and is as it was. Whatever else was said since stays.
 */
export function takenOut(fields: Fields, joined: Difference): Fields {
  const kinds = new Set(namesIn(joined).flatMap((name) => partOf(name)?.kind ?? []));
  const own = (all: Fields) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => partOf(name) === null));
  const difference = { before: own(joined.before), after: own(joined.after) };
  const touched = new Set(clashing(fields, reversed(difference)).map(whole));
  const kept = (all: Fields) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !touched.has(whole(name))));
  const back = reversed({ before: kept(difference.before), after: kept(difference.after) });
  const lists = namesIn(difference).flatMap((name): [string, Value][] => {
    const [now, came, was] = [fields[name], difference.after[name], difference.before[name]];
    if (!touched.has(name) || !isList(now) || !isList(came)) return [];
    const brought = came.filter((each) => !isList(was) || !among(was, each));
    return [[name, now.filter((each) => !among(brought, each))]];
  });
  const rest = { ...applied(fields, back), ...Object.fromEntries(lists) };
  return [...kinds].reduce((all, kind) => withoutParts(all, kind, joined), rest);
}

/** What is taken back together: a day of knowledge goes with what was known on it. */
function whole(name: string): string {
  return name.replace(/KnownOn$/, "");
}

function partOf(name: string): { kind: string; id: string } | null {
  const [kind = "", id, field] = name.split(".");
  return id === undefined || field === undefined ? null : { kind, id };
}

/** Without the parts of a kind that came and are as they were. Those that are named by their place close up; the last does not go. */
function withoutParts(fields: Fields, kind: string, { before, after }: Difference): Fields {
  const parts = partsIn(fields, kind);
  const wasThere = partsIn(before, kind);
  let isPlaced = false;
  for (const [id, came] of partsIn(after, kind)) {
    if (wasThere.has(id)) continue;
    const isByPlace = /^\d+$/.test(id);
    isPlaced ||= isByPlace;
    const at = [...parts.keys()].findLast(
      (each) => (isByPlace || each === id) && isSame(parts.get(each), came),
    );
    if (at !== undefined && (parts.size > 1 || !isByPlace)) parts.delete(at);
  }
  const others = Object.entries(fields).filter(([name]) => partOf(name)?.kind !== kind);
  const ids = [...parts.keys()];
  const ordered = isPlaced ? ids.toSorted((a, b) => Number(a) - Number(b)) : ids;
  const left = ordered.map((id, place) =>
    partNamed(kind, isPlaced ? String(place) : id, parts.get(id) as Fields),
  );
  return Object.assign(Object.fromEntries(others), ...left);
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function among(list: readonly Value[], value: Value): boolean {
  return list.some((each) => isSame(each, value));
}

/** Whether two say the same, in whatever order their fields stand. */
function isSame(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
        : value,
    );
  return text(a) === text(b);
}
