import { useCallback, useEffect, useState } from "react";
import { tell } from "../page/ask.ts";
import { type Failure, failureOf } from "../page/failure.ts";
import { onRenew } from "../page/renew.ts";

/** What a form is about, as it stands now: past every cache, and read again when something was saved. */
export function useSubject<Data>(question: string, slug: string) {
  const [data, setData] = useState<Data | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const again = useCallback(() => setTries((count) => count + 1), []);
  useEffect(() => onRenew(again), [again]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks anew
  useEffect(() => {
    const stop = new AbortController();
    tell<Data, { slug: string }>(question, { slug }, stop.signal).then(
      (came) => {
        setData(came);
        setFailure(null);
      },
      (error: unknown) => !stop.signal.aborted && setFailure(failureOf(error)),
    );
    return () => stop.abort();
  }, [question, slug, tries]);
  return { data, failure, again };
}
