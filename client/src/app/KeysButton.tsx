import { lazy, Suspense, useCallback, useState } from "react";
import { useKey } from "../page/keys.ts";

const KeysDialog = lazy(() => import("./KeysDialog.tsx"));

/** Opens the list of all keys, as `?` does while single keys act. */
export function KeysButton() {
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  useKey("?", show);
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Keys"
        title="Keys (?)"
        aria-haspopup="dialog"
        onClick={show}
      >
        <span aria-hidden="true">?</span>
      </button>
      {open && (
        <Suspense>
          <KeysDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
