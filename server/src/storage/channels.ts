/** Who listens to what, in this process. */
export class Channels {
  readonly #listeners = new Map<string, Set<() => void>>();
  #stop: (() => void) | null = null;

  /**
   * Adds a listener. `start` is called for the first one: it begins whatever brings news from
   * outside, and returns what ends it. Returns what takes the listener away.
   */
  listen(channel: string, fn: () => void, start: () => () => void): () => void {
    let listeners = this.#listeners.get(channel);
    if (!listeners) {
      listeners = new Set();
      this.#listeners.set(channel, listeners);
    }
    // A wrapper of its own: the same function may listen twice.
    const listener = () => fn();
    listeners.add(listener);
    this.#stop ??= start();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(channel) === listeners) {
        this.#listeners.delete(channel);
      }
      if (this.#listeners.size === 0) this.#end();
    };
  }

  /** The channels that somebody listens to. */
  get names(): string[] {
    return [...this.#listeners.keys()];
  }

  /** Calls the listeners of these channels, each in a turn of its own: none can hurt a commit. */
  tell(channels: Iterable<string>): void {
    for (const channel of channels) {
      for (const listener of this.#listeners.get(channel) ?? []) setImmediate(listener);
    }
  }

  /** Calls every listener: something moved, and nobody knows what. */
  tellAll(): void {
    this.tell(this.names);
  }

  /** Forgets all listeners. */
  close(): void {
    this.#listeners.clear();
    this.#end();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
