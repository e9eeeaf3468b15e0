// What changes differ in, with the names of what they point at: a statement for each kind of thing that is named, however many changes.
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { type Difference, differencesOf, type Named, type NameOf } from "./difference.ts";
import type { ChangeRecord } from "./record.ts";

/** The differences of each change, things under the names they have now. */
export async function differencesIn(
  tx: Tx,
  changes: readonly Pick<ChangeRecord, "before" | "after" | "entityType">[],
): Promise<Difference[][]> {
  const asked = new Map<Named, Set<string>>();
  const among = (nameOf: NameOf) =>
    changes.map(({ before, after, entityType }) =>
      differencesOf(before, after, nameOf, entityType),
    );
  among((kind, slug) => {
    asked.set(kind, (asked.get(kind) ?? new Set()).add(slug));
    return null;
  });
  const names = new Map<string, string>();
  for (const [kind, slugs] of asked) {
    for (const row of await pick(tx, kind, [...slugs])) {
      if (row) names.set(`${kind} ${row.id}`, nameIn(row));
    }
  }
  return among((kind, slug) => names.get(`${kind} ${slug}`) ?? null);
}

/** By what a row is called: the shortest name it has. */
function nameIn(row: { id: string } & Partial<Record<string, unknown>>): string {
  const { shortName, shortTitle, name, publisher, title } = row;
  const found = shortName ?? shortTitle ?? name ?? title ?? publisher ?? row.id;
  return publisher && title ? `${publisher}: ${title}` : String(found);
}
