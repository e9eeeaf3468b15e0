// Events by date, a page or a window of them, without a sort and without looking at what lies elsewhere:
//
//   SHORT   ──▐▐▐▐▐──   each class of durations is one range of one index, in the order of the days …
//   MIDDLE  ─▐▐▐▐▐▐▐─
//   LONG    ▐▐▐▐▐▐▐▐▐
//   NONE            ▐   … and the engine merges the four. See SPANS in state.ts.
import { and, eq, type SQL, sql } from "drizzle-orm";
import { OPEN } from "../ledger/ledger.ts";
import type { Db } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import type { Day } from "../when/day.ts";
import { SPAN_DAYS, SPANS } from "./state.ts";

/** First and last day of a window; null for an open side. */
export interface Window {
  from?: Day | null;
  to?: Day | null;
}

/** What a statement over the classes is made of; whatever is said here must be in its name. */
export interface Shape {
  /** Which states of knowledge. */
  known: SQL | undefined;
  direction: "ASC" | "DESC";
  /** Only what touches the window of `windowValues`. */
  windowed: boolean;
  /** Also what has no date. */
  dateless: boolean;
  /** Whether no more than the parameter `limit` will be read. */
  limited: boolean;
  /** Read against the direction. */
  backward: boolean;
  /** Behind what the page begins, and before what it ends: parameters `afterDay` and `afterId`, `beforeDay` and `beforeId`. */
  after: Bound;
  before: Bound;
  /** More conditions, on `event_state` and, with `joined`, on `event`. */
  where: SQL | undefined;
  joined: boolean;
}

/** A key in the order of days; `none` for an open end. */
export type Bound = "none" | "dated" | "undated";

type Span = (typeof SPANS)[number];

/** The parameters of a windowed statement. */
export function windowValues(window: Window) {
  const from = window.from ?? -OPEN;
  const to = window.to ?? OPEN;
  const within = (days: number) => Math.min(OPEN, Math.max(-OPEN, days));
  return {
    from,
    to,
    fromShort: within(from - SPAN_DAYS.SHORT),
    toShort: within(to + SPAN_DAYS.SHORT),
    fromMiddle: within(from - SPAN_DAYS.MIDDLE),
    toMiddle: within(to + SPAN_DAYS.MIDDLE),
  };
}

/** Where those without a date stand in the order of days: last, either way. */
export function undated(direction: Shape["direction"]): number {
  return direction === "ASC" ? OPEN : -OPEN;
}

/** Whether a class can hold anything between the bounds: those without a date stand behind all others. */
function isWithin(span: Span, { dateless, after, before }: Shape): boolean {
  return span === "NONE" ? dateless && before !== "dated" : after !== "undated";
}

/** Whether no class can. */
export function isEmpty(shape: Shape): boolean {
  return !SPANS.some((span) => isWithin(span, shape));
}

/** Which way a statement reads, whose list has a direction. */
export function wayOf({ direction, backward }: Pick<Shape, "direction" | "backward">): SQL {
  return sql.raw((direction === "ASC") !== backward ? "asc" : "desc");
}

/** Which events: their id, the state known, and the day they are sorted by, of all classes in one. Not yet ordered. */
export function classes(db: Db, tables: Tables, shape: Shape) {
  const spans = SPANS.filter((span) => isWithin(span, shape));
  const [first, ...others] = spans.map((span) =>
    span === "NONE" && shape.limited
      ? fewDateless(db, tables, shape)
      : oneClass(db, tables, shape, span),
  );
  if (!first) throw new Error("No class is left: ask `isEmpty` first");
  // One set operation after another gives one compound select, whose parts the engine merges.
  return others.reduce((all, each) => all.unionAll(each) as unknown as typeof first, first);
}

