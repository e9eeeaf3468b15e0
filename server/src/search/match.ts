// Looking up a query: SQLite's FTS5 and PostgreSQL's tsvector, each newest first and never further than the page needs.
import { type SQL, sql } from "drizzle-orm";
import { OPEN } from "../ledger/ledger.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";
import { KIND } from "./entry.ts";
import type { Query, Sought } from "./query.ts";
import type { SearchKind } from "./values.ts";

/** An entry that was found. */
export interface Hit {
  key: number;
  kind: SearchKind;
  refId: string;
  shown: string[];
}

/** What is looked up, on what day of knowledge. */
export interface Lookup {
  query: Query;
  /** Null for all. */
  kinds: readonly SearchKind[] | null;
  asOf: Day | null;
}

/** Where the words stand: all of them in the thing's names; in its names and heads, but not all in names; or further afield. */
export type Where = "names" | "heads" | "elsewhere";

/** PostgreSQL sorts at most so many hits; where there are more, they are close together and read in order. */
const MOST_SORTED = 2_000;
/** How far hits are counted. */
export const MOST_COUNTED = 10_000;

/** At most `limit` hits behind a key, the largest key first. */
export async function hits(
  tx: Tx,
  where: Where,
  lookup: Lookup,
  after: number | null,
  limit: number,
): Promise<Hit[]> {
  const values = { ...valuesOf(tx, where, lookup), after: after ?? Number.MAX_SAFE_INTEGER, limit };
  const name = `search.${where}.${lookup.asOf === null ? "latest" : "asOf"}`;
  const known = knownOn(lookup.asOf);
  if (tx.engine === "sqlite") {
    const run = prepared(tx, name, (db, tables) =>
      db
        .select(columns(tables.searchEntry))
        .from(sql`${INDEX} cross join ${ENTRY} on e."key" = "search_text".rowid`)
        .where(
          sql`"search_text" match ${sql.placeholder("match")}
            and "search_text".rowid < ${sql.placeholder("after")} and ${known}`,
        )
        .orderBy(sql`"search_text".rowid desc`)
        .limit(sql.placeholder("limit")),
    );
    return run(values);
  }
  const found = sql`${matches(where)} and e."key" < ${sql.placeholder("after")} and ${known}`;
  const few = await prepared(tx, `${name}.few`, (db, tables) =>
    db
      .select({ ...columns(tables.searchEntry), count: sql`e."count"`.mapWith(Number) })
      .from(
        sql`(with "found" as materialized (select e.* from ${ENTRY} where ${found} limit ${sql.raw(String(MOST_SORTED + 1))})
          select *, count(*) over () as "count" from "found") e`,
      )
      .orderBy(sql`e."key" desc`)
      .limit(sql.placeholder("limit")),
  )(values);
  if ((few[0]?.count ?? 0) <= MOST_SORTED) return few.map(({ count: _, ...hit }) => hit);
  return prepared(tx, name, (db, tables) =>
    db
      .select(columns(tables.searchEntry))
      .from(ENTRY)
      .where(found)
      .orderBy(sql`e."key" desc`)
      .limit(sql.placeholder("limit")),
  )(values);
}

/** How many things are found, counted up to `MOST_COUNTED`. */
export async function countHits(tx: Tx, lookup: Lookup): Promise<number> {
  const known = knownOn(lookup.asOf);
  const most = sql.raw(String(MOST_COUNTED));
  const found =
    tx.engine === "sqlite"
      ? sql`${INDEX} cross join ${ENTRY} on e."key" = "search_text".rowid
          where "search_text" match ${sql.placeholder("match")} and ${known}`
      : sql`${ENTRY} where e."all_terms" @@ ${sql.placeholder("all")}::tsquery and ${known}`;
  const name = `search.count.${lookup.asOf === null ? "latest" : "asOf"}`;
  const [row] = await prepared(tx, name, (db) =>
    db
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(sql`(select 1 from ${found} limit ${most}) counted`),
  )(valuesOf(tx, "anywhere", lookup));
  return row?.count ?? 0;
}

const INDEX = sql.raw('"search_text"');
const ENTRY = sql.raw('"search_entry" e');

function columns(entry: Tx["tables"]["searchEntry"]) {
  return {
    key: sql`e."key"`.mapWith(Number),
    kind: sql<SearchKind>`e."kind"`,
    refId: sql<string>`e."ref_id"`,
    shown: sql<string[]>`e."shown"`.mapWith(entry.shown),
  };
}

function knownOn(asOf: Day | null): SQL {
  if (asOf === null) return sql.raw(`e."known_to" = ${OPEN}`);
  return sql`e."known_from" <= ${sql.placeholder("asOf")} and e."known_to" > ${sql.placeholder("asOf")}`;
}

/** The condition of PostgreSQL. Kinds are keys, too, so that a rare kind among many hits is looked up rather than waited for. */
function matches(where: Where): SQL {
  const has = (column: string) =>
    sql`e.${sql.identifier(column)} @@ ${sql.placeholder("words")}::tsquery`;
  const ofKind = sql`e."all_terms" @@ ${sql.placeholder("all")}::tsquery`;
  if (where === "names") return sql`${has("names_terms")} and ${ofKind}`;
  if (where === "heads")
    return sql`${has("head_terms")} and ${ofKind} and not ${has("names_terms")}`;
  return sql`${ofKind} and not ${has("head_terms")}`;
}

function valuesOf(tx: Tx, where: Where | "anywhere", { query, kinds, asOf }: Lookup) {
  const kindKeys = kinds?.map((kind) => ({ key: `${KIND}${kind.toLowerCase()}`, isPrefix: false }));
  if (tx.engine === "postgres") {
    const words = tsquery(query);
    return { words, all: kindKeys ? tsquery([...query, kindKeys]) : words, asOf };
  }
  const words = fts(query);
  const ofKind = kindKeys ? ` AND words : (${fts([kindKeys])})` : "";
  const match = {
    anywhere: `(${words})`,
    names: `names : (${words})`,
    heads: `({names heads} : (${words}) NOT names : (${words}))`,
    elsewhere: `((${words}) NOT {names heads} : (${words}))`,
  }[where];
  return { match: match + ofKind, asOf };
}

// Keys are made of Latin letters, digits and `_` alone (key.ts), so that nothing typed is an operator; they are quoted all the same.

function fts(query: Query): string {
  const one = ({ key, isPrefix }: Sought) => `"${key}"${isPrefix ? " *" : ""}`;
  return query.map((keys) => `(${keys.map(one).join(" OR ")})`).join(" AND ");
}

function tsquery(query: Query): string {
  const one = ({ key, isPrefix }: Sought) => `'${key}'${isPrefix ? ":*" : ""}`;
  return query.map((keys) => `(${keys.map(one).join(" | ")})`).join(" & ");
}
