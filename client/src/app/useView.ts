import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { go, here, useHere } from "../page/route.ts";
import { createView, type View, type ViewStore } from "../timeline/view.ts";
import { type Address, parseAddress, printAddress } from "./address.ts";

export interface Viewed {
  address: Address;
  /** The store that painters follow, at every frame. */
  store: ViewStore;
  /** The view when it last came to rest. */
  view: View;
  /** Changes what the address says. */
  change: (part: Partial<Address>, how?: "push" | "replace") => void;
}

/** The view of Explore and its address, each following the other: pan and zoom replace, the day of knowledge adds to the history. */
export function useView(): Viewed {
  const query = useHere().split("?")[1] ?? "";
  const address = useMemo(() => parseAddress(query), [query]);
  const [store] = useState(() =>
    createView({ from: address.from, to: address.to, known: address.known }),
  );
  const view = useSyncExternalStore(store.onSettle, store.settled, store.settled);

  useEffect(() => {
    const { from, to, known } = address;
    const { from: shownFrom, to: shownTo, known: shownKnown } = store.settled();
    const same =
      Math.round(shownFrom) === from && Math.round(shownTo) === to && shownKnown === known;
    if (!same) store.set({ from, to, known }, "push");
  }, [address, store]);

  const change = useCallback((part: Partial<Address>, how: "push" | "replace" = "push") => {
    const text = printAddress({ ...parseAddress(here().split("?")[1] ?? ""), ...part });
    go(`/explore${text && `?${text}`}`, how);
  }, []);

  useEffect(
    () =>
      store.onSettle(({ from, to, known }, manner) => {
        change(
          { from: Math.round(from), to: Math.max(Math.round(to), Math.round(from) + 1), known },
          manner,
        );
      }),
    [store, change],
  );
  return { address, store, view, change };
}
