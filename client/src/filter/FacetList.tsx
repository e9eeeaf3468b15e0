import type { ReactNode } from "react";

/** One choice of a facet, with how many facts it would show. */
export interface Option {
  word: string;
  label: string;
  count: number;
  /** What stands before the label. */
  mark?: ReactNode;
}

interface Props {
  name: string;
  options: Option[];
  chosen: readonly string[];
  onTurn: (word: string) => void;
}

/** The choices of one facet, each with its count. What would show nothing is there, but cannot be chosen. */
export function FacetList({ name, options, chosen, onTurn }: Props) {
  return (
    <fieldset className="facet">
      <legend>{name}</legend>
      {options.map(({ word, label, count, mark }) => {
        const checked = chosen.includes(word);
        return (
          <label key={word} className="choice">
            <input
              type="checkbox"
              checked={checked}
              disabled={count === 0 && !checked}
              onChange={() => onTurn(word)}
            />
            {mark}
            <span className="choice-name">{label}</span>
            <span className="choice-count">
              {count.toLocaleString("en")}
              <span className="hidden-text"> facts</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
