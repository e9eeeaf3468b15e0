import { useMemo } from "react";
import { asKnownOn, factsOf, type TimelineColumns } from "../timeline/columns.ts";
import { plural } from "../when/words.ts";

/** `42 facts, 128 sources`; away from today, `23 facts known then, 42 known now`. */
export function useCounts(columns: TimelineColumns, known: number | null): string {
  return useMemo(() => {
    const now = factsOf(asKnownOn(columns, columns.today));
    if (known === null) return `${plural(now, "fact")}, ${plural(columns.sourceCount, "source")}`;
    return `${plural(factsOf(asKnownOn(columns, known)), "fact")} known then, ${now} known now`;
  }, [columns, known]);
}
