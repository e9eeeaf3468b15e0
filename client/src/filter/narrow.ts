import type { ColumnsQuery } from "../app/operations.gen.ts";
import { AGREEMENT_STATUSES, EVENT_STATUSES, folded, KINDS, LEVELS, standing } from "./words.ts";

type Columns = ColumnsQuery["timeline"];
type Marks = Columns["marks"];

/** What to show, in the words of the address. An empty list means all. */
export interface Filter {
  status: string[];
  kind: string[];
  level: string[];
  text: string;
}

/** Whether anything is filtered out at all. */
export function isFiltering({ status, kind, level, text }: Filter): boolean {
  return status.length + kind.length + level.length > 0 || text.trim() !== "";
}

/**
 * The columns with only what the filter lets through. Lanes stay as they are, and every state of knowledge is judged for itself:
 * a visit held in January is still planned in December. Event statuses judge events, agreement statuses judge agreements.
 */
export function narrow(columns: Columns, filter: Filter): Columns {
  if (!isFiltering(filter)) return columns;
  const kinds = standing(KINDS, filter.kind);
  const levels = standing(LEVELS, filter.level);
  const statuses = standing(EVENT_STATUSES, filter.status);
  const bars = standing(AGREEMENT_STATUSES, filter.status);
  const text = folded(filter.text.trim());
  const has = (title: string) => folded(title).includes(text);
  const { marks } = columns;
  const kept = marks.slug.flatMap((_, index) => {
    const title = marks.title[index] ?? "";
    const kind = marks.kind[index];
    const level = marks.level[index];
    const status = marks.status[index];
    const passes =
      (kinds === null || (kind !== undefined && kinds.has(kind))) &&
      (levels === null || (level !== undefined && levels.has(level))) &&
      (statuses === null || (status !== undefined && statuses.has(status))) &&
      has(title);
    return passes ? [index] : [];
  });
  return {
    ...columns,
    marks: pick(marks, kept),
    bars: columns.bars.filter((bar) => (bars === null || bars.has(bar.status)) && has(bar.title)),
  };
}

/** The same columns with only some entries. */
function pick(marks: Marks, kept: number[]): Marks {
  const lists = Object.entries(marks).map(([name, list]) => [
    name,
    kept.map((index) => (list as unknown[])[index]),
  ]);
  return Object.fromEntries(lists) as Marks;
}
