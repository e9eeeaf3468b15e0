import { Fragment, type ReactNode } from "react";
import { problemOf } from "./Field.tsx";
import { blankOf, capital, type FieldOf, type Value, type Values } from "./field.ts";
import type { Problem } from "./outcome.ts";

interface Props {
  field: FieldOf;
  value: Values[];
  onChange: (value: Value) => void;
  problems: readonly Problem[];
  /** Draws a field of an entry. */
  draw: (field: FieldOf, value: Value, onChange: (value: Value) => void) => ReactNode;
}

/** A list of entries with fields of their own, such as the steps of a story: in order, each to be moved or taken away. */
export function EntryFields({ field, value, onChange, problems, draw }: Props) {
  const { name, label, one = "entry", among = [] } = field;
  const problem = problemOf(problems, name);
  const moved = (at: number, by: number) => {
    const rest = value.filter((_, index) => index !== at);
    const entry = value[at];
    return entry ? rest.toSpliced(at + by, 0, entry) : rest;
  };
  return (
    <fieldset className="desk-field desk-entries">
      <legend className="desk-label">{label}</legend>
      {value.map((entry, at) => (
        <details
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own
          key={at}
          className="desk-source"
          open={entry.title === "" || undefined}
        >
          <summary>
            {capital(one)} {at + 1}: {String(entry.title ?? "")}
          </summary>
          {among.map((each) => (
            <Fragment key={each.name}>
              {draw(each, entry[each.name] ?? blankOf([each])[each.name] ?? null, (next) =>
                onChange(value.with(at, { ...entry, [each.name]: next })),
              )}
            </Fragment>
          ))}
          <div className="desk-ways">
            <button
              type="button"
              className="button"
              disabled={at === 0}
              onClick={() => onChange(moved(at, -1))}
            >
              Move up
            </button>
            <button
              type="button"
              className="button"
              disabled={at === value.length - 1}
              onClick={() => onChange(moved(at, 1))}
            >
              Move down
            </button>
            <button
              type="button"
              className="button bare"
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              Take away
            </button>
          </div>
        </details>
      ))}
      <button
        type="button"
        className="button"
        data-field={name}
        aria-invalid={problem !== null || undefined}
        onClick={() => onChange([...value, blankOf(among)])}
      >
        Add a {one}
      </button>
      {problem && <p className="desk-problem">{problem}</p>}
    </fieldset>
  );
}
