import { useCallback, useEffect, useState } from "react";
import { tell } from "../page/ask.ts";
import { type Failure, failureOf } from "../page/failure.ts";
import { onMark } from "../page/signed.ts";

/** An answer for whoever is signed in, past every cache; asked again when somebody signs in or out. */
export function useTold<Data>(question: string) {
  const [data, setData] = useState<Data | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((count) => count + 1), []);
  useEffect(() => onMark(again), [again]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    const stop = new AbortController();
    tell<Data, object>(question, {}, stop.signal).then(
      (came) => {
        setData(came);
        setFailure(null);
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failed = failureOf(error);
        // What was shown is not for whoever looks now.
        if (failed.code === "UNAUTHENTICATED" || failed.code === "FORBIDDEN") setData(null);
        setFailure(failed);
      },
    );
    return () => stop.abort();
  }, [question, tries]);
  return { data, failure, again };
}
