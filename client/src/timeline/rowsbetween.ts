import type { TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { dateUnder } from "./rowdate.ts";
import { type Row, rowsOf } from "./rows.ts";

/**
 * Every fact known on either of two days, each once: as the later one knows it, with what the earlier one did not know marked as known
 * `since`, and with the date of `then` where it was another; what the later one no longer knows, as it was.
 */
export function rowsBetween(columns: TimelineColumns, known: Day, now: Day): Row[] {
  const before = new Map(rowsOf(columns, known).map((row) => [row.key, row]));
  const after = rowsOf(columns, Math.max(known, now));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.map((row): Row => {
      const was = before.get(row.key);
      if (!was) return { ...row, since: true };
      const isSame = was.start === row.start && was.end === row.end && was.fixed === row.fixed;
      return isSame ? row : { ...row, dateThen: dateUnder(was, null).text };
    }),
    ...[...before.values()].filter(({ key }) => !kept.has(key)),
  ];
}
