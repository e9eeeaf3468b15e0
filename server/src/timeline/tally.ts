// Counts of what is known today, kept so that a view from far away costs what it shows and not what happened.
//
//   triggers     a write notes the days whose counts it moves …
//   settle       … and ends by counting those days anew: what changed goes into their cells of every length kept
//
//   days   ▐ ▐▐  ▐▐▐ ▐  ▐▐   cells of a length that is not kept are sums of those of the next shorter that is
//   8      ▐▐▐▐▐▐▐▐▐
//   32     ▐▐▐▐▐▐▐▐▐   …
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "../event/event.ts";
import type { Reading } from "../graphql/context.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import type { Cells } from "./cell.ts";
import { EMPTY, type Filled, type Grouping, heldAndPlanned, inColumns, toldIn } from "./density.ts";
import { LANE_KINDS } from "./table.ts";

/**
 * Exponents of the lengths of cells that are kept, the shortest first: no two further apart than four to one, so that an answer reads at most
 * four counts for each that it gives. From 32 days on, where they are few, all of them.
 */
export const LEVELS = [0, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const;

/** Days counted anew in one go. */
const BATCH = 1_000;

/** The storage with counts that are never behind: every write brings them up to date, and so does a migration that leaves some to make. */
export function tallied(storage: Storage): Storage {
  return {
    ...storage,
    write: (fn, options) =>
      storage.write(async (tx) => {
        const value = await fn(tx);
        await settle(tx);
        return value;
      }, options),
    async migrate() {
      await storage.migrate();
      if ((await storage.read((tx) => staleDays(tx, 1))).length > 0) await storage.write(settle);
    },
  };
}

/** Counts all noted days anew. */
async function settle(tx: Tx): Promise<void> {
  for (let days = await staleDays(tx); days.length > 0; ) {
    for (const laneKind of LANE_KINDS) await recount(tx, laneKind, days);
    const { tally, tallyStale } = tx.tables;
    await prepared(tx, "tally.empty", (db) => db.delete(tally).where(sql`${tally.count} = 0`))();
    await prepared(tx, "tally.settled", (db) =>
      db.delete(tallyStale).where(inList(tx, tallyStale.day, sql.placeholder("days"))),
    )({ days });
    days = days.length < BATCH ? [] : await staleDays(tx);
  }
}

async function staleDays(tx: Tx, most = BATCH): Promise<number[]> {
  const rows = await prepared(tx, "tally.stale", (db, { tallyStale }) =>
    db
      .select({ day: tallyStale.day })
      .from(tallyStale)
      .orderBy(tallyStale.day)
      .limit(sql.placeholder("most")),
  )({ most });
  return rows.map(({ day }) => day);
}

/** Adds to the cells of every length what the days hold now, less what they were counted to hold. */
async function recount(tx: Tx, laneKind: (typeof LANE_KINDS)[number], days: number[]) {
  await prepared(tx, `tally.recount.${laneKind}`, (db, tables) => {
    const { tally, eventState } = tables;
    const kind = sql.raw(`'${laneKind}'`);
    const now = toldIn(db, tables, laneKind === "ALL" ? null : laneKind, {
      asOf: null,
      cell: sql`${eventState.sortDay}`,
      where: inList(tx, eventState.sortDay, sql.placeholder("days")),
    });
    const levels = LEVELS.map((exponent) => `select ${exponent} as "exponent"`).join(" union all ");
    const { held, planned } = heldAndPlanned;
    const moved = sql`
      select "lane", "cell", "kind", count(*) as "count", ${held} as "held", ${planned} as "planned"
        from ${now} group by "lane", "cell", "kind"
      union all
      select ${tally.lane}, ${tally.cell}, ${tally.kind}, -${tally.count}, -${tally.held}, -${tally.planned} from ${tally}
        where ${tally.laneKind} = ${kind} and ${tally.exponent} = 0 and ${inList(tx, tally.cell, sql.placeholder("days"))}`;
    const sum = (name: string) => sql.raw(`sum("moved"."${name}")`);
    const added = (column: (typeof tally)["count" | "held" | "planned"]) =>
      sql`${column} + excluded.${sql.identifier(column.name)}`;
    return db
      .insert(tally)
      .select(
        sql`select ${kind}, "level"."exponent", "moved"."cell" >> "level"."exponent", "moved"."lane", "moved"."kind",
            ${sum("count")}, ${sum("held")}, ${sum("planned")}
          from (${moved}) "moved" cross join (${sql.raw(levels)}) "level"
          group by 2, 3, 4, 5
          having ${sum("count")} <> 0 or ${sum("held")} <> 0 or ${sum("planned")} <> 0`,
      )
      .onConflictDoUpdate({
        target: [tally.laneKind, tally.exponent, tally.cell, tally.lane, tally.kind],
        set: {
          count: added(tally.count),
          held: added(tally.held),
          planned: added(tally.planned),
        } as never,
      });
  })({ days });
}

/** Whether the tally can answer: what is known today, of all events or those of some kinds, and nothing waits to be counted. */
export async function canTell({ tx, asOf }: Reading, filter: EventFilter): Promise<boolean> {
  const { kinds: _, ...others } = filter;
  if (asOf !== null || Object.values(others).some((value) => value != null)) return false;
  return (await staleDays(tx, 1)).length === 0;
}

/** `filledIn`, read from the tally. Ask `canTell` first. */
export async function talliedIn(
  { tx }: Reading,
  { kinds }: Pick<EventFilter, "kinds">,
  by: Grouping,
  { exponent, first, last }: Cells,
  limit: number,
): Promise<Filled> {
  const level = Math.max(...LEVELS.filter((kept) => kept <= exponent));
  const isKept = level === exponent;
  const name = `tally.read.${isKept ? "kept" : "summed"}.${kinds == null ? "all" : "kinds"}`;
  const run = prepared<Filled[]>(tx, name, (db, { tally }) => {
    const cell = sql`${tally.cell} >> ${steps(tx)}`;
    const within = and(
      eq(tally.laneKind, sql.placeholder("laneKind")),
      eq(tally.exponent, sql.placeholder("level")),
      sql`${tally.cell} between ${sql.placeholder("from")} and ${sql.placeholder("to")}`,
      kinds == null ? undefined : inList(tx, tally.kind, sql.placeholder("kinds")),
    );
    // No answer needs more: each of its counts is a sum of so many at most, and one count too many is refused.
    const read = db
      .select({
        lane: tally.lane,
        cell: (isKept ? sql`${tally.cell}` : cell).mapWith(Number).as("read_cell"),
        kind: tally.kind,
        count: tally.count,
        held: tally.held,
        planned: tally.planned,
      })
      .from(tally)
      .where(within)
      .limit(sql.placeholder("most"))
      .as("read");
    const total = (column: (typeof read)["count" | "held" | "planned"], name: string) =>
      sql<number>`${isKept ? column : sql`sum(${column})`}`.as(name);
    const order = [read.lane, sql`"read_cell"`, read.kind];
    const counts = db
      .select({
        lane: read.lane,
        cell: read.cell,
        kind: read.kind,
        count: total(read.count, "all_count"),
        held: total(read.held, "all_held"),
        planned: total(read.planned, "all_planned"),
      })
      .from(read)
      .$dynamic();
    const ordered = (isKept ? counts : counts.groupBy(...order))
      .orderBy(...order)
      .limit(sql.placeholder("limit"))
      .as("counts");
    return db.select(inColumns(tx, ordered)).from(ordered);
  });
  const apart = exponent - level;
  const found = await run({
    laneKind: by ?? "ALL",
    level,
    from: first * 2 ** apart,
    to: (last + 1) * 2 ** apart - 1,
    steps: apart,
    most: limit * 2 ** apart,
    limit,
    ...(kinds == null ? {} : { kinds: [...kinds] }),
  });
  return found[0] ?? EMPTY;
}

function steps(tx: Tx): SQL {
  const steps = sql.placeholder("steps");
  return tx.engine === "sqlite" ? sql`${steps}` : sql`${steps}::int`;
}
