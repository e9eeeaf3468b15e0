import { useId } from "react";
import type { Day } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { type Precision, readDate } from "../when/written.ts";
import { Field } from "./Field.tsx";
import type { Problem } from "./outcome.ts";
import { type DateValue, edtfOf, withText } from "./said.ts";

const NAMES: Record<Precision, string> = {
  DAY: "Exact day",
  MONTH: "Month",
  YEAR: "Year",
  RANGE: "Range",
  ABOUT: "About",
  NONE: "Not known",
};

interface Props {
  label: string;
  aside?: string | undefined;
  /** Its name among problems. */
  name?: string;
  value: DateValue;
  onChange: (value: DateValue) => void;
  today: Day;
  problems: readonly Problem[];
  /** What a date that is not known comes to, in words. */
  unknown: string;
}

/** A date as one writes it, with how exact it is, and what it was understood as. */
export function DateField({
  label,
  aside,
  name = "date",
  value,
  onChange,
  today,
  problems,
  unknown,
}: Props) {
  const id = useId();
  const read = readDate(value.text, today);
  const precision = value.precision ?? read?.precision ?? "DAY";
  const said = edtfOf(value, today);
  const hint =
    precision === "NONE"
      ? unknown
      : "edtf" in said && said.edtf !== null
        ? capital(edtfWords(said.edtf))
        : value.text.trim() !== "" && "problem" in said
          ? said.problem
          : "";
  return (
    <Field
      name={name}
      label={label}
      aside={aside}
      problems={problems}
      hint={problems.some(({ field, message }) => field === name && message === hint) ? "" : hint}
    >
      {(attributes) => (
        <div className="desk-date">
          <input
            {...attributes}
            className="field"
            type="text"
            autoComplete="off"
            placeholder="20 Oct 2025"
            disabled={precision === "NONE"}
            value={precision === "NONE" ? "" : value.text}
            onChange={(event) => onChange(withText(value, event.target.value, today))}
          />
          <label htmlFor={id} className="hidden-text">
            How exact the date is
          </label>
          <select
            id={id}
            className="field"
            value={precision}
            onChange={(event) => onChange({ ...value, precision: event.target.value as Precision })}
          >
            {Object.entries(NAMES).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
