import { useState } from "react";
import type { Day } from "../when/day.ts";
import { shortDay } from "../when/words.ts";
import { Field } from "./Field.tsx";
import type { Problem } from "./outcome.ts";
import { SourceField } from "./SourceField.tsx";
import { knownFrom, type Said } from "./said.ts";

interface Props {
  values: Said;
  change: (patch: Partial<Said>) => void;
  /** The first day of what is told; null where it has none, or lies ahead. */
  happened: Day | null;
  today: Day;
  problems: readonly Problem[];
  /** What the history says where no note is written. */
  usual: string;
}

/** What every claim ends with: its source, who says so, from when it was known, and a note. */
export function Common({ values, change, happened, today, problems, usual }: Props) {
  const [isOpen, setOpen] = useState(values.claimant !== "" || values.knownOn !== "");
  const known = knownFrom(values, happened, today);
  const why = { given: "", source: ", the day its source came out", today: ", today" }[known.why];
  const more = isOpen || problems.some(({ field }) => field === "knownOn" || field === "claimant");
  return (
    <>
      <SourceField
        value={values.source}
        onChange={(source) => change({ source })}
        today={today}
        problems={problems}
      />
      {more ? (
        <div className="desk-pair">
          <Field name="claimant" label="Said by" aside="if not the publisher" problems={problems}>
            {(attributes) => (
              <input
                {...attributes}
                className="field"
                type="text"
                autoComplete="off"
                placeholder="Ambassador, spokesman"
                value={values.claimant}
                onChange={(event) => change({ claimant: event.target.value })}
              />
            )}
          </Field>
          <Field
            name="knownOn"
            label="Known from"
            problems={problems}
            hint={values.knownOn === "" ? `${shortDay(known.day)}${why}` : ""}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="field"
                type="text"
                autoComplete="off"
                placeholder={shortDay(known.day)}
                value={values.knownOn}
                onChange={(event) => change({ knownOn: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : (
        values.source.of !== "none" && (
          <p className="desk-known quiet">
            Known from {shortDay(known.day)}
            {why}.{" "}
            <button type="button" className="undo-link" onClick={() => setOpen(true)}>
              Another day, or said by another
            </button>
          </p>
        )
      )}
      <Field name="note" label="Note" aside="shown in the history" problems={problems}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="field"
            rows={2}
            placeholder={usual || "What changed, in one sentence"}
            value={values.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
