import type { Lane, LaneKind, TimelineColumns } from "./columns.ts";
import type { LaneRow } from "./lanes.ts";

/** Lanes that one or more events join, and how many events do. */
export interface Bundle {
  lanes: number[];
  events: number;
}

/** The ties of all that was ever known, those between the same lanes in one bundle: an order made by them stays while the reader travels. */
export function bundlesOf({ lanes, marks }: TimelineColumns): Bundle[] {
  const tied = new Set(lanes.flatMap(({ kind }, lane) => (kind !== "AGREEMENT" ? [lane] : [])));
  const seen = new Set<string>();
  const bundles = new Map<string, Bundle>();
  for (let row = 0; row < marks.slug.length; row++) {
    const joined = (marks.lanes[row] ?? []).filter((lane) => tied.has(lane)).sort((a, b) => a - b);
    const name = `${marks.of[row]} ${marks.slug[row]} ${joined}`;
    if (joined.length < 2 || seen.has(name)) continue;
    seen.add(name);
    const bundle = bundles.get(String(joined));
    if (bundle) bundle.events++;
    else bundles.set(String(joined), { lanes: joined, events: 1 });
  }
  return [...bundles.values()];
}

/** How long all ties are together, in rows, when the lanes stand in an order (indexes of lanes, top to bottom). */
export function tieLength(order: number[], bundles: Bundle[]): number {
  const place: number[] = [];
  for (const [at, lane] of order.entries()) place[lane] = at;
  let total = 0;
  for (const { lanes, events } of bundles) {
    let top = Number.POSITIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    for (const lane of lanes) {
      top = Math.min(top, place[lane] ?? 0);
      bottom = Math.max(bottom, place[lane] ?? 0);
    }
    total += events * (bottom - top);
  }
  return total;
}

/**
 * An order of lanes in which ties are short: from the given order, and from one with the busiest country in the middle, lanes of a
 * group change places as long as that shortens the ties; the shorter of both, or the given one. Groups follow each other as ever.
 */
export function orderByTies(lanes: Pick<Lane, "kind">[], bundles: Bundle[]): number[] {
  const ofKind = (kind: LaneKind) =>
    lanes.flatMap((lane, index) => (lane.kind === kind ? [index] : []));
  const countries = ofKind("COUNTRY");
  const rest = [...ofKind("FORUM"), ...ofKind("AGREEMENT")];
  const given = [...countries, ...rest];
  const best = settle(given, lanes, bundles);
  const other = settle([...busiestInMiddle(countries, bundles), ...rest], lanes, bundles);
  return tieLength(other, bundles) < tieLength(best, bundles) ? other : best;
}

function busiestInMiddle(countries: number[], bundles: Bundle[]): number[] {
  const ties = (lane: number) =>
    bundles.reduce((sum, { lanes, events }) => sum + (lanes.includes(lane) ? events : 0), 0);
  const order: number[] = [];
  const byTies = countries.map((lane) => [lane, ties(lane)] as const).sort((a, b) => b[1] - a[1]);
  for (const [place, [lane]] of byTies.entries()) {
    if (place % 2 === 0) order.push(lane);
    else order.unshift(lane);
  }
  return order;
}

/** Lets two lanes of a group change places, the most useful two first, until no two would shorten the ties. */
function settle(start: number[], lanes: Pick<Lane, "kind">[], bundles: Bundle[]): number[] {
  let order = start;
  let length = tieLength(order, bundles);
  for (;;) {
    let better: number[] | null = null;
    for (let a = 0; a < order.length; a++)
      for (let b = a + 1; b < order.length; b++) {
        const kind = lanes[order[a] ?? 0]?.kind;
        if (kind === "AGREEMENT" || kind !== lanes[order[b] ?? 0]?.kind) break;
        const tried = [...order];
        [tried[a], tried[b]] = [order[b] ?? 0, order[a] ?? 0];
        const triedLength = tieLength(tried, bundles);
        if (triedLength >= length) continue;
        better = tried;
        length = triedLength;
      }
    if (!better) return order;
    order = better;
  }
}

/** The order of lanes in which those with these keys come first, as the keys say; what they do not name follows as it stood. */
export function orderAs(lanes: Pick<Lane, "key">[], keys: string[]): number[] {
  const place = new Map(keys.map((key, at) => [key.toLowerCase(), at]));
  const placeOf = (lane: number) =>
    place.get(lanes[lane]?.key.toLowerCase() ?? "") ?? keys.length + lane;
  return lanes.map((_, index) => index).sort((a, b) => placeOf(a) - placeOf(b));
}

/** The same timeline with its lanes in another order (old indexes, in their new places). */
export function arrange<Columns extends TimelineColumns>(
  columns: Columns,
  order: number[],
): Columns {
  if (order.every((lane, at) => lane === at)) return columns;
  const place: number[] = [];
  for (const [at, lane] of order.entries()) place[lane] = at;
  const moved = (lane: number) => place[lane] ?? lane;
  return {
    ...columns,
    lanes: order.map((lane) => columns.lanes[lane] as Lane),
    marks: { ...columns.marks, lanes: columns.marks.lanes.map((lanes) => lanes.map(moved)) },
    bars: columns.bars.map((bar) => ({ ...bar, lane: moved(bar.lane) })),
    notches: columns.notches.map((notch) => ({ ...notch, lane: moved(notch.lane) })),
  };
}

/** All rows, with one lane moved to a place (from 0) in its own group; null when that is no move. */
export function moveLane(rows: LaneRow[], lane: number, to: number): number[] | null {
  const group = groupOf(rows, lane);
  const from = group.findIndex((row) => row.lane === lane);
  if (from < 0 || to === from || to < 0 || to >= group.length) return null;
  const moved = group.filter((row) => row.lane !== lane).map((row) => row.lane);
  moved.splice(to, 0, lane);
  let next = 0;
  const kind = group[0]?.kind;
  return rows.map((row) => (row.kind === kind ? (moved[next++] ?? row.lane) : row.lane));
}

/** The rows of a lane's group, top to bottom. */
export function groupOf(rows: LaneRow[], lane: number): LaneRow[] {
  const kind = rows.find((row) => row.lane === lane)?.kind;
  return rows.filter((row) => row.kind === kind);
}

/**
 * Where a lane dropped at `y` (px from the top of the rows) would stand in its group, and the y of the line between its neighbours
 * there; the line is null where it stands already.
 */
export function dropAt(
  rows: LaneRow[],
  lane: number,
  y: number,
): { to: number; line: number | null } {
  const group = groupOf(rows, lane);
  const from = group.findIndex((row) => row.lane === lane);
  const others = group.filter((row) => row.lane !== lane);
  const to = others.filter((row) => row.top + row.height / 2 < y).length;
  const row = group[to];
  if (to === from || !row) return { to, line: null };
  return { to, line: to < from ? row.top : row.top + row.height };
}
