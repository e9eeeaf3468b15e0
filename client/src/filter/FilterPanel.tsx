import { useEffect, useRef } from "react";
import { Icon } from "../page/Icon.tsx";
import { plural } from "../when/words.ts";
import { FacetList, type Option } from "./FacetList.tsx";
import type { Counts } from "./facets.ts";
import type { Facet } from "./fact.ts";
import { LaneChoice } from "./LaneChoice.tsx";
import type { Chosen, NamedLane } from "./lanes.ts";
import { type Filter, isFiltering } from "./narrow.ts";
import { Words } from "./Words.tsx";
import {
  AGREEMENT_STATUSES,
  type Choice,
  DISPUTED,
  EVENT_STATUSES,
  FIXED,
  KINDS,
  LEVELS,
} from "./words.ts";
import "./filter.css";

interface Props {
  filter: Filter;
  onChange: (filter: Filter, how: "push" | "replace") => void;
  counts: Counts;
  /** How many facts are shown, and how many there are. */
  shown: number;
  of: number;
  lanes: readonly NamedLane[];
  /** Names of topics by slug. */
  topics: ReadonlyMap<string, string>;
  nameOf: (facet: Facet, word: string) => string;
  onClear: () => void;
  /** `gone`: the name of the lane that was taken away. */
  onLanes: (lanes: Chosen, gone?: string) => void;
  onUsual: (() => void) | undefined;
  /** `back`: whether the focus goes back to the button that opened the panel. */
  onClose: (back: boolean) => void;
}

/** What to show: every choice says how much it would leave, acts at once and stands in the address. */
export function FilterPanel(props: Props) {
  const { filter, onChange, counts, lanes, nameOf, onClose } = props;
  const panel = useRef<HTMLElement>(null);
  useAway(panel, onClose);

  const turn = (facet: Facet) => (word: string) => {
    const list = filter[facet];
    const next = list.includes(word) ? list.filter((one) => one !== word) : [...list, word];
    onChange({ ...filter, [facet]: next }, "push");
  };
  const listOf = (name: string, facet: Facet, choices: Choice<unknown>[]) =>
    facetOf(
      name,
      facet,
      choices.map(({ word, label }) => [word, label]),
    );
  const facetOf = (name: string, facet: Facet, choices: [word: string, label: string][]) => {
    const options = choices.map(
      ([word, label]): Option => ({
        word,
        label,
        count: counts[facet].get(word) ?? 0,
        mark: facet === "with" && (
          <span aria-hidden="true" className="t-iso monogram">
            {word}
          </span>
        ),
      }),
    );
    return <FacetList name={name} options={options} chosen={filter[facet]} onTurn={turn(facet)} />;
  };
  /** The lanes of a kind, and what was chosen though it has no lane. */
  const placesOf = (facet: "with" | "forum", kind: NamedLane["kind"]): [string, string][] => {
    const keys = lanes.filter((lane) => lane.kind === kind).map(({ key }) => key);
    return [...new Set([...keys, ...filter[facet]])].map((key) => [key, nameOf(facet, key)]);
  };
  /** Of a pair, the side worth asking for; the other only where an address asks for it. */
  const sideOf = (facet: "disputed" | "fixed", choices: Choice<unknown>[]) =>
    choices.filter(({ word }, index) => index === 0 || filter[facet].includes(word));

  return (
    <section id="filter" className="filter" aria-labelledby="filter-heading" ref={panel}>
      <header>
        <h2 id="filter-heading" tabIndex={-1}>
          Filter
        </h2>
        <span className="quiet">
          {props.shown.toLocaleString("en")} of {plural(props.of, "fact")}
        </span>
        {isFiltering(filter) && (
          <button type="button" className="button bare" onClick={props.onClear}>
            Clear all
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label="Close the filter"
          onClick={() => onClose(true)}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="filter-body">
        <div className="facets">
          <div>
            <Words
              text={filter.text}
              onChange={(text) =>
                onChange({ ...filter, text }, filter.text === "" ? "push" : "replace")
              }
            />
            {facetOf("Country takes part", "with", placesOf("with", "COUNTRY"))}
            {facetOf("Forum", "forum", placesOf("forum", "FORUM"))}
          </div>
          <div>{listOf("Kind", "kind", KINDS)}</div>
          <div>
            {listOf("Events are", "status", EVENT_STATUSES)}
            {listOf("Agreements are", "status", AGREEMENT_STATUSES)}
          </div>
          <div>{facetOf("Topic", "topic", [...props.topics])}</div>
          <div>
            {listOf("Level", "level", LEVELS)}
            {listOf("Doubt", "disputed", sideOf("disputed", DISPUTED))}
            {listOf("Plans", "fixed", sideOf("fixed", FIXED))}
          </div>
        </div>
        <LaneChoice lanes={lanes} onLanes={props.onLanes} onUsual={props.onUsual} />
      </div>
      <button type="button" className="button primary filter-show" onClick={() => onClose(true)}>
        Show {plural(props.shown, "fact")}
      </button>
    </section>
  );
}

/** Takes the focus when the panel opens; Escape gives it back, a press elsewhere lets the panel go. */
function useAway(panel: { current: HTMLElement | null }, onClose: (back: boolean) => void) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>("h2")?.focus();
    const isOurs = (target: EventTarget | null) =>
      target instanceof Element &&
      (panel.current?.contains(target) ||
        target.closest("#filter-button, .chips, .toast") !== null);
    const press = (event: PointerEvent) => {
      if (!isOurs(event.target)) close.current(false);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !isOurs(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      close.current(true);
    };
    addEventListener("pointerdown", press);
    addEventListener("keydown", key, true);
    return () => {
      removeEventListener("pointerdown", press);
      removeEventListener("keydown", key, true);
    };
  }, [panel]);
}
