import type { Day } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { readDate } from "../when/written.ts";
import { Field } from "./Field.tsx";
import { languagesWith } from "./languages.ts";
import type { Problem } from "./outcome.ts";
import type { SourceValue } from "./said.ts";

type New = Extract<SourceValue, { of: "new" }>;

interface Props {
  value: New;
  onChange: (value: SourceValue) => void;
  today: Day;
  problems: readonly Problem[];
}

/** A source that is not recorded yet. What its link told stands in the fields, to be put right. */
export function NewSource({ value, onChange, today, problems }: Props) {
  const set = (patch: Partial<New>) => onChange({ ...value, ...patch });
  const text = (name: keyof New & string, label: string, placeholder = "", hint = "") => (
    <Field name={`source.${name}`} label={label} problems={problems} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          className="field"
          type={name === "url" ? "url" : "text"}
          autoComplete="off"
          placeholder={placeholder}
          value={value[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const published = readDate(value.publishedOn, today);
  return (
    <fieldset className="desk-source">
      <legend className="desk-label">
        Source <span className="quiet">new to the record</span>
      </legend>
      {text("publisher", "Publisher")}
      {text("title", "Headline", "As the page has it")}
      <div className="desk-pair">
        {text(
          "publishedOn",
          "Published on",
          "20 Oct 2025",
          published && edtfWords(published.edtf, "short") !== value.publishedOn
            ? edtfWords(published.edtf)
            : "",
        )}
        <Field name="source.language" label="Language" problems={problems}>
          {(attributes) => (
            <select
              {...attributes}
              className="field"
              value={value.language}
              onChange={(event) => set({ language: event.target.value })}
            >
              <option value="">Not said</option>
              {languagesWith(value.language).map(([tag, name]) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {text("url", "Link", "https://")}
      <button
        type="button"
        className="button bare desk-other"
        onClick={() => onChange({ of: "none", text: "" })}
      >
        Use another source
      </button>
    </fieldset>
  );
}
