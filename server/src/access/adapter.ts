// better-auth's tables in our storage. Its own adapters open transactions themselves, which on SQLite would be a second writer beside ours, and
// one that commits when it throws: so every write of it goes through `storage.write`, on both engines.
import { createHash } from "node:crypto";
import {
  type CleanedWhere,
  type CustomAdapter,
  createAdapterFactory,
  type DBAdapterInstance,
} from "better-auth/adapters";
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, ne, or, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Storage, Tx } from "../storage/storage.ts";

type Row = Record<string, unknown>;

/** How work reaches the data: each in a transaction of its own, or all in one that is open. */
interface Way {
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
}

const CONFIG = {
  adapterId: "entente",
  supportsNumericIds: false,
  // Moments are text here, on both engines.
  supportsDates: false,
} as const;

/** The adapter to hand to better-auth. */
export function adapterOver(storage: Storage): DBAdapterInstance {
  return (options) => {
    const over = (way: Way): DBAdapterInstance =>
      createAdapterFactory({
        config: {
          ...CONFIG,
          transaction: (work) =>
            storage.write((tx) => {
              const inside = <T>(fn: (tx: Tx) => Promise<T>) => fn(tx);
              return work(over({ read: inside, write: inside })(options));
            }),
        },
        adapter: () => queries(way),
      });
    return over({
      read: (fn) => storage.read(fn),
      write: (fn) => storage.write(fn),
    })(options);
  };
}

function queries(way: Way): CustomAdapter {
  const rowsOf = (tx: Tx, model: string, where: CleanedWhere[]) =>
    tx.db
      .select()
      .from(tableOf(tx, model))
      .where(condition(tx, model, where));
  const found = async <T>(tx: Tx, model: string, where: CleanedWhere[]) => {
    const [row] = await rowsOf(tx, model, where).limit(1);
    return row ? (told(model, where, row) as T) : null;
  };

  return {
    create: async ({ model, data }) => {
      const [row] = await way.write((tx) =>
        tx.db
          .insert(tableOf(tx, model))
          .values(kept(model, data) as never)
          .returning(),
      );
      return { ...row, ...tokenIn(model, data) } as typeof data;
    },
    findOne: ({ model, where }) => way.read((tx) => found(tx, model, where)),
    findMany: async ({ model, where = [], limit, offset = 0, sortBy }) => {
      const rows = await way.read((tx) => {
        const query = rowsOf(tx, model, where).$dynamic();
        if (sortBy) {
          const column = columnOf(tx, model, sortBy.field);
          query.orderBy(sortBy.direction === "desc" ? desc(column) : asc(column));
        }
        return query.limit(limit).offset(offset);
      });
      return rows as never[];
    },
    count: ({ model, where = [] }) =>
      way.read((tx) => tx.db.$count(tableOf(tx, model), condition(tx, model, where))),
    update: async ({ model, where, update }) => {
      const [row] = await way.write((tx) => change(tx, model, where, update as Row));
      return row ? (told(model, where, row) as never) : null;
    },
    updateMany: async ({ model, where, update }) =>
      (await way.write((tx) => change(tx, model, where, update))).length,
    delete: async ({ model, where }) => {
      await way.write((tx) => remove(tx, model, where));
    },
    deleteMany: async ({ model, where }) =>
      (await way.write((tx) => remove(tx, model, where))).length,
    // One row, taken by whoever comes first: writes come one after another.
    consumeOne: ({ model, where }) =>
      way.write(async (tx) => {
        const row = await found<Row>(tx, model, where);
        if (!row) return null;
        await tx.db
          .delete(tableOf(tx, model))
          .where(eq(columnOf(tx, model, "id"), row.id as string));
        return row as never;
      }),
  };
}

function change(tx: Tx, model: string, where: CleanedWhere[], update: Row): Promise<Row[]> {
  return tx.db
    .update(tableOf(tx, model))
    .set(kept(model, update) as never)
    .where(condition(tx, model, where))
    .returning() as unknown as Promise<Row[]>;
}

function remove(tx: Tx, model: string, where: CleanedWhere[]): Promise<Row[]> {
  return tx.db
    .delete(tableOf(tx, model))
    .where(condition(tx, model, where))
    .returning() as unknown as Promise<Row[]>;
}

// A session's token is kept as its hash: whoever reads the database, or a backup of it, cannot come in by it.
const hashOf = (token: unknown) => createHash("sha256").update(String(token)).digest("hex");

function kept(model: string, data: Row): Row {
  return model === "login" && data.token !== undefined
    ? { ...data, token: hashOf(data.token) }
    : data;
}

/** The token itself, where the caller named it, which is the only way to a session. */
function tokenIn(model: string, named: Row): Row {
  return model === "login" && named.token !== undefined ? { token: named.token } : {};
}

function told(model: string, where: CleanedWhere[], row: Row): Row {
  const named = where.find(({ field, operator }) => field === "token" && operator === "eq");
  return { ...row, ...tokenIn(model, { token: named?.value }) };
}

function condition(tx: Tx, model: string, where: CleanedWhere[]): SQL | undefined {
  const clauses = (connector: "AND" | "OR") =>
    where.filter((each) => each.connector === connector).map((each) => clause(tx, model, each));
  const any = clauses("OR");
  return and(...clauses("AND"), any.length > 0 ? or(...any) : undefined);
}

function clause(tx: Tx, model: string, { field, operator, value, mode }: CleanedWhere): SQL {
  const column = columnOf(tx, model, field);
  const isToken = model === "login" && field === "token";
  const given = isToken
    ? Array.isArray(value)
      ? value.map(hashOf)
      : hashOf(value)
    : (value as string);
  if (mode === "sensitive") {
    switch (operator) {
      case "eq":
        return eq(column, given);
      case "ne":
        return ne(column, given);
      case "lt":
        return lt(column, given);
      case "lte":
        return lte(column, given);
      case "gt":
        return gt(column, given);
      case "gte":
        return gte(column, given);
      case "in":
        return inArray(column, given as string[]);
    }
  }
  throw new Error(`better-auth compares ${model}.${field} by ${operator}, ${mode}: not known here`);
}

const MODELS = ["user", "login", "account", "verification"] as const;

function tableOf(tx: Tx, model: string): SQLiteTable {
  const name = MODELS.find((each) => each === model);
  if (!name) throw new Error(`better-auth asks for a table that is not here: ${model}`);
  return tx.tables[name] as unknown as SQLiteTable;
}

function columnOf(tx: Tx, model: string, field: string): AnySQLiteColumn {
  const column = (tableOf(tx, model) as unknown as Record<string, AnySQLiteColumn>)[field];
  if (!column) throw new Error(`better-auth asks for a column that is not here: ${model}.${field}`);
  return column;
}
