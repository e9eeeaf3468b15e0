import { useSyncExternalStore } from "react";
import type { ViewerQuery } from "../app/operations.gen.ts";
import { tell } from "./ask.ts";
import { hasMark, onMark, setMark } from "./signed.ts";
import question from "./who.graphql?raw";

type Viewer = ViewerQuery["viewer"];

let viewer: Viewer | null = null;
let isAsked = false;
const listeners = new Set<() => void>();

function show(next: Viewer | null): void {
  viewer = next;
  for (const listener of listeners) listener();
}

/** Asks who it is, once, when the page has nothing better to do. What fails is asked again by the next page. */
function askOnce(): void {
  if (isAsked || !hasMark()) return;
  isAsked = true;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => void askViewer());
}

/** Asks anew who is signed in: after signing in or out, or when a session may have ended. */
export async function askViewer(): Promise<void> {
  let next = viewer;
  try {
    next = (await tell<ViewerQuery, object>(question, {})).viewer;
  } catch {
    isAsked = false;
  }
  show(next);
  // The session has ended: the mark of it goes too, so that the page offers to sign in.
  if (next && next.role === null && hasMark()) setMark(false);
}

/** Remembers with this browser whether somebody is signed in; whoever signs in or out calls it. */
export function markSigned(isSigned: boolean): void {
  setMark(isSigned);
  // In case the browser had it that way already.
  hearMark();
}

/** Somebody signed in or out, here or in another tab. */
function hearMark(): void {
  isAsked = true;
  if (hasMark()) void askViewer();
  else show(null);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) stop = onMark(hearMark);
  listeners.add(listener);
  askOnce();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

let stop = () => {};

/** Whoever is signed in; null for a reader, and as long as it is not known. */
export function useViewer(): Viewer | null {
  return useSyncExternalStore(
    subscribe,
    () => viewer,
    () => null,
  );
}

/** Whether whoever looks may report. */
export function useEditor(): boolean {
  const role = useViewer()?.role;
  return role === "EDITOR" || role === "ADMIN";
}
