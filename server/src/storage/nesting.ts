import { AsyncLocalStorage } from "node:async_hooks";

interface Mark {
  kind: "read" | "write";
  open: boolean;
}

/**
 * Keeps transactions from being opened inside one another. On SQLite a write inside a write would
 * wait for itself for ever, and a read inside a write would not see it, without any error.
 */
export class Nesting {
  readonly #marks = new AsyncLocalStorage<Mark>();

  /** @throws Error when a transaction of this storage is open around the caller. */
  refuse(kind: "read" | "write"): void {
    const around = this.#marks.getStore();
    if (around?.open) {
      throw new Error(
        `A ${kind} inside a ${around.kind}: use the tx of the ${around.kind} instead`,
      );
    }
  }

  /** Runs `fn` as a transaction; what it starts and leaves running is outside again afterwards. */
  async run<T>(kind: "read" | "write", fn: () => Promise<T> | T): Promise<T> {
    const mark: Mark = { kind, open: true };
    try {
      return await this.#marks.run(mark, fn);
    } finally {
      mark.open = false;
    }
  }
}
