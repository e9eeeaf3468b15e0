import { useMemo } from "react";
import { asKnownOn, factsOf, type TimelineColumns } from "../timeline/columns.ts";
import { plural } from "../when/words.ts";

/**
 * `42 facts, 128 sources`; filtered, `12 of 42 facts`; away from today, `23 facts known then, 42 known now`, or on a
 * phone `23 facts known then`.
 */
export function useCounts(
  columns: TimelineColumns,
  all: TimelineColumns,
  known: number | null,
  phone: boolean,
): string {
  return useMemo(() => {
    const now = factsOf(asKnownOn(columns, columns.today));
    if (known !== null) {
      const then = `${plural(factsOf(asKnownOn(columns, known)), "fact")} known then`;
      return phone ? then : `${then}, ${now} known now`;
    }
    if (columns !== all) return `${now} of ${plural(factsOf(asKnownOn(all, all.today)), "fact")}`;
    return `${plural(now, "fact")}, ${plural(columns.sourceCount, "source")}`;
  }, [columns, all, known, phone]);
}