/** Of those without a date no more than a page: they have no day to merge by, and are sorted by id first. */
function fewDateless(db: Db, tables: Tables, shape: Shape): ReturnType<typeof oneClass> {
  const way = wayOf(shape);
  const few = oneClass(db, tables, shape, "NONE")
    .orderBy(sql`${tables.eventState.eventId} ${way}`)
    .limit(sql.placeholder("limit"))
    .as("dateless");
  return db
    .select({
      id: sql<string>`${few.id}`.as("key_id"),
      knownFrom: sql<number>`${few.knownFrom}`.as("key_from"),
      day: sql<number>`${few.day}`.as("key_day"),
    })
    .from(few)
    .$dynamic() as unknown as ReturnType<typeof oneClass>;
}

/** What `classes` gives, of everything there is and in no order: without a window or an order the classes serve nothing. */
export function allOf(db: Db, tables: Tables, shape: Shape): ReturnType<typeof classes> {
  const { sortDay } = tables.eventState;
  return keys(db, tables, shape, sql`${sortDay}`).where(and(shape.known, shape.where));
}

function oneClass(db: Db, tables: Tables, shape: Shape, span: Span) {
  const { eventState: state } = tables;
  const day = span === "NONE" ? sql.raw(String(undated(shape.direction))) : sql`${state.sortDay}`;
  return keys(db, tables, shape, day).where(
    and(
      sql`${state.span} = ${sql.raw(`'${span}'`)}`,
      shape.known,
      shape.windowed && span !== "NONE" ? touching(tables, span) : undefined,
      bounded(tables, shape, span, "after"),
      bounded(tables, shape, span, "before"),
      shape.where,
    ),
  );
}

function keys(db: Db, tables: Tables, shape: Shape, day: SQL) {
  const { event, eventState: state } = tables;
  const select = db
    .select({
      id: sql<string>`${state.eventId}`.as("key_id"),
      knownFrom: sql<number>`${state.knownFrom}`.as("key_from"),
      day: sql<number>`${day}`.as("key_day"),
    })
    .from(state)
    .$dynamic();
  // Names of their own: outside, a name alone says which column is meant.
  return shape.joined
    ? (select.innerJoin(event, eq(event.id, state.eventId)) as unknown as typeof select)
    : select;
}

/** Whether a state of a class touches the window. */
function touching({ eventState: state }: Tables, span: Exclude<Span, "NONE">): SQL | undefined {
  const [from, to] = [sql.placeholder("from"), sql.placeholder("to")];
  if (span === "LONG") return touches({ eventState: state });
  const name = span === "SHORT" ? "Short" : "Middle";
  return and(
    sql`${state.sortDay} between ${sql.placeholder(`from${name}`)} and ${sql.placeholder(`to${name}`)}`,
    sql`${state.latest} >= ${from} and ${state.earliest} <= ${to}`,
  );
}

/** Whether a state has a date at all, as the indexes by day know it. */
export function isDated(state: Tables["eventState"]): SQL {
  return sql`${state.span} in ('SHORT', 'MIDDLE', 'LONG')`;
}

/** Whether a state touches the window, whatever its class. `named`: the parameters of its first and last day. */
export function touches(
  { eventState: state }: Pick<Tables, "eventState">,
  named = { from: "from", to: "to" },
): SQL | undefined {
  return and(
    sql`${state.span} <> 'NONE'`,
    sql`coalesce(${state.latest}, ${sql.raw(String(OPEN))}) >= ${sql.placeholder(named.from)}`,
    sql`coalesce(${state.earliest}, ${sql.raw(String(-OPEN))}) <= ${sql.placeholder(named.to)}`,
  );
}

function bounded(
  { eventState: state }: Tables,
  shape: Shape,
  span: Span,
  side: "after" | "before",
): SQL | undefined {
  const [day, id] = [sql.placeholder(`${side}Day`), sql.placeholder(`${side}Id`)];
  const past = sql.raw((shape.direction === "ASC") === (side === "after") ? ">" : "<");
  const bound = shape[side];
  if (bound === "dated" && span !== "NONE") {
    return sql`(${state.sortDay}, ${state.eventId}) ${past} (${day}, ${id})`;
  }
  return bound === "undated" && span === "NONE" ? sql`${state.eventId} ${past} ${id}` : undefined;
}
