import type { Column, FieldOf, Row, Value } from "./field.ts";
import { Remove } from "./NewFields.tsx";
import type { Problem } from "./outcome.ts";
import { Picker } from "./Picker.tsx";

interface Props {
  field: FieldOf;
  value: Row[];
  onChange: (value: Value) => void;
  problems: readonly Problem[];
}

/** What a field names, one after the other, each with what is said of it. */
export function ReferenceRows({ field, value, onChange, problems }: Props) {
  const { name, label, aside, finds = [], columns = [], placeholder = "" } = field;
  const set = (at: number, column: string, said: string | boolean) =>
    onChange(
      value.map((row, index) =>
        index === at ? { ...row, said: { ...row.said, [column]: said } } : row,
      ),
    );
  const usual = Object.fromEntries(columns.map((column) => [column.name, column.usual]));
  return (
    <>
      <Picker
        {...{ name, label, placeholder, problems }}
        {...(aside !== undefined && { aside })}
        kinds={finds}
        onPick={(found) =>
          value.some(
            ({ of, key }) => of === found.of && key === found.key && columns.length === 0,
          ) || onChange([...value, { ...found, said: usual }])
        }
      />
      {value.length > 0 && (
        <ul className="desk-rows" aria-label={label}>
          {value.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one may be named twice, in two roles
            <li key={`${row.of}${row.key}${at}`} data-columns={columns.length}>
              <span>
                {row.name} <span className="quiet">{row.aside}</span>
              </span>
              {columns.map((column) => (
                <Said
                  key={column.name}
                  column={column}
                  of={row.name}
                  value={row.said[column.name] ?? column.usual}
                  onChange={(said) => set(at, column.name, said)}
                />
              ))}
              <Remove
                name={row.name}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Said({
  column: { label, options, usual },
  of,
  value,
  onChange,
}: {
  column: Column;
  of: string;
  value: string | boolean;
  onChange: (value: string | boolean) => void;
}) {
  const name = `${label} of ${of}`;
  if (typeof usual === "boolean")
    return (
      <label className="desk-choice">
        <input
          type="checkbox"
          aria-label={`${label}, ${of}`}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
    );
  if (options)
    return (
      <select
        className="field"
        aria-label={name}
        value={value as string}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    );
  return (
    <input
      className="field"
      type="text"
      aria-label={name}
      placeholder={label}
      value={value as string}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
