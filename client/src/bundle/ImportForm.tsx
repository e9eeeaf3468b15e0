import { type KeyboardEvent, useEffect, useRef } from "react";
import { Field } from "../desk/Field.tsx";
import { SourceField } from "../desk/SourceField.tsx";
import { plural } from "../when/words.ts";
import { usualNote } from "./draft.ts";
import { Running } from "./Running.tsx";
import { TextField } from "./TextField.tsx";
import { Troubled } from "./Troubled.tsx";
import type { Importing } from "./useImport.ts";

/** What is to be imported, and what all of it has alike. Ctrl+Enter tries it out. */
export function ImportForm({ work }: { work: Importing }) {
  const { values, change, problems, today, running, trouble, tried } = work;
  const form = useRef<HTMLFormElement>(null);
  const wants = useRef(false);
  useEffect(() => {
    if (!wants.current || running) return;
    wants.current = false;
    form.current
      ?.querySelector<HTMLElement>(':is([aria-invalid="true"], [data-invalid="true"])')
      ?.focus();
  });
  // What was stopped or went wrong is tried again from there.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (trouble && !trouble.isImport) button.current?.focus();
  }, [trouble]);
  const submit = () => {
    wants.current = true;
    void work.tryOut();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="desk-form"
      noValidate
      ref={form}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="desk-fields" inert={running !== null}>
        <TextField work={work} />
        <SourceField
          value={values.source}
          onChange={(source) => change({ source })}
          today={today}
          problems={problems}
        />
        <p className="desk-hint import-of-source">
          What rows rest on that name no source of their own.
        </p>
        <Field name="note" label="Note" aside="shown in the history" problems={problems}>
          {(attributes) => (
            <textarea
              {...attributes}
              className="field"
              rows={2}
              placeholder={usualNote(values)}
              value={values.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
      </div>
      {running === "trying" && <Running work={work} />}
      {trouble && !trouble.isImport && <Troubled trouble={trouble} />}
      <div className="desk-ways import-foot">
        <button
          type="submit"
          className={tried ? "button" : "button primary"}
          ref={button}
          aria-busy={running === "trying"}
        >
          {running === "trying" ? "Trying it out…" : tried ? "Try it out again" : "Try it out"}
        </button>
        {!running && !tried && (
          <button type="button" className="button bare" onClick={work.clear}>
            Clear
          </button>
        )}
        <span className="desk-count quiet" role="status">
          {problems.length > 0 && plural(problems.length, "problem")}
        </span>
      </div>
    </form>
  );
}
