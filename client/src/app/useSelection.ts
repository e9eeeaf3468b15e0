import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { neighboursOf } from "../timeline/rows.ts";
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
  leave: (part: Partial<Address>) => Promise<void>,
  columns: TimelineColumns,
  known: number | null,
  plot: RefObject<HTMLElement | null>,
) {
  const selected = address.sel && `${address.sel.of}:${address.sel.slug}`;
  // An agreement has several rows and stretches: focus goes back to the one it left.
  const origin = useRef<{ id: string; from: Element } | null>(null);
  const select = useCallback(
    (id: string | null) => {
      const from = document.activeElement;
      if (id !== null && from && plot.current?.contains(from)) origin.current = { id, from };
      // What is open already is gone to.
      if (id !== null && id === selected)
        document.querySelector<HTMLElement>(".panel-heading")?.focus();
      if (id === null) void leave({ sel: null });
      else change({ sel: selectionOf(id) });
    },
    [change, leave, plot, selected],
  );
  const close = useCallback(async () => {
    const id = selected;
    await leave({ sel: null });
    requestAnimationFrame(() => {
      const left = origin.current;
      if (left?.id === id && left?.from.isConnected && left.from instanceof HTMLElement)
        return left.from.focus();
      const mark =
        id &&
        plot.current?.querySelector<HTMLElement>(
          `[data-id="${CSS.escape(id)}"], [data-row="${CSS.escape(id)}"]`,
        );
      (mark || plot.current?.querySelector<HTMLElement>("[tabindex='0'], button"))?.focus();
    });
  }, [leave, selected, plot]);
  const near = useNeighbours(columns, known, selected);
  return { selected, select, close, near, forum: forumOf(columns, address.sel) };
}

const loadRows = () => import("../timeline/rows.ts");

/** What comes before and after what is selected; nothing until the order of facts is there. */
function useNeighbours(columns: TimelineColumns, known: number | null, selected: string | null) {
  const [near, setNear] = useState<ReturnType<typeof neighboursOf>>();
  useEffect(() => {
    if (selected === null) return;
    let left = false;
    loadRows().then(
      (rows) => {
        if (!left) setNear(rows.neighboursOf(columns, known, selected));
      },
      // Without a connection there is no way on to the next.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [columns, known, selected]);
  return near;
}

/** The forum of a selected session: the lane of a forum that its mark stands in. */
function forumOf({ marks, lanes }: TimelineColumns, sel: Selection | null): string | null {
  if (sel?.of !== "session") return null;
  const index = marks.slug.findIndex((slug, at) => slug === sel.slug && marks.of[at] === "SESSION");
  const lane = marks.lanes[index]?.map((at) => lanes[at]).find((one) => one?.kind === "FORUM");
  return lane?.slug ?? null;
}
