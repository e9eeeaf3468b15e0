import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { go, goBack, here, useHere } from "../page/route.ts";
import { dismissUndo, toast } from "../page/toast.ts";
import { createView, type View, type ViewStore } from "../timeline/view.ts";
import {
  type Address,
  isSameButWindow,
  isSamePanel,
  parseAddress,
  printAddress,
} from "./address.ts";

export interface Viewed {
  address: Address;
  /** The store that painters follow, at every frame. */
  store: ViewStore;
  /** The view when it last came to rest. */
  view: View;
  /** Changes what the address says. */
  change: (part: Partial<Address>, how?: "push" | "replace") => void;
  /** Changes what the address says and says so, with a way back. */
  changeWithUndo: (part: Partial<Address>, words: string) => void;
  /** Closes a panel: the browser's Back then leads to what was before it opened. Done when the address says so. */
  leave: (part: Partial<Address>) => Promise<void>;
}

/** The address that the browser is at. */
const addressHere = () => parseAddress(queryOf(here()));
const queryOf = (path: string) => path.split("?")[1] ?? "";
const pathOf = (address: Address) => {
  const text = printAddress(address);
  return `/explore${text && `?${text}`}`;
};

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
    go(pathOf({ ...addressHere(), ...part }), how);
  }, []);
  const changeWithUndo = useCallback(
    (part: Partial<Address>, words: string) => {
      const before = here();
      change(part);
      const after = here();
      if (after === before) return;
      toast(words, () => {
        if (here() === after)
          return void goBack(
            before,
            (entry) => entry === before,
            () => "replace",
          );
        // The reader has gone on: only what this changed is put back.
        const was = parseAddress(queryOf(before));
        const keys = Object.keys(part) as (keyof Address)[];
        change(Object.fromEntries(keys.map((key) => [key, was[key]])));
      });
    },
    [change],
  );
  useEffect(() => dismissUndo, []);
  const leave = useCallback((part: Partial<Address>) => {
    const target = { ...addressHere(), ...part };
    return goBack(
      pathOf(target),
      (entry) => isSamePanel(parseAddress(queryOf(entry)), target),
      (landed) => (isSameButWindow(parseAddress(queryOf(landed)), target) ? "replace" : "push"),
    );
  }, []);

  useEffect(
    () =>
      store.onSettle(({ from, to, known }, manner) => {
        const next = {
          from: Math.round(from),
          to: Math.max(Math.round(to), Math.round(from) + 1),
          known,
        };
        const said = addressHere();
        // What follows the address is no change of it, however the address was written.
        const isSaid = said.from === next.from && said.to === next.to && said.known === known;
        if (!isSaid) change(next, manner);
      }),
    [store, change],
  );
  return { address, store, view, change, changeWithUndo, leave };
}
