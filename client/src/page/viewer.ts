import { useSyncExternalStore } from "react";
import type { ViewerQuery } from "../app/operations.gen.ts";
import { tell } from "./ask.ts";
import question from "./who.graphql?raw";

/** That somebody signed in with this browser: without it a reader's page asks nothing more. */
const MARK = "entente.signed";

type Viewer = ViewerQuery["viewer"];

let viewer: Viewer | null = null;
let isAsked = false;
const listeners = new Set<() => void>();

function hasMark(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
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
  try {
    viewer = (await tell<ViewerQuery, object>(question, {})).viewer;
  } catch {
    isAsked = false;
  }
  for (const listener of listeners) listener();
}

/** Remembers with this browser whether somebody is signed in; whoever signs in or out calls it. */
export function markSigned(isSigned: boolean): void {
  try {
    if (isSigned) localStorage.setItem(MARK, "1");
    else localStorage.removeItem(MARK);
  } catch {
    // Storage can be switched off; then nothing is asked, and editing begins at its own address.
  }
  isAsked = true;
  if (isSigned) void askViewer();
  else {
    viewer = null;
    for (const listener of listeners) listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  askOnce();
  return () => listeners.delete(listener);
}

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
