// Which events: an `EventFilter`, and those in it, as one condition that a statement can be prepared from.
import { and, type SQL } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { checkNesting, conditionIn, isNested, type Nested } from "../storage/logic.ts";
import type { Day } from "../when/day.ts";
import { checkRange } from "../when/range.ts";
import { clausesOf, touching } from "./clause.ts";
import type { EVENT_KINDS, EVENT_LEVELS, EVENT_STATUSES } from "./values.ts";
import { windowValues } from "./window.ts";

/** Which events to list; see `EventFilter` in the contract. */
export interface EventFilter extends Nested<EventFilter> {
  between?: { from?: Day | null; to?: Day | null } | null;
  kinds?: readonly (typeof EVENT_KINDS)[number][] | null;
  statuses?: readonly (typeof EVENT_STATUSES)[number][] | null;
  levels?: readonly (typeof EVENT_LEVELS)[number][] | null;
  countries?: readonly string[] | null;
  leaders?: readonly string[] | null;
  forums?: readonly string[] | null;
  agreements?: readonly string[] | null;
  topics?: readonly string[] | null;
  text?: string | null;
  fixed?: boolean | null;
  planned?: boolean | null;
  disputed?: boolean | null;
  undecided?: boolean | null;
  overdue?: boolean | null;
  lastReportBefore?: Day | null;
  generalKnowledge?: boolean | null;
}

/** A condition with what goes into its placeholders. */
export interface Conditions {
  /** Tells apart conditions whose SQL differs; null for one too rare to be kept prepared. */
  name: string | null;
  where: SQL | undefined;
  /** Whether it needs `event` beside `event_state`. */
  joined: boolean;
  values: Record<string, unknown>;
}

/**
 * The conditions of a filter on `event` and `event_state`, its own window aside, which is the statement's, unless it is to
 * be `whole`. With `probing`,
 * those that look at other tables are asked of each event in turn, which suits a narrow window; else the other tables are
 * asked which events. Refuses with INVALID_INPUT filters that lie too deep in each other.
 */
export function conditionsOf(
  reading: Reading,
  filter: EventFilter,
  probing: boolean,
  window: "aside" | "whole" = "aside",
): Conditions {
  checkNesting(filter, ["filter"]);
  const { tx, asOf, today } = reading;
  const found = { name: probing ? "probing" : "", joined: false };
  const values: Record<string, unknown> = { today: asOf ?? today };
  let filters = 0;
  const own = (each: EventFilter): SQL | undefined => {
    checkRange(each.between, "filter", "between");
    const isAside = window === "aside" && each === filter;
    const manner = {
      tx,
      asOf: asOf !== null,
      probing,
      prefix: filters++ > 0 ? `in${filters}` : "",
    };
    const clauses = clausesOf(each, manner);
    found.name = `${clauses.name},${found.name}`;
    found.joined ||= clauses.joined;
    Object.assign(values, clauses.values);
    if (isAside || each.between == null) return and(...clauses.conditions);
    const within = touching(each.between, manner);
    if (within.isOpen) return and(...clauses.conditions);
    const { from, to } = windowValues(each.between);
    Object.assign(values, { [within.named.from]: from, [within.named.to]: to });
    found.name = `between,${found.name}`;
    return and(within.condition, ...clauses.conditions);
  };
  const where = conditionIn(filter, own);
  return { ...found, name: isNested(filter) ? null : found.name, where, values };
}
