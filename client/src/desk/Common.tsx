import { useState } from "react";
import type { Day } from "../when/day.ts";
import { shortDay } from "../when/words.ts";
import { Field } from "./Field.tsx";
import type { Problem } from "./outcome.ts";
import { SourceField } from "./SourceField.tsx";
import { knownFrom, type Said } from "./said.ts";

interface Props {
  values: Omit<Said, "date">;
  change: (patch: Partial<Omit<Said, "date">>) => void;
  /** The first day of what is told; null where it has none, or lies ahead. */
  happened: Day | null;
  today: Day;
  problems: readonly Problem[];
  /** What the history says where no note is written. */
  usual: string;
  /** Whether somebody says it. A correction only rests on a source. */
  claimed?: boolean;
  /** What more the source's label says. */
  sourceAside?: string;
}

/** What every claim ends with: its source, who says so, from when it was known, and a note. */
export function Common({
  values,
  change,
  happened,
  today,
  problems,
  usual,
  claimed = true,
  sourceAside,
}: Props) {
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
        aside={sourceAside}
      />
      {more ? (
        <div className={claimed ? "desk-pair" : ""}>
          {claimed && (
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
          )}
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
              {claimed ? "Another day, or said by another" : "Another day"}
            </button>
          </p>
        )
      )}
      <NoteField {...{ values, change, problems, usual }} />
    </>
  );
}

/** The sentence of the history. */
export function NoteField({
  values,
  change,
  problems,
  usual,
}: Pick<Props, "problems" | "usual"> & {
  values: { note: string };
  change: (patch: { note: string }) => void;
}) {
  return (
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
  );
}
