import { useCallback, useEffect, useState } from "react";
import { FreshButton } from "./FreshButton.tsx";
import { follow } from "./follow.ts";
import { preferences } from "./preferences.ts";
import { kept, renew } from "./renew.ts";
import { same } from "./same.ts";
import { say } from "./say.ts";
import "./newer.css";

export interface NewerProps<Data> {
  /** What stands on the page. */
  shown: Data;
  /** Reads the same anew, as it is since a revision, and keeps nothing of it. */
  look: (revision: number) => Promise<Data>;
  /** The revision that `shown` is as new as; undefined for what was read through the graph. */
  after?: number | undefined;
  /** Another answer is on its way, as after an edit from this very page: nothing is new until it is there. */
  loading: boolean;
  /** Puts what was read anew in the place of what is shown, where no graph does. */
  take?: (data: Data) => void;
}

/** Follows the record beside a page. When the page would read otherwise by now, it says so quietly, and shows it when the reader asks. */
export function Newer<Data>({ shown, look, after, loading, take }: NewerProps<Data>) {
  const [next, setNext] = useState<{ data: Data; revision: number }>();
  useEffect(() => {
    setNext(undefined);
    return follow(after ?? kept.revision, async (revision) => {
      kept.revision = undefined;
      setNext({ data: await look(revision), revision });
    });
  }, [look, after]);
  const isNewer = next !== undefined && !loading && !same(next.data, shown);
  useEffect(() => {
    if (isNewer) say(`This page changed.${preferences().keys ? " Press N to show." : ""}`);
  }, [isNewer]);
  const show = useCallback(() => {
    if (!next) return;
    setNext(undefined);
    take?.(next.data);
    renew(next.revision);
  }, [next, take]);
  if (!isNewer) return null;
  return (
    <FreshButton className="newer" onShow={show}>
      This page changed. Show
    </FreshButton>
  );
}
