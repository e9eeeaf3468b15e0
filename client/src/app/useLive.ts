import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { narrow } from "../filter/narrow.ts";
import { ask } from "../page/ask.ts";
import { preferences } from "../page/preferences.ts";
import { renew } from "../page/renew.ts";
import { say } from "../page/say.ts";
import { useLater } from "../page/useLater.ts";
import { plural } from "../when/words.ts";
import type { Lanes } from "./address.ts";
import columnsQuery from "./columns.graphql?raw";
import type { Fresh } from "./fresh.ts";
import type { ColumnsQuery, ColumnsQueryVariables } from "./operations.gen.ts";

/** By itself: with its answers beside it, the builder would put them where a stylesheet that cannot be had ends the page's script. */
const load = () => import("./Live.tsx");

/** How long what changed keeps its ring, ms. */
const RING_MS = 4_000;
/** So many are named when they are shown. */
const MOST_NAMED = 2;

const NOTHING: ReadonlySet<string> = new Set();
const NO_NEWS: Fresh[] = [];

interface Given {
  /** The answer shown, and the lanes it was asked for. */
  shown: ColumnsQuery | undefined;
  wanted: Lanes | null;
  /** Puts a later answer in its place. */
  take: (data: ColumnsQuery) => void;
  filter: Parameters<typeof narrow>[1];
  known: number | null;
  /** Another answer is on its way, as after an edit from this very page: nothing is new until it is there. */
  loading: boolean;
}

/**
 * Follows the record while the page is in sight. What is new waits, counted, until the reader asks for it; then it is shown, ringed for
 * four seconds and told. Nothing moves before. Away from the latest, only what changes the day shown is news.
 */
export function useLive({ shown, wanted, take, filter, known, loading }: Given) {
  const room = useLater(load, shown !== undefined);
  const [next, setNext] = useState<ColumnsQuery>();
  const [ringed, setRinged] = useState(NOTHING);
  const [told, setTold] = useState(NO_NEWS);

  const lanes = JSON.stringify(wanted);
  useEffect(() => {
    if (!room || !shown) return;
    setNext(undefined);
    return room.follow(shown.dataset.revision, async (revision, signal) => {
      const came = await ask<ColumnsQuery, ColumnsQueryVariables>(
        columnsQuery,
        { lanes: JSON.parse(lanes) },
        signal,
      );
      // A cache on the way, or a copy of the database, may not have heard of it yet: asked again later.
      if (came.dataset.revision < revision) throw new Error("The answer is older than the change.");
      setNext(came);
    });
  }, [room, shown, lanes]);

  const fresh = useMemo(() => {
    if (!room || !shown || !next || loading) return NO_NEWS;
    return room.freshOf(narrow(shown.timeline, filter), narrow(next.timeline, filter), known);
  }, [room, shown, next, filter, known, loading]);

  const count = fresh.length;
  useEffect(() => {
    if (count > 0)
      say(`${plural(count, "new fact")}.${preferences().keys ? " Press N to show." : ""}`);
  }, [count]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = useCallback(() => {
    if (!next || !room) return;
    take(next);
    renew(next.dataset.revision);
    setNext(undefined);
    setTold(fresh);
    setRinged(new Set(fresh.map(({ id }) => id)));
    say(room.toldOf(fresh, MOST_NAMED));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setRinged(NOTHING), RING_MS);
  }, [next, room, fresh, take]);
  const hush = useCallback(() => setTold(NO_NEWS), []);
  return {
    fresh,
    show,
    ringed,
    told,
    hush,
    /** What shows it: there before there is news, so that nothing need be waited for. */
    room,
  };
}
