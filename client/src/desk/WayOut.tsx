import { undoChanges } from "./undo.ts";

/** The way out where the record itself is wrong: undo the last version, where that recorded something. */
export function WayOut({
  changes,
  version,
}: {
  /** The last ones of what the form is about, in any order. */
  changes: readonly { id: string; version: number | null; report: object | null }[];
  version: number;
}) {
  const last = changes.find((change) => change.version === version);
  if (!last?.report) return null;
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
