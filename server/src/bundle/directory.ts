// Who and what the names in a file stand for.
import { named } from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import { folded, nearest } from "./near.ts";

/** What can be named. */
export type Kind = "leader" | "country" | "forum" | "place" | "topic" | "agreement";

interface Listed {
  /** What a write names it by: its slug, or a country's code. */
  key: string;
  name: string;
  names: string[];
}

/** What a name stands for, or why it stands for nothing. */
export type Meant = { kind: Kind; key: string; message?: never } | { message: string };

/** Everything that can be named, read once for a whole file. */
export class Directory {
  readonly #tx: Tx;
  readonly #lists = new Map<Kind, Promise<Listed[]>>();
  readonly #byName = new Map<Kind, Map<string, Listed[]>>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** Forgets what was read of a kind, as there is more of it now. */
  forget(kind: Kind): void {
    this.#lists.delete(kind);
    this.#byName.delete(kind);
  }

  /** What a text means among these kinds: by its key first, then by any of its names. */
  async meant(text: string, kinds: readonly Kind[]): Promise<Meant> {
    const wanted = text.trim();
    const all: { kind: Kind; listed: Listed }[] = [];
    for (const kind of kinds) {
      const list = await this.#list(kind);
      const key = kind === "country" ? wanted.toUpperCase() : wanted;
      if (list.some((each) => each.key === key)) return { kind, key };
      all.push(...list.map((listed) => ({ kind, listed })));
    }
    const found = kinds.flatMap((kind) =>
      (this.#byName.get(kind)?.get(folded(wanted)) ?? []).map((listed) => ({ kind, listed })),
    );
    const [only, ...others] = found;
    if (only && others.length === 0) return { kind: only.kind, key: only.listed.key };
    const noun = kinds.join(", ").replace(/, ([^,]*)$/, " or $1");
    if (only)
      return {
        message: `“${wanted.slice(0, 80)}” stands for more than one ${noun}. Write one of ${found.map(({ listed }) => listed.key).join(", ")}.`,
      };
    // A person's row goes with a merge, so that only the log knows the slug.
    const [person] = kinds.includes("leader") ? await named(this.#tx, "leader", [wanted]) : [];
    if (person) return { kind: "leader", key: person.id };
    return { message: `There is no ${noun} called “${wanted.slice(0, 80)}”.${hint(wanted, all)}` };
  }

  #list(kind: Kind): Promise<Listed[]> {
    const held = this.#lists.get(kind);
    if (held) return held;
    const list = read(this.#tx, kind).then((rows) => {
      const byName = new Map<string, Listed[]>();
      for (const row of rows)
        for (const name of new Set(row.names.map(folded)))
          byName.set(name, [...(byName.get(name) ?? []), row]);
      this.#byName.set(kind, byName);
      return rows;
    });
    this.#lists.set(kind, list);
    return list;
  }
}

function hint(wanted: string, all: readonly { listed: Listed }[]): string {
  const keys = new Map(
    all.flatMap(({ listed }) => [listed.key, ...listed.names].map((name) => [name, listed])),
  );
  const near = new Set(nearest(wanted, [...keys.keys()]).map((name) => keys.get(name)));
  if (near.size === 0) return " Look it up by `search`, or add it first.";
  const names = [...near].map((listed) => `${listed?.key} (${listed?.name})`);
  return ` Did you mean ${names.join(", or ")}?`;
}

async function read({ db, tables }: Tx, kind: Kind): Promise<Listed[]> {
  const listed = (key: string, name: string, ...others: (string | null)[]): Listed => ({
    key,
    name,
    names: [name, ...others].filter((each): each is string => each !== null && each !== ""),
  });
  if (kind === "leader")
    return (await db.select().from(tables.leader)).map((row) =>
      listed(row.id, row.name, ...row.alsoKnownAs),
    );
  if (kind === "country")
    return (await db.select().from(tables.country)).map((row) =>
      listed(row.code, row.name, row.officialName, row.alpha3, row.id),
    );
  if (kind === "forum")
    return wholes(await db.select().from(tables.forum), (row) => [row.name, row.shortName]);
  if (kind === "place")
    return (await db.select().from(tables.place)).map((row) => listed(row.id, row.name));
  if (kind === "topic")
    return (await db.select().from(tables.topic)).map((row) => listed(row.id, row.name));
  return wholes(await db.select().from(tables.agreement), (row) => [
    row.title,
    row.shortTitle,
    ...row.aliases,
  ]);
}

/** Rows by their names; one that became part of another is a name of that, and so is its slug. */
function wholes<Row extends { id: string; mergedInto: string | null }>(
  rows: readonly Row[],
  namesOf: (row: Row) => string[],
): Listed[] {
  const whole = rows.filter(({ mergedInto }) => mergedInto === null);
  return whole.map((row) => {
    const parts = rows.filter(({ mergedInto }) => mergedInto === row.id);
    const names = [...namesOf(row), ...parts.flatMap((part) => [part.id, ...namesOf(part)])];
    return { key: row.id, name: names[0] ?? row.id, names: names.filter((name) => name !== "") };
  });
}
