import type { Agreement } from "./statusForm.ts";
import { undoChanges } from "./undo.ts";

/** The way out where the record itself is wrong: undo the last version, where that recorded something. */
export function WayOut({ agreement }: { agreement: Agreement }) {
  const last = agreement.changes.nodes.find((change) => change.report !== null);
  if (!last || last.version !== agreement.version) return null;
  return (
    <>
      If the record is wrong,{" "}
      <button type="button" className="desk-link" onClick={() => void undoChanges([last.id])}>
        undo version {last.version}
      </button>{" "}
      instead.
    </>
  );
}
