// The timeline from far away, put together: lanes, and what each of their cells holds, as columns.
import { agreementsBySlug } from "../agreement/agreement.ts";
import { countriesById } from "../country/country.ts";
import type { EventFilter } from "../event/event.ts";
import { forumsById } from "../forum/forum.ts";
import type { Reading } from "../graphql/context.ts";
import { ledFilter } from "../history/history.ts";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";
import { checkRange } from "../when/range.ts";
import { type Cells, cellsOf, daysOf } from "./cell.ts";
import { EMPTY, extentOf, type Filled, filledIn, type Grouping } from "./density.ts";
import { canTell, talliedIn } from "./tally.ts";

const MOST_BUCKETS = 1_000;

/** What is asked of a density; see `Query.timelineDensity` in the contract. */
export interface DensityArgs {
  window?: { from?: Day | null; to?: Day | null } | null;
  buckets?: number | null;
  groupBy?: Grouping;
  filter?: EventFilter | null;
}

/** Answers `Query.timelineDensity`. Refuses with INVALID_INPUT what would fill more entries than may be answered. */
export async function densityOf(reading: Reading, args: DensityArgs) {
  const cells = await cellsIn(reading, args);
  const by = args.groupBy ?? null;
  const most = LIMITS.columns.anonymous;
  const filter = await ledFilter(reading.tx, args.filter ?? {});
  const count = (await canTell(reading, filter)) ? talliedIn : filledIn;
  const filled = cells ? await count(reading, filter, by, cells, most + 1) : EMPTY;
  if (filled.cell.length > most) {
    throw new Refusal(
      "INVALID_INPUT",
      `More than ${most} cells hold something. Ask for fewer \`buckets\`, or narrow the window or the filter.`,
      { facts: { most }, path: ["buckets"] },
    );
  }
  const lanes = await lanesOf(reading, by, [...new Set(filled.lane)]);
  const index = new Map(lanes.map(({ slug }, place) => [slug ?? "", place]));
  const isWhole = filled.lane.every((lane) => index.has(lane));
  const told = isWhole ? filled : within(filled, index);
  const days = cells && daysOf(cells);
  return {
    asOf: reading.asOf,
    cellDays: 2 ** (cells?.exponent ?? 0),
    from: days && isoOf(days.from),
    to: days && isoOf(days.to),
    lanes,
    ...told,
    lane: told.lane.map((lane) => index.get(lane)),
  };
}

/** What stands in the lanes of `index` alone. */
function within(filled: Filled, index: ReadonlyMap<string, number>): Filled {
  const isTold = (_: unknown, place: number) => index.has(filled.lane[place] ?? "");
  return {
    lane: filled.lane.filter(isTold),
    cell: filled.cell.filter(isTold),
    kind: filled.kind.filter(isTold),
    count: filled.count.filter(isTold),
    held: filled.held.filter(isTold),
    planned: filled.planned.filter(isTold),
  };
}

/** The cells of the window; of an open one, as far as there is anything. Null when there is nothing. */
async function cellsIn(reading: Reading, args: DensityArgs): Promise<Cells | null> {
  const buckets = args.buckets ?? 100;
  if (buckets < 2 || buckets > MOST_BUCKETS) {
    throw new Refusal(
      "INVALID_INPUT",
      `\`buckets\` must be from 2 to ${MOST_BUCKETS}, not ${buckets}.`,
      { facts: { buckets, most: MOST_BUCKETS }, path: ["buckets"] },
    );
  }
  const { from, to } = args.window ?? {};
  checkRange(args.window, "window");
  if (from != null && to != null) return cellsOf(from, to, buckets);
  const extent = await extentOf(reading);
  const [first, last] = [from ?? extent?.from, to ?? extent?.to];
  return first === undefined || last === undefined || last < first
    ? null
    : cellsOf(first, last, buckets);
}

/** The lanes by name; those of what was not yet known are left out. */
async function lanesOf({ tx, asOf }: Reading, by: Grouping, ids: string[]) {
  switch (by) {
    case null:
      return ids.map(() => ({ kind: null, key: null, slug: null, name: "Everything" }));
    case "COUNTRY": {
      const rows = await countriesById(tx, ids);
      return rows.flatMap((row) =>
        row ? [{ kind: by, key: row.code, slug: row.id, name: row.name }] : [],
      );
    }
    case "FORUM": {
      const rows = await forumsById(tx, ids);
      return rows.flatMap((row) =>
        row ? [{ kind: by, key: row.id, slug: row.id, name: row.shortName }] : [],
      );
    }
    case "AGREEMENT": {
      const rows = await agreementsBySlug(tx, ids, asOf);
      return rows.flatMap((row) =>
        row ? [{ kind: by, key: row.id, slug: row.id, name: row.shortTitle }] : [],
      );
    }
  }
}
