const listeners = new Set<() => void>();

/** What is kept of the record. `revision`: every answer kept is as new as that; undefined when some may be older than what is known. */
export const kept: { revision: number | undefined } = { revision: undefined };

/** Has everybody who keeps answers ask for them anew: the reader chose to see what had changed by a revision, or changed it. */
export function renew(revision = kept.revision): void {
  kept.revision = revision;
  for (const listener of listeners) listener();
}

/** Called when kept answers are no longer good. Returns how to stop. */
export function onRenew(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const readers = new Set<() => void>();

/** Has what is on the page show at once what its own editor has just saved. */
export function saved(): void {
  renew();
  for (const reader of readers) reader();
}

/** Called when something was saved from this very page. Returns how to stop. */
export function onSaved(reader: () => void): () => void {
  readers.add(reader);
  return () => {
    readers.delete(reader);
  };
}
