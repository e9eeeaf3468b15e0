import { useEffect, useState } from "react";
import type { Outcome, Problem } from "./outcome.ts";
import { send } from "./send.ts";

type Saved = Extract<Outcome, { of: "saved" }>["payload"];

/** A mutation and its input, with the version that it begins from. */
export interface Saying {
  action: string;
  input: Record<string, unknown>;
}

interface Tried {
  /** What a save would come to; null while that is not known. */
  saved: Saved | null;
  /** What the record has against it. */
  problems: readonly Problem[];
}

const NOTHING: Tried = { saved: null, problems: [] };

/** Tries out what is about to be saved, as often as that changes; null is not tried. */
export function useTrial(saying: Saying | null): Tried {
  const [tried, setTried] = useState(NOTHING);
  const trial = saying === null ? null : JSON.stringify(saying);
  useEffect(() => {
    setTried(NOTHING);
    if (trial === null) return;
    const stop = new AbortController();
    send(JSON.parse(trial), true, stop.signal).then((outcome) => {
      if (stop.signal.aborted) return;
      if (outcome.of === "saved") setTried({ saved: outcome.payload, problems: [] });
      else if (outcome.of === "wrong") setTried({ saved: null, problems: outcome.problems });
    });
    return () => stop.abort();
  }, [trial]);
  return tried;
}
