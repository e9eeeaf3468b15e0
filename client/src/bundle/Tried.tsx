import { useEffect, useRef } from "react";
import { save } from "../export/save.ts";
import { type Answer, goodIn, triedWords } from "./answer.ts";
import { importWords, kindIn } from "./draft.ts";
import { badOf, nameOfBad } from "./file.ts";
import { BadRows, GoodRows } from "./Rows.tsx";
import { Running } from "./Running.tsx";
import { Troubled } from "./Troubled.tsx";
import type { Importing } from "./useImport.ts";

/** What importing would do: in a sentence, row by row, and what is wrong; and the ways on from there. */
export function Tried({ work, answer }: { work: Importing; answer: Answer }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whenever it was tried out anew.
  useEffect(() => {
    if (!answer) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [answer]);
  const { values, running, trouble } = work;
  // What was stopped or went wrong is sent again from there.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (trouble?.isImport) button.current?.focus();
  }, [trouble]);
  const kind = kindIn(values);
  const good = goodIn(answer);
  const bad = answer.rows.filter(({ outcome }) => outcome === "BAD");
  const moving = answer.rows.filter(({ outcome }) => outcome === "NEW" || outcome === "CHANGED");
  const keepBad = () => {
    const type = kind === "CSV" ? "text/csv" : "application/json";
    const text = badOf(kind, values.text, answer.rows);
    save(nameOfBad(values.name, kind), new Blob([text], { type }));
  };
  return (
    <section className="import-tried" aria-labelledby="import-tried">
      <h2 id="import-tried" className="t-section" tabIndex={-1} ref={heading}>
        What it would do
      </h2>
      <p className="strong">{triedWords(answer)}</p>
      {bad.length > 0 && (
        <section aria-label="Refused rows">
          <h3 className="t-ui strong">Refused</h3>
          <BadRows rows={bad} />
          <p className="page-ways">
            <button type="button" className="button" onClick={keepBad}>
              Save {bad.length === 1 ? "this row" : "these rows"} to mend
            </button>
          </p>
          <p className="desk-hint">
            A file of the refused rows alone, with what is wrong with each. Mend it and import it:
            the column <code>problem</code> may stay.
          </p>
        </section>
      )}
      {moving.length > 0 && (
        <section aria-label="Changes">
          <h3 className="t-ui strong">Changes</h3>
          <GoodRows rows={moving} isDone={false} />
        </section>
      )}
      <div className="desk-foot import-decide">
        {running === "importing" && <Running work={work} />}
        {trouble?.isImport && <Troubled trouble={trouble} />}
        <div className="desk-ways">
          {good > 0 && (
            <button
              type="button"
              className="button primary"
              aria-busy={running === "importing"}
              ref={button}
              onClick={() => void work.importIt()}
            >
              {running === "importing" ? "Importing…" : importWords(answer)}
            </button>
          )}
          {!running && (
            <button type="button" className="button bare" onClick={work.clear}>
              Import nothing
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
