import type { RevisionQuery, RevisionQueryVariables } from "../app/operations.gen.ts";
import { ask } from "./ask.ts";
import { gather } from "./gather.ts";
import revisionQuery from "./revision.graphql?raw";
import { waitMs } from "./wait.ts";

/** How long a stream may take to show that it brings something, ms. */
const PROOF_MS = 10_000;
/** A stream that lasted so long, ms, was a good one: what ended it says nothing of the next. */
const STEADY_MS = 10_000;
/** About how often a stream that brings nothing is held against the record, ms: a dead connection is as silent as a quiet day. */
const WATCH_MS = 120_000;
/** After so many failures in a row a stream is tried only now and then, at each so-manieth question. */
const TRIES = 3;
const SELDOM = 15;

/**
 * Follows the record from a revision on (undefined: whatever stands now is new) while the page is in sight and online, and has `turn` ask
 * for what is new: at once, but gathered. By a stream where it can be had; where not, by asking how far the record is. A page out of
 * sight holds no stream, and goes on where it was. Returns how to stop.
 */
export function follow(
  after: number | undefined,
  turn: (revision: number, signal: AbortSignal) => Promise<void>,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let cursor = after;
  let source: EventSource | undefined;
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the stream brought its first event, ms; undefined before. */
  let goodSince: number | undefined;
  let misses = 0;

  const isAwake = () =>
    !signal.aborted && document.visibilityState === "visible" && navigator.onLine;
  const news = gather(() => turn(cursor ?? 0, signal), {
    isAwake,
    chance: Math.random,
    later: (act, ms) => {
      const id = setTimeout(act, ms);
      return () => clearTimeout(id);
    },
  });
  const hear = (revision: number) => {
    if (revision === cursor) return;
    cursor = revision;
    news.tell();
  };
  const wait = (act: () => void, ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };

  const drop = () => {
    source?.close();
    source = undefined;
    asking.abort();
    clearTimeout(timer);
  };
  const lose = () => {
    const wasGood = goodSince !== undefined && Date.now() - goodSince > STEADY_MS;
    drop();
    goodSince = undefined;
    misses = wasGood ? 1 : misses + 1;
    wait(check, waitMs(misses, Math.random()));
  };
  const listen = (from: number) => {
    // From one before: what comes at once shows that nothing on the way holds events back.
    source = new EventSource(`/changes?after=${Math.max(0, from - 1)}`);
    source.onerror = lose;
    source.onmessage = ({ lastEventId }) => {
      if (goodSince === undefined) wait(check, WATCH_MS * (0.5 + Math.random()));
      goodSince ??= Date.now();
      const revision = Number(lastEventId);
      if (revision > (cursor ?? 0)) hear(revision);
    };
    wait(lose, PROOF_MS);
  };
  const check = async () => {
    asking = new AbortController();
    const mine = asking.signal;
    const revision = await ask<RevisionQuery, RevisionQueryVariables>(revisionQuery, {}, mine).then(
      ({ dataset }) => dataset.revision,
      () => undefined,
    );
    if (mine.aborted) return;
    const wasSilent = source !== undefined && revision !== cursor;
    if (revision !== undefined) hear(revision);
    if (revision === undefined || wasSilent) lose();
    else if (source) wait(check, WATCH_MS * (0.5 + Math.random()));
    else if (misses < TRIES || misses % SELDOM === 0) listen(revision);
    else lose();
  };
  const wake = () => {
    drop();
    goodSince = undefined;
    if (!isAwake()) return;
    if (cursor === undefined) void check();
    else listen(cursor);
    news.wake();
  };
  document.addEventListener("visibilitychange", wake, { signal });
  addEventListener("online", wake, { signal });
  addEventListener("offline", wake, { signal });
  wake();
  return () => {
    stop.abort();
    news.stop();
    drop();
  };
}
