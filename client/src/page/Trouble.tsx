import { useEffect } from "react";
import { type Failure, failureWords } from "./failure.ts";
import { Icon } from "./Icon.tsx";
import "./states.css";

interface Props {
  /** What did not load, such as `The agreements`. */
  what: string;
  failure: Failure;
  /** What still stands, such as `Meetings are up to date.` */
  safe?: string;
  again: () => void;
}

/** Says what did not load and what is safe, with the way to try again, which a network that is back takes by itself, and the request's number. */
export function Trouble({ what, failure, safe, again }: Props) {
  useEffect(() => {
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [again]);
  return (
    <div className="strip danger" role="alert">
      <Icon name="warning" />
      <p>
        <strong>{what} didn’t load.</strong> {safe}{" "}
        <span className="quiet">{failureWords(failure)}</span>
      </p>
      <button type="button" className="strip-action" onClick={again}>
        Try again
      </button>
    </div>
  );
}
