import { useEffect, useState } from "react";
import type { DeskChangeQuery } from "../app/operations.gen.ts";
import question from "../desk/change.graphql?raw";
import { UNDO_MS, undoChanges } from "../desk/undo.ts";
import { tell } from "../page/ask.ts";
import { Icon } from "../page/Icon.tsx";
import { Link } from "../page/Link.tsx";
import { clockWords } from "../page/online.ts";
import { onSaved } from "../page/renew.ts";
import { readMade } from "./lately.ts";

/** What was imported from this tab a few minutes ago, with the way back: after a reload, or on coming back to the page. While it stands. */
export function Lately() {
  const [made] = useState(() => readMade(UNDO_MS));
  const stands = useStands(made?.id);
  if (!made || !stands) return null;
  return (
    <section className="import-lately" aria-label="Imported lately">
      <p>
        <strong>{made.words}</strong>{" "}
        <span className="quiet">
          At {clockWords(made.at)}, number {made.revision} of the record.
        </span>
      </p>
      <p className="page-ways">
        <button type="button" className="button" onClick={() => void undoChanges([made.id])}>
          <Icon name="undo" /> Undo all of it
        </button>
        <Link className="button" to={`/history?before=${made.revision + 1}`} exact>
          Its history
        </Link>
      </p>
    </section>
  );
}

/** Whether a change still stands, as far as is known: asked anew when something is saved or undone from this page. */
function useStands(id: string | undefined): boolean {
  const [stands, setStands] = useState(false);
  useEffect(() => {
    if (id === undefined) return;
    const stop = new AbortController();
    const look = () =>
      void tell<DeskChangeQuery, { id: string }>(question, { id }, stop.signal).then(
        ({ node }) => setStands(node?.__typename === "Change" && node.undoneBy === null),
        // Not known: what is shown stays.
        () => {},
      );
    look();
    const deaf = onSaved(look);
    return () => {
      deaf();
      stop.abort();
    };
  }, [id]);
  return stands;
}
