// Drafts, kept with the browser: they outlive a closed tab, a lost connection and an ended session.
import { type Draft, draftOf } from "./draft.ts";

const PREFIX = "entente.draft.";
/** How many drafts wait to be sent, for pages that have not loaded the desk. */
const WAITING = "entente.waiting";

/** The draft of this name; null when there is none. */
export function readDraft(name: string): Draft | null {
  try {
    return draftOf(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}

/** Keeps a draft. Where storage is switched off, it lasts as long as its form. */
export function keepDraft(name: string, draft: Draft): void {
  write(() => localStorage.setItem(PREFIX + name, JSON.stringify(draft)));
}

/** Throws a draft away. */
export function dropDraft(name: string): void {
  write(() => localStorage.removeItem(PREFIX + name));
}

/** The names of the drafts that wait to be sent. */
export function waitingDrafts(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
      .filter((name) => readDraft(name)?.waiting);
  } catch {
    return [];
  }
}

function write(act: () => void): void {
  try {
    act();
    const count = waitingDrafts().length;
    if (count > 0) localStorage.setItem(WAITING, String(count));
    else localStorage.removeItem(WAITING);
    dispatchEvent(new Event("entente-waiting"));
  } catch {
    // Storage is switched off or full.
  }
}
