import { openDesk } from "../page/desk.ts";
import { undoChanges } from "./undo.ts";

interface Props {
  /** The last ones of what the form is about, in any order. */
  changes: readonly { id: string; version: number | null; report: object | null }[];
  version: number;
  /** The report that it follows, where no change of ours recorded it; null where nothing can be taken back from here. */
  shown?: { of: "agreement"; slug: string; report: string } | null;
}

/** The way out where the record itself is wrong: undo the last version, or take back the report that it stands on. */
export function WayOut({ changes, version, shown = null }: Props) {
  const last = changes.find((change) => change.version === version);
  if (last?.report)
    return (
      <>
        If the record is wrong,{" "}
        <button type="button" className="desk-link" onClick={() => void undoChanges([last.id])}>
          undo version {version}
        </button>{" "}
        instead.
      </>
    );
  if (!shown) return null;
  return (
    <>
      If the record is wrong,{" "}
      <button
        type="button"
        className="desk-link"
        onClick={() => openDesk({ form: "back", ...shown })}
      >
        take back the report
      </button>{" "}
      that says so instead.
    </>
  );
}
