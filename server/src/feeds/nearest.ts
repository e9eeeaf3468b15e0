// A calendar that cannot hold all that was asked for: which events it holds instead of the oldest.

/** How many events a filter lets through. */
export const COUNT = `
query EventsCount($filter: EventFilter, $asOf: Date) {
  page: events(filter: $filter, first: 1, asOf: $asOf) { totalCount }
}`;

/** One list to read from, in an order by date. */
export interface Part {
  filter: Record<string, unknown>;
  direction: "ASC" | "DESC";
}

/** Before every day that anything has. */
const FIRST_DAY = "0001-01-01";

/**
 * Lists that hold every event of a filter but what is long over and never had a date, each event once: what is to come or under way on an ISO
 * day, the soonest first; what is planned without a date; and what is over, the latest first.
 */
export function nearest(filter: Record<string, unknown>, day: string): Part[] {
  const of = (direction: Part["direction"], ...more: Record<string, unknown>[]): Part => ({
    filter: { and: [filter, ...more] },
    direction,
  });
  const isLater = { between: { from: day } };
  const hasDate = { between: { from: FIRST_DAY } };
  return [
    of("ASC", isLater),
    of("ASC", { planned: true }, { not: hasDate }),
    of("DESC", hasDate, { not: isLater }),
  ];
}
