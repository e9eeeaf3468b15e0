import { type RefObject, useCallback } from "react";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { Address, Selection } from "./address.ts";

/** `event:SLUG`, `session:SLUG` or `agreement:SLUG` as a selection. */
function selectionOf(id: string): Selection {
  const colon = id.indexOf(":");
  const of = id.slice(0, colon);
  return { of: of === "session" || of === "agreement" ? of : "event", slug: id.slice(colon + 1) };
}

/** What is selected, kept in the address; closing gives focus back to the mark or row it came from. */
export function useSelection(
  address: Address,
  change: (part: Partial<Address>) => void,
  columns: TimelineColumns,
  known: number | null,
  plot: RefObject<HTMLElement | null>,
) {
  const selected = address.sel && `${address.sel.of}:${address.sel.slug}`;
  const select = useCallback(
    (id: string | null) => change({ sel: id === null ? null : selectionOf(id) }),
    [change],
  );
  const close = useCallback(() => {
    const id = selected;
    change({ sel: null });
    requestAnimationFrame(() => {
      const mark =
        id &&
        plot.current?.querySelector<HTMLElement>(
          `[data-id="${CSS.escape(id)}"], [data-row="${CSS.escape(id)}"]`,
        );
      (mark || plot.current?.querySelector<HTMLElement>("[tabindex='0'], button"))?.focus();
    });
  }, [change, selected, plot]);
  const step = useCallback(
    async (by: 1 | -1) => {
      const { idsInOrder } = await import("../timeline/rows.ts");
      const order = idsInOrder(columns, known);
      const to = order[order.indexOf(selected ?? "") + by];
      if (to !== undefined) select(to);
    },
    [columns, known, selected, select],
  );
  return { selected, select, close, step, forum: forumOf(columns, address.sel) };
}

/** The forum of a selected session: the lane of a forum that its mark stands in. */
function forumOf({ marks, lanes }: TimelineColumns, sel: Selection | null): string | null {
  if (sel?.of !== "session") return null;
  const index = marks.slug.findIndex((slug, at) => slug === sel.slug && marks.of[at] === "SESSION");
  const lane = marks.lanes[index]?.map((at) => lanes[at]).find((one) => one?.kind === "FORUM");
  return lane?.slug ?? null;
}
