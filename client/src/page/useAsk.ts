import { useCallback, useEffect, useState } from "react";
import { ask } from "./ask.ts";
import { type Failure, failureOf } from "./failure.ts";

export interface Asked<Data> {
  /** The last answer; it stays while a new one is on its way and when that fails. */
  data: Data | undefined;
  failure: Failure | undefined;
  loading: boolean;
  /** When the answer shown came, in milliseconds; undefined before the first. */
  at: number | undefined;
  /** Asks again. */
  again: () => void;
  /** Puts a later answer to the same question in the place of the one shown. */
  take: (data: Data) => void;
}

interface State<Data> {
  key: string;
  data: Data | undefined;
  failure: Failure | undefined;
  at: number | undefined;
}

/** Asks the API outside the graph's cache, and again whenever the variables change. */
export function useAsk<Data, Variables extends object>(
  query: string,
  variables: Variables,
): Asked<Data> {
  const [tries, setTries] = useState(0);
  const key = JSON.stringify([query, variables, tries]);
  const [state, setState] = useState<State<Data>>({
    key: "",
    data: undefined,
    failure: undefined,
    at: undefined,
  });
  useEffect(() => {
    const stop = new AbortController();
    const [text, given] = JSON.parse(key) as [string, Variables];
    ask<Data, Variables>(text, given, stop.signal).then(
      (data) => setState({ key, data, failure: undefined, at: Date.now() }),
      (error: unknown) => {
        if (!stop.signal.aborted)
          setState((before) => ({ ...before, key, failure: failureOf(error) }));
      },
    );
    return () => stop.abort();
  }, [key]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  const take = useCallback(
    (data: Data) => setState((before) => ({ ...before, data, failure: undefined, at: Date.now() })),
    [],
  );
  return {
    data: state.data,
    failure: state.failure,
    at: state.at,
    loading: state.key !== key,
    again,
    take,
  };
}
