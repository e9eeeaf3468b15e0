// The read path: one statement for each selected relation and page, whatever the page's size.
//
//   root resolver ─ reads a page of rows ─┐
//   attach ─ for each selected relation ──┴─ one `load` for all rows ─ attach below ─ …
//   default resolver ─ reads what lies attached
//
// Nothing below a root field waits on a promise, so a page of 500 costs what its rows cost, not what its fields cost.
import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { tookTooLong } from "../limits.ts";
import type { Tx } from "../storage/storage.ts";
import { today } from "../when/day.ts";
import type { Day } from "../when/when.ts";
import type { Context, Reading } from "./context.ts";
import { checkGiven } from "./given.ts";
import type { Connection } from "./page.ts";
import { namedTypeOf, Selection } from "./selection.ts";

/** A row as it goes into the answer. `__typename` is needed where a field may hold several types. */
// biome-ignore lint/suspicious/noExplicitAny: rows of all words pass through here; each word types its own.
export type Row = any;

/** How a field of a type gets its value for a whole page of parents. */
export interface Relation {
  /**
   * Entry i is the value for parent i: a row, null, a list of rows, or a connection. Left out when the parent already holds the value
   * under the field's name, joined in; then only what is selected below it is attached.
   */
  load?: (
    reading: Reading,
    parents: Row[],
    args: Record<string, unknown>,
    below: Selection,
  ) => Promise<unknown[]> | unknown[];
}

/** Relations by type and field. Fields not named here are read off the row. */
export type Relations = Record<string, Record<string, Relation>>;

const ATTACHED = Symbol("attached");

/** Attaches to `rows` of a type whatever relations are selected, and below them, down to the leaves. */
export async function attach(
  relations: Relations,
  reading: Reading,
  typeName: string,
  rows: readonly Row[],
  selection: Selection,
): Promise<void> {
  const of = relations[typeName];
  if (!of || rows.length === 0) return;
  const unique = [...new Set(rows)];
  for (const field of selection.on(typeName)) {
    const relation = of[field.name];
    if (!relation) continue;
    // Statements of SQLite run on this thread, where no timer can interrupt: the time is looked at between them.
    if (reading.deadline?.isOver()) throw tookTooLong(reading.deadline.ms);
    const values = relation.load
      ? await relation.load(reading, unique, field.args, field.sub)
      : unique.map((row) => row[field.name]);
    // What the row holds is read off it; only what was loaded must be kept beside it.
    if (relation.load) {
      unique.forEach((row, index) => {
        row[ATTACHED] ??= new Map<string, unknown>();
        row[ATTACHED].set(field.key, values[index] ?? null);
      });
    }
    await attachBelow(relations, reading, namedTypeOf(field.type), values, field.sub);
  }
}

async function attachBelow(
  relations: Relations,
  reading: Reading,
  typeName: string,
  values: readonly unknown[],
  selection: Selection,
): Promise<void> {
  if (!leadsOn(relations, typeName, selection)) return;
  const found = values.flat().filter((value) => value !== null && value !== undefined);
  if (typeName.endsWith("Connection")) {
    const nodes = (found as Connection<Row>[]).flatMap((connection) => connection.nodes);
    const nodeType = typeName.slice(0, -"Connection".length);
    await attachRows(relations, reading, nodeType, nodes, selection.under(typeName, "nodes"));
    if (EDGELESS.has(typeName) || !selection.has(typeName, "edges")) return;
    // Rows of their own for the edges: `nodes` and `edges` may ask for the same field with other arguments.
    const edges = (found as Connection<Row>[]).flatMap((connection) => connection.edges);
    for (const edge of edges) edge.node = { ...edge.node, [ATTACHED]: undefined };
    const below = selection.under(typeName, "edges").under(`${nodeType}Edge`, "node");
    await attachRows(
      relations,
      reading,
      nodeType,
      edges.map((edge) => edge.node),
      below,
    );
    return;
  }
  await attachRows(relations, reading, typeName, found, selection);
}

/** Whether anything below a type has to be attached. Not asked of connections, nor of types that stand for several. */
function leadsOn(relations: Relations, typeName: string, selection: Selection): boolean {
  const of = relations[typeName];
  if (typeName.endsWith("Connection") || !selection.isOf(typeName)) return true;
  return of !== undefined && selection.on(typeName).some((field) => of[field.name] !== undefined);
}

/** Connections without edges are those of things that have no life of their own, such as memberships. */
const EDGELESS = new Set([
  "MembershipConnection",
  "SessionConnection",
  "TermConnection",
  "FactConnection",
]);

async function attachRows(
  relations: Relations,
  reading: Reading,
  typeName: string,
  rows: readonly Row[],
  selection: Selection,
): Promise<void> {
  const byType = new Map<string, Row[]>();
  for (const row of rows) {
    const concrete = typeof row === "object" ? (row.__typename ?? typeName) : typeName;
    const group = byType.get(concrete);
    if (group) group.push(row);
    else byType.set(concrete, [row]);
  }
  for (const [concrete, group] of byType) {
    await attach(relations, reading, concrete, group, selection);
  }
}

/** Reads what was attached under the answer key, else the row's own property. */
export const readAttached: GraphQLFieldResolver<Row, unknown> = (row, _args, _context, info) => {
  const attached = row[ATTACHED] as Map<string, unknown> | undefined;
  const key = info.path.key as string;
  return attached?.has(key) ? attached.get(key) : row[info.fieldName];
};

/** A root resolver's body: reads, within one consistent look, the value of the field. */
export type RootRead<Args> = (
  reading: Reading,
  args: Args,
  below: Selection,
  context: Context,
) => Promise<unknown> | unknown;

/** Makes root resolvers that read ahead. Given once the relations of all words are known. */
export function rootReader(relations: Relations) {
  return <Args>(read: RootRead<Args>): GraphQLFieldResolver<unknown, Context> =>
    (_source, args, context, info) => {
      const asOf = (args as { asOf?: Day | null }).asOf ?? null;
      const { storage, clock, deadline } = context;
      checkGiven(args);
      if (deadline?.isOver()) throw tookTooLong(deadline.ms);
      const look = (tx: Tx) => {
        const reading: Reading = { tx, asOf, today: today(clock), deadline };
        return answer(relations, reading, info, (below) =>
          read(reading, args as Args, below, context),
        );
      };
      return storage.read(look, deadline ? { withinMs: deadline.ms } : {});
    };
}

/** Reads a value and attaches what is selected below it. */
export async function answer(
  relations: Relations,
  reading: Reading,
  info: GraphQLResolveInfo,
  read: (below: Selection) => Promise<unknown> | unknown,
): Promise<unknown> {
  const below = Selection.below(info);
  const value = await read(below);
  await attachBelow(relations, reading, namedTypeOf(info.returnType), [value], below);
  return value;
}
