import { useEffect, useState } from "react";
import { LaneChoice } from "./LaneChoice.tsx";
import type { Chosen, NamedLane } from "./lanes.ts";
import { type Filter, isFiltering } from "./narrow.ts";
import { AGREEMENT_STATUSES, type Choice, EVENT_STATUSES, KINDS, LEVELS } from "./words.ts";
import "./filter.css";

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
  lanes: readonly NamedLane[];
  onLanes: (lanes: Chosen) => void;
  onUsual: (() => void) | undefined;
}

/** What to show: every choice acts at once and stands in the address. */
export default function FilterPanel({ filter, onChange, lanes, onLanes, onUsual }: Props) {
  const turn = (of: "status" | "kind" | "level") => (word: string) => {
    const list = filter[of];
    const next = list.includes(word) ? list.filter((one) => one !== word) : [...list, word];
    onChange({ ...filter, [of]: next });
  };
  return (
    <section id="filter" className="filter" aria-label="Filter">
      <LaneChoice lanes={lanes} onLanes={onLanes} onUsual={onUsual} />
      <Words text={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <Choices name="Events" choices={KINDS} chosen={filter.kind} onTurn={turn("kind")} />
      <Choices name="Level" choices={LEVELS} chosen={filter.level} onTurn={turn("level")} />
      <Choices
        name="Events are"
        choices={EVENT_STATUSES}
        chosen={filter.status}
        onTurn={turn("status")}
      />
      <Choices
        name="Agreements are"
        choices={AGREEMENT_STATUSES}
        chosen={filter.status}
        onTurn={turn("status")}
      />
      {isFiltering(filter) && (
        <button
          type="button"
          className="button"
          onClick={() => onChange({ status: [], kind: [], level: [], text: "" })}
        >
          Clear filters
        </button>
      )}
    </section>
  );
}

interface ChoicesProps {
  name: string;
  choices: Choice<unknown>[];
  chosen: string[];
  onTurn: (word: string) => void;
}

function Choices({ name, choices, chosen, onTurn }: ChoicesProps) {
  return (
    <fieldset className="choices-row">
      <legend>{name}</legend>
      {choices.map(({ word, label }) => (
        <label key={word} className="choice">
          <input type="checkbox" checked={chosen.includes(word)} onChange={() => onTurn(word)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Words in a title; typing rests a moment before the address follows. */
function Words({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing may start the clock, not a new handler
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className="words">
      Words in the title
      <input
        className="field"
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
