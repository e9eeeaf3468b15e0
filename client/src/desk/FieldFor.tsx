import type { Day } from "../when/day.ts";
import { DateField } from "./DateField.tsx";
import { EntryFields } from "./EntryFields.tsx";
import { Field } from "./Field.tsx";
import { type FieldOf, nameAmongProblems, type Row, type Value, type Values } from "./field.ts";
import { Choice, Remove } from "./NewFields.tsx";
import type { Found, Named } from "./newEvent.ts";
import type { Problem } from "./outcome.ts";
import { Picker } from "./Picker.tsx";
import { ReferenceRows } from "./ReferenceRows.tsx";
import type { DateValue } from "./said.ts";

export interface FieldProps {
  field: FieldOf;
  value: Value;
  onChange: (value: Value) => void;
  today: Day;
  problems: readonly Problem[];
}

/** One field of a thing, as its description says. */
export function FieldFor({ field, value, onChange, today, problems }: FieldProps) {
  const { kind, label, aside, options = [], placeholder = "" } = field;
  const name = nameAmongProblems(field.name);
  const own = { name, label, aside, problems };
  if (kind === "date")
    return (
      <DateField
        {...own}
        value={value as DateValue}
        onChange={onChange}
        today={today}
        unknown="No date is given."
      />
    );
  if (kind === "choice")
    return <Choice {...own} value={value as string} options={options} onChange={onChange} />;
  if (kind === "flag")
    return (
      <label className="desk-field desk-choice">
        <input
          type="checkbox"
          data-field={name}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
    );
  if (kind === "one")
    return <OneField {...{ field, onChange, problems }} value={value as Named | null} />;
  if (kind === "many")
    return <ReferenceRows {...{ field, onChange, problems }} value={value as Row[]} />;
  if (kind === "list")
    return (
      <EntryFields
        {...{ field, onChange, problems }}
        value={value as Values[]}
        draw={(each, held, set) => (
          <FieldFor field={each} value={held} onChange={set} today={today} problems={[]} />
        )}
      />
    );
  return (
    <Field {...own}>
      {(attributes) =>
        kind === "long" || kind === "lines" ? (
          <textarea
            {...attributes}
            className="field"
            dir="auto"
            rows={kind === "lines" ? Math.min(6, 1 + (value as string).split("\n").length) : 3}
            value={value as string}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...attributes}
            className="field"
            type="text"
            dir="auto"
            inputMode={kind === "number" ? "decimal" : undefined}
            autoComplete="off"
            placeholder={placeholder}
            value={value as string}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

/** What a field refers to, by its name; taken away, another is looked up. */
function OneField({
  field,
  value,
  onChange,
  problems,
}: Pick<FieldProps, "field" | "onChange" | "problems"> & { value: Named | null }) {
  const { name, label, aside, finds = [], placeholder = "" } = field;
  if (value === null)
    return (
      <Picker
        {...{ name, label, placeholder, problems }}
        {...(aside !== undefined && { aside })}
        kinds={finds}
        lacking={lackingOf(finds)}
        onPick={onChange}
      />
    );
  return (
    <fieldset className="desk-field">
      <legend className="desk-label">
        {label} {aside && <span className="quiet">{aside}</span>}
      </legend>
      <div className="desk-chosen">
        <p>
          {value.name} <span className="quiet">{value.aside}</span>
        </p>
        <Remove name={value.name} onClick={() => onChange(null)} />
      </div>
    </fieldset>
  );
}

/** Where what is not found is recorded first: what is made elsewhere than on the page of a thing. */
function lackingOf(finds: readonly Found[]): string | null {
  const [kind] = finds;
  return finds.length === 1 && (kind === "PLACE" || kind === "OFFICE") ? kind.toLowerCase() : null;
}
