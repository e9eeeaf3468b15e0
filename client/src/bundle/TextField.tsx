import { type DragEvent, useId, useRef, useState } from "react";
import { problemOf } from "../desk/Field.tsx";
import { kindIn } from "./draft.ts";
import { glance, type Kind, sizeOf, sizeWords, textOf } from "./file.ts";
import type { Importing } from "./useImport.ts";

/** Most characters of a file that is shown to be edited here. */
const MOST_EDITED = 200_000;

/** The file: chosen, dropped or pasted, and what it is taken for. It stays on this machine until it is tried out. */
export function TextField({ work }: { work: Importing }) {
  const { values, change, problems, isTooLarge } = work;
  const { name, text } = values;
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [unread, setUnread] = useState<string | null>(null);
  const problem = unread ?? problemOf(problems, "text");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = textOf(new Uint8Array(await file.arrayBuffer()));
    setUnread("problem" in read ? read.problem : null);
    if ("text" in read) change({ name: file.name, text: read.text, kind: null });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const described = `${problem ? `${id}-problem ` : ""}${id}-hint`;
  return (
    <fieldset
      className="desk-field import-text"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend className="desk-label">File</legend>
      <input
        ref={chooser}
        className="hidden-text"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file, mended meanwhile, can be chosen again.
          event.target.value = "";
        }}
      />
      {name === null ? (
        <>
          <p className="import-choose">
            <button type="button" className="button" onClick={() => chooser.current?.click()}>
              Choose a file…
            </button>{" "}
            <span className="quiet">or drop it here, or paste its rows:</span>
          </p>
          <textarea
            aria-invalid={problem !== null}
            aria-describedby={described}
            className="field import-paste"
            aria-label="Rows to import"
            rows={text === "" ? 4 : 9}
            spellCheck={false}
            wrap="off"
            placeholder="event,title,kind,level,status,when,participants,publisher"
            value={text}
            onChange={(event) => {
              setUnread(null);
              change({ text: event.target.value });
            }}
          />
        </>
      ) : (
        <div className="desk-chosen">
          <p>
            <strong>{name}</strong> <span className="quiet">{sizeWords(sizeOf(text))}</span>
          </p>
          <span className="import-ways">
            {text.length <= MOST_EDITED && (
              <button
                type="button"
                className="button bare"
                onClick={() => change({ name: null, kind: kindIn(values) })}
              >
                Edit here
              </button>
            )}
            <button
              type="button"
              className="button bare"
              onClick={() => chooser.current?.click()}
              aria-describedby={described}
              data-invalid={problem !== null}
            >
              Change
            </button>
          </span>
        </div>
      )}
      {problem && (
        <p id={`${id}-problem`} className="desk-problem" role={unread ? "alert" : undefined}>
          {problem}
        </p>
      )}
      <p id={`${id}-hint`} className="desk-hint">
        It stays on this machine until you try it out.
        {isTooLarge &&
          " It is too large to be kept with this browser: if you close this page, choose it again."}
      </p>
      {text !== "" && <KindChoice work={work} />}
    </fieldset>
  );
}

/** What the text was taken for, which may be corrected. */
function KindChoice({ work: { values, change } }: { work: Importing }) {
  const id = useId();
  const kind = kindIn(values);
  return (
    <p className="import-kind">
      <label htmlFor={id}>Read as</label>{" "}
      <select
        id={id}
        className="field"
        value={kind}
        onChange={(event) => change({ kind: event.target.value as Kind })}
      >
        <option value="CSV">CSV</option>
        <option value="JSON">JSON bundle</option>
      </select>{" "}
      <span className="quiet">{glance(kind, values.text).words}</span>
    </p>
  );
}
