// How much happened, or is planned, in each cell of each lane: counted in the database, and never more rows than may be answered.
import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { conditionsOf, type EventFilter, isDated } from "../event/event.ts";
import type { Reading } from "../graphql/context.ts";
import { asOfName, isKnown } from "../ledger/ledger.ts";
import { prepared } from "../storage/prepared.ts";
import type { Db, Engine } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import type { Day } from "../when/day.ts";
import { type Cells, daysOf } from "./cell.ts";

/** By what events are put into lanes; null for one lane of all. */
export type Grouping = "COUNTRY" | "FORUM" | "AGREEMENT" | null;

/**
 * How many events of a kind lie in a cell of a lane, by lane, cell and kind: columns of one length. `lane` is the id of what the lane stands for;
 * empty for the lane of all.
 */
export interface Filled {
  lane: string[];
  cell: number[];
  kind: string[];
  count: number[];
  held: number[];
  planned: number[];
}

/** Where nothing happened. */
export const EMPTY: Filled = { lane: [], cell: [], kind: [], count: [], held: [], planned: [] };

/** First and last day that any known event is sorted by; null when none has a day. Reads the ends of an index. */
export async function extentOf({ tx, asOf }: Reading): Promise<{ from: Day; to: Day } | null> {
  const [row] = await prepared(tx, `timeline.extent.${asOfName(asOf)}`, (db, { eventState }) => {
    const { sortDay, span } = eventState;
    const ends = (["SHORT", "MIDDLE", "LONG"] as const).flatMap((name) =>
      [sql`min(${sortDay})`, sql`max(${sortDay})`].map((end) =>
        db
          .select({ day: sql<number | null>`${end}`.as("end_day") })
          .from(eventState)
          .where(and(sql`${span} = ${sql.raw(`'${name}'`)}`, isKnown(eventState, asOf))),
      ),
    );
    const [first, ...others] = ends;
    if (!first) throw new Error("No class of durations");
    const all = others
      .reduce((found, each) => found.unionAll(each) as unknown as typeof first, first)
      .as("ends");
    return db
      .select({
        from: sql<number | null>`min(${all.day})`,
        to: sql<number | null>`max(${all.day})`,
      })
      .from(all);
  })({ asOf });
  return row?.from == null || row.to == null ? null : { from: row.from, to: row.to };
}

/** How many of the told events were held, and how many are still to come. */
export const heldAndPlanned = {
  held: tally(sql`"told_status" = 'HELD'`),
  planned: tally(sql`"told_status" in ('EXPECTED', 'SCHEDULED', 'POSTPONED')`),
};

function tally(which: SQL): SQL<number> {
  return sql`count(case when ${which} then 1 end)`.mapWith(Number);
}

/** What the cells hold, by lane, cell and kind: at most `limit` entries. An event counts once in each of its lanes. */
export async function filledIn(
  reading: Reading,
  filter: EventFilter,
  by: Grouping,
  cells: Cells,
  limit: number,
): Promise<Filled> {
  const { tx, asOf } = reading;
  const conditions = conditionsOf(reading, filter, false, "whole");
  const name =
    conditions.name === null
      ? null
      : ["timeline.density", by ?? "all", asOfName(asOf), conditions.name].join(".");
  const run = prepared<Filled[]>(tx, name, (db, tables) => {
    // 2^n days to a cell: shifting right divides and rounds down, on both engines and before 1970 too.
    const shift = sql.placeholder("exponent");
    const { sortDay } = tables.eventState;
    const told = toldIn(db, tables, by, {
      asOf,
      cell: sql`${sortDay} >> ${tx.engine === "sqlite" ? shift : sql`${shift}::int`}`,
      where: and(
        sql`${sortDay} between ${sql.placeholder("from")} and ${sql.placeholder("to")}`,
        conditions.where,
      ),
    });
    const [lane, cell, kind] = ["lane", "cell", "kind"].map((column) => sql.raw(`"${column}"`));
    const counts = db
      .select({
        lane: told.lane,
        cell: told.cell,
        kind: told.kind,
        count: sql<number>`count(*)`.as("told_count"),
        held: heldAndPlanned.held.as("told_held"),
        planned: heldAndPlanned.planned.as("told_planned"),
      })
      .from(told)
      .groupBy(sql`${lane}, ${cell}, ${kind}`)
      .orderBy(sql`${lane}, ${cell}, ${kind}`)
      .limit(sql.placeholder("limit"))
      .as("counts");
    return db.select(inColumns(tx, counts)).from(counts);
  });
  const days = daysOf(cells);
  const found = await run({
    ...{ ...conditions.values, ...days, asOf, exponent: cells.exponent, limit },
  });
  return found[0] ?? EMPTY;
}

