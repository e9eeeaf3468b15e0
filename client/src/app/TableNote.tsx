import { useMemo } from "react";
import { asKnownOn, factsOf, type TimelineColumns } from "../timeline/columns.ts";
import type { View } from "../timeline/view.ts";
import { countShown } from "./told.ts";

interface Props {
  all: TimelineColumns;
  columns: TimelineColumns;
  view: View;
  selected: string | null;
}

/** How much of everything the table shows: `13 of 42 shown, 1 selected`. */
export default function TableNote({ all, columns, view, selected }: Props) {
  const shown = useMemo(() => countShown(columns, view, "table"), [columns, view]);
  const of = useMemo(() => factsOf(asKnownOn(all, view.known ?? all.today)), [all, view.known]);
  return `${shown} of ${of} shown${selected === null ? "" : ", 1 selected"}`;
}
