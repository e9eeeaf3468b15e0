import { useCallback, useEffect, useMemo, useRef } from "react";
import { Chips } from "../filter/Chips.tsx";
import { chipsOf, without, wordsOf } from "../filter/chips.ts";
import { FilterPanel } from "../filter/FilterPanel.tsx";
import { facetsOf } from "../filter/facets.ts";
import type { Facet } from "../filter/fact.ts";
import { type Filter, UNFILTERED } from "../filter/narrow.ts";
import { useTopics } from "../filter/useTopics.ts";
import { say } from "../page/say.ts";
import { asKnownOn, extentOf } from "../timeline/columns.ts";
import { Hints } from "../timeline/Hints.tsx";
import type { View, ViewStore } from "../timeline/view.ts";
import { plural } from "../when/words.ts";
import type { Address } from "./address.ts";
import type { ColumnsQuery } from "./operations.gen.ts";
import { spanOf } from "./span.ts";
import { countShown, toldBy } from "./told.ts";

type Columns = ColumnsQuery["timeline"];

interface Props {
  /** Everything, and what the filter leaves of it. */
  all: Columns;
  columns: Columns;
  filter: Filter;
  address: Address;
  view: View;
  store: ViewStore;
  change: (part: Partial<Address>, how?: "push" | "replace") => void;
  changeWithUndo: (part: Partial<Address>, words: string) => void;
  /** Whether the panel is open. */
  open: boolean;
  onClose: () => void;
  /** Is told what is filtered by, in words. */
  onWords: (words: string) => void;
}

/** Rest (ms) between two messages of how much is shown. */
const SAY_MS = 500;
/** Days of air around everything, where the window is widened to hold it. */
const AIR_DAYS = 15;

/** The filters that stand, and the panel where they are chosen. */
export default function Filters(props: Props) {
  const { all, columns, filter, address, view, store, change, changeWithUndo, open, onWords } =
    props;
  const { view: as } = address;
  const topics = useTopics();
  const shown = useMemo(() => countShown(columns, view, as), [columns, view, as]);
  useSaid(filter, shown);

  const names = useMemo(() => {
    const places = all.lanes.flatMap((lane) => [lane, ...lane.between]);
    return new Map(places.map(({ key, name }) => [key, name]));
  }, [all.lanes]);
  const nameOf = useCallback(
    (facet: Facet, word: string) => (facet === "topic" ? topics : names).get(word) ?? word,
    [topics, names],
  );
  const extent = useMemo(() => extentOf(all, asKnownOn(all, view.known ?? all.today)), [all, view]);
  const span = as === "table" ? spanOf(view, extent) : null;
  const chips = chipsOf(filter, nameOf);
  const words = wordsOf(chips, nameOf);
  useEffect(() => onWords(words), [onWords, words]);
  const facts = useMemo(() => (open ? toldBy(all, view, as) : []), [open, all, view, as]);
  const clear = () => changeWithUndo(UNFILTERED, "Filters cleared.");
  const counts = useMemo(() => facetsOf(facts, filter), [facts, filter]);

  return (
    <div className="filters">
      {open && (
        <FilterPanel
          filter={filter}
          onChange={change}
          counts={counts}
          shown={shown}
          of={new Set(facts.map(({ id }) => id)).size}
          lanes={all.lanes}
          topics={topics}
          nameOf={nameOf}
          onClear={clear}
          onLanes={(lanes, gone) =>
            gone ? changeWithUndo({ lanes }, `${gone} is no longer shown.`) : change({ lanes })
          }
          onUsual={
            address.lanes
              ? () => changeWithUndo({ lanes: null }, "The usual lanes are shown.")
              : undefined
          }
          onClose={(back) => {
            props.onClose();
            if (back) document.getElementById("filter-button")?.focus();
          }}
        />
      )}
      {(chips.length > 0 || as === "table") && (
        <div className="filters-row">
          <Chips
            chips={chips}
            onRemove={(of) => change(without(filter, of))}
            onClear={clear}
            span={span}
            onWiden={() =>
              extent &&
              store.set(
                { ...store.get(), from: extent.first - AIR_DAYS, to: extent.last + AIR_DAYS },
                "push",
              )
            }
          />
          {as === "table" && <Hints />}
        </div>
      )}
    </div>
  );
}

/** Says how much is shown when the filter changes, at most twice a second. */
function useSaid(filter: Filter, shown: number): void {
  const before = useRef(filter);
  const latest = useRef(shown);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  latest.current = shown;
  useEffect(() => {
    if (before.current === filter) return;
    before.current = filter;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      say(`${plural(latest.current, "fact")} shown.`);
    }, SAY_MS);
  }, [filter]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
