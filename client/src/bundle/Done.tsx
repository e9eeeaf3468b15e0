import { useEffect, useRef } from "react";
import { undoChanges } from "../desk/undo.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { type Answer, doneWords } from "./answer.ts";
import { GoodRows } from "./Rows.tsx";

/** What was done, with the way back and the way to its place in the history. */
export function Done({ answer, onAgain }: { answer: Answer; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { change, rows, replayed } = answer;
  const moved = rows.filter(({ outcome }) => outcome === "NEW" || outcome === "CHANGED");
  return (
    <section className="import-done" aria-labelledby="import-done">
      <h2 id="import-done" className="t-section" tabIndex={-1} ref={heading}>
        {doneWords(answer)}
      </h2>
      {replayed && <p>It had been imported by the first try; it was not done twice.</p>}
      {change && <p>One change, number {change.revision} of the record.</p>}
      <p className="page-ways">
        {change && (
          <>
            <button type="button" className="button" onClick={() => void undoChanges([change.id])}>
              <Icon name="undo" /> Undo all of it
            </button>
            <Link className="button" to={`/history?before=${change.revision + 1}`} exact>
              Its history
            </Link>
          </>
        )}
        <button type="button" className="button" onClick={onAgain}>
          Import another file
        </button>
      </p>
      {moved.length > 0 && <GoodRows rows={moved} isDone />}
    </section>
  );
}
