import { factOf } from "../filter/fact.ts";
import { asKnownOn, idOfBar, type TimelineColumns } from "../timeline/columns.ts";
import { rowsIn, rowsOf } from "../timeline/rows.ts";
import type { View } from "../timeline/view.ts";
import type { ColumnsQuery } from "./operations.gen.ts";

/** The id of what a row tells of: `event:SLUG`, `session:SLUG`, `agreement:SLUG`. */
const idOf = ({ of, slug }: { of: string; slug: string }) => `${of}:${slug}`;

/** Everything that the table shows of a view, in words that filters know: its rows in the window. The timeline shows more: all that is known, agreements as they stand. */
export function toldBy(columns: ColumnsQuery["timeline"], view: View, as: "timeline" | "table") {
  const rows = rowsOf(columns, view.known);
  const fact = (told: Parameters<typeof factOf>[0] & { id: string }) => ({
    id: told.id,
    ...factOf(told, columns.lanes),
  });
  if (as === "table")
    return rowsIn(rows, view.from, view.to).map((row) => fact({ id: idOf(row), ...row }));
  const events = rows.filter((row) => row.of !== "agreement");
  const { bars } = asKnownOn(columns, view.known ?? columns.today);
  const agreements = bars.map(({ status, disputed, ...bar }) => ({
    id: idOfBar(bar),
    title: bar.title,
    kind: null,
    level: null,
    status: null,
    standing: { status },
    lanes: [bar.lane],
    topics: bar.topics,
    disputed,
    fixed: true,
  }));
  return [...events.map((row) => ({ id: idOf(row), ...row })), ...agreements].map(fact);
}

/** How many facts a view shows: each once, however many stages of it are rows of the table. */
export function countShown(columns: TimelineColumns, view: View, as: "timeline" | "table"): number {
  const rows = rowsOf(columns, view.known);
  return new Set((as === "table" ? rowsIn(rows, view.from, view.to) : rows).map(idOf)).size;
}