/**
 * Counts in order as one row of columns, each one JSON text: making values of some thousand rows, one by one, costs several times what reading
 * them does.
 */
export function inColumns(
  tx: { readonly engine: Engine },
  counts: Record<keyof Filled, SQLWrapper>,
): { [Name in keyof Filled]: SQL<Filled[Name]> } {
  const column = <Value>(name: keyof Filled) => {
    const all = tx.engine === "sqlite" ? sql`json_group_array` : sql`json_agg`;
    return sql<Value>`coalesce(${all}(${counts[name]}), '[]')`.mapWith(parsed as () => Value);
  };
  return {
    lane: column("lane"),
    cell: column("cell"),
    kind: column("kind"),
    count: column("count"),
    held: column("held"),
    planned: column("planned"),
  };
}

/** PostgreSQL's driver has made values of the text already. */
function parsed(json: unknown): unknown {
  return typeof json === "string" ? JSON.parse(json) : json;
}

/** Each event once for each of its lanes, with its `cell`. */
export function toldIn(
  db: Db,
  tables: Tables,
  by: Grouping,
  { asOf, cell, where }: { asOf: Day | null; cell: SQL; where: SQL | undefined },
) {
  const { event, eventState: state, eventParticipant: part, session } = tables;
  const { eventAgreement: link } = tables;
  const columns = (lane: SQL) => ({
    lane: sql<string>`${lane}`.as("lane"),
    cell: sql<number>`${cell}`.as("cell"),
    kind: sql<string>`${event.kind}`.as("kind"),
    status: sql<string>`${state.status}`.as("told_status"),
    id: sql<string>`${event.id}`.as("told_id"),
  });
  const condition = and(isDated(state), isKnown(state, asOf), where);
  const joined = eq(event.id, state.eventId);
  const of = (lane: SQL) => db.selectDistinct(columns(lane)).from(state).innerJoin(event, joined);
  switch (by) {
    case null:
      return db
        .select(columns(sql`''`))
        .from(state)
        .innerJoin(event, joined)
        .where(condition)
        .as("told");
    case "COUNTRY":
      return of(sql`${part.countryId}`)
        .innerJoin(part, and(eq(part.eventId, event.id), sql`${part.countryId} is not null`))
        .where(condition)
        .as("told");
    case "AGREEMENT":
      return of(sql`${link.agreementId}`)
        .innerJoin(link, eq(link.eventId, event.id))
        .where(condition)
        .as("told");
    case "FORUM": {
      const takesPart = of(sql`${part.forumId}`)
        .innerJoin(part, and(eq(part.eventId, event.id), sql`${part.forumId} is not null`))
        .where(condition);
      const known =
        asOf === null ? undefined : sql`${session.knownOn} <= ${sql.placeholder("asOf")}`;
      const inSession = of(sql`${session.forumId}`)
        .innerJoin(session, and(eq(session.id, event.sessionId), known))
        .where(condition);
      // A union, which keeps what stands in both once.
      return takesPart
        .union(inSession as unknown as typeof takesPart)
        .as("told") as unknown as ReturnType<typeof told>;
    }
  }
  function told() {
    return of(sql`''`).as("told");
  }
}
