const listeners = new Set<() => void>();

/** Has everybody who keeps answers ask for them anew: the reader chose to see what changed, or changed it. */
export function renew(): void {
  for (const listener of listeners) listener();
}

/** Called when kept answers are no longer good. Returns how to stop. */
export function onRenew(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
