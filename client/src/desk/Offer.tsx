import { useEffect, useRef } from "react";
import { clockWords, savedWords } from "../page/online.ts";
import type { Draft } from "./draft.ts";

interface Props {
  draft: Draft;
  onGoOn: () => void;
  onThrowAway: () => void;
}

/** A draft from before: whether to go on with it. Nothing else is asked until that is decided. */
export function Offer({ draft, onGoOn, onThrowAway }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="desk-offer">
      <p>
        <strong>
          You began this on {savedWords(draft.at).replace(/^Saved (.*), .*/, "$1")},{" "}
          {clockWords(draft.at)}.
        </strong>{" "}
        {draft.waiting ? "It was not sent: there was no connection." : "It is not saved."}
      </p>
      <div className="desk-ways">
        <button type="button" className="button primary" ref={first} onClick={onGoOn}>
          Go on
        </button>
        <button type="button" className="button" onClick={onThrowAway}>
          Throw away
        </button>
      </div>
    </div>
  );
}
