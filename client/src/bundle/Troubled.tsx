import { SignedOut } from "../desk/SignedOut.tsx";
import { failureWords } from "../page/failure.ts";
import { Icon } from "../page/Icon.tsx";
import type { Trouble } from "./useImport.ts";

/** What went wrong with sending, what is safe, and what to do. */
export function Troubled({ trouble: { of, failure, isImport } }: { trouble: Trouble }) {
  return (
    <p className={`desk-note ${of === "refused" ? "danger" : "warn"}`} role="alert">
      <Icon name={of === "unsent" ? "offline" : "warning"} />
      <span>
        {of === "signedOut" ? (
          <SignedOut then="press again" />
        ) : of === "stopped" ? (
          <>
            <strong>Stopped.</strong>{" "}
            {isImport
              ? "What was not finished is not written. Press again to be sure: it is carried out once."
              : "Nothing was written."}
          </>
        ) : of === "unsent" ? (
          <>
            <strong>No answer came.</strong> Your file is still here.{" "}
            {isImport
              ? "Whether it was imported by then is not known: when the connection is back, press again. It is carried out once."
              : "Nothing was written. When the connection is back, press again."}{" "}
            {failure && <span className="quiet">{failureWords(failure)}</span>}
          </>
        ) : (
          <>
            <strong>Nothing was written.</strong> {failure?.message}
          </>
        )}
      </span>
    </p>
  );
}
