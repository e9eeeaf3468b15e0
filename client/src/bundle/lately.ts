// The import made last from this tab, kept with it: within minutes of it, it is offered to be undone though the page was loaded anew.
import { type Answer, doneWords } from "./answer.ts";

const NAME = "entente.imported";

/** An import that was made: its change, when, and what it came to in words. */
export interface Made {
  id: string;
  revision: number;
  /** Milliseconds. */
  at: number;
  words: string;
}

/** Keeps what was made of a file just now; nothing where nothing was written. */
export function keepMade(answer: Answer): void {
  const { change } = answer;
  if (change === null) return;
  const made: Made = { ...change, at: Date.now(), words: doneWords(answer) };
  try {
    sessionStorage.setItem(NAME, JSON.stringify(made));
  } catch {
    // Storage is switched off or full: it is undone from the history.
  }
}

/** What was imported less than so many milliseconds ago; null for nothing. */
export function readMade(lastsMs: number): Made | null {
  try {
    return madeIn(sessionStorage.getItem(NAME), Date.now(), lastsMs);
  } catch {
    return null;
  }
}

/** What a kept text tells, if it makes sense and is young enough. */
export function madeIn(text: string | null, now: number, lastsMs: number): Made | null {
  let made: Partial<Made> | null;
  try {
    made = JSON.parse(text ?? "null");
  } catch {
    return null;
  }
  const { id, revision, at, words } = made ?? {};
  if (typeof id !== "string" || typeof revision !== "number") return null;
  if (typeof at !== "number" || typeof words !== "string") return null;
  return now - at < lastsMs && at <= now ? { id, revision, at, words } : null;
}
