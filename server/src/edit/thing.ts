// What corrections are about: something that is kept as named values, and counts its changes.
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { Changed } from "../history/history.ts";
import { type Entity, pickStanding } from "../storage/pick.ts";
import type { TableName } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";
import { type Fields, partsIn } from "./fields.ts";

/** What is kept of a thing. */
export interface Kept {
  version: number;
  fields: Fields;
}

/** How one type of thing is read, written, and told of. */
export interface Thing {
  type: Changed;
  /** What a message calls it: `leader`. */
  noun: string;
  /** The table of its own row, and those of its parts by the kind that names them. */
  table: Entity;
  parts: Readonly<Record<string, Entity>>;
  /** Other tables with rows of its own: what its parts rest on, and parts that nothing can name. */
  sources: readonly TableName[];
  /** Fields that name something else, by their last name, with the table that it stands in. Lists name several. */
  points: Readonly<Record<string, Entity>>;
  /** The fields, by their last name, of which nobody may say something else without a source. */
  sourced: ReadonlySet<string>;
  /** What is kept under a slug; null where there is nothing, and for what lives by its reports and was withdrawn. */
  read(tx: Tx, id: string): Promise<Kept | null>;
  /** Makes its rows say this; parts that are not among the fields go. */
  write(tx: Tx, id: string, kept: Kept): Promise<void>;
  /** Takes its rows away. Only once nothing points at them. */
  remove(tx: Tx, id: string): Promise<void>;
  /** Entry i for slug i as an answer gives it; null where there is none. */
  rows(reading: Reading, ids: readonly string[]): Promise<(Row | null)[]>;
  /**
   * Where reports, which never change, may name it: its row stays once it became part of another, and with it the rows of these tables, which are
   * its own. Without this its row goes.
   */
  stays?: readonly TableName[];
  /** Works out anew what follows from the reports that speak of these. */
  refold?(tx: Tx, ids: readonly string[]): Promise<unknown>;
  /** The type of the error about its version, where that is one of its own. */
  staleType?: string;
}

/** The name of a field within its part. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The names among the fields that only a source can change. */
export function sourcedAmong({ sourced }: Thing, names: readonly string[]): string[] {
  return names.filter((name) => sourced.has(lastName(name)));
}

/** The first thing that the fields name and that is not there; null when all are. */
export async function lackingIn(
  tx: Tx,
  { points }: Thing,
  fields: Fields,
): Promise<{ name: string; id: string } | null> {
  for (const [name, value] of Object.entries(fields)) {
    const table = points[lastName(name)];
    if (table === undefined || value === null) continue;
    const ids = [value].flat().map(String);
    const missing = ids[(await pickStanding(tx, table, ids)).indexOf(null)];
    if (missing !== undefined) return { name, id: missing };
  }
  return null;
}

/** The rows that would go if these fields became those: of the thing itself when nothing is left of it, and of its parts. */
export function goingFrom(
  { table, parts }: Thing,
  id: string,
  before: Fields,
  after: Fields | null,
): { table: Entity; id: string }[] {
  const own = after === null ? [{ table, id }] : [];
  const gone = Object.entries(parts).flatMap(([kind, of]) => {
    const left = partsIn(after ?? {}, kind);
    const ids = [...partsIn(before, kind).keys()].filter((each) => !left.has(each));
    return ids.map((each) => ({ table: of, id: each }));
  });
  return [...own, ...gone];
}
