/**
 * A few things lent one at a time, the one given back last lent first: its caches are the warmest.
 * New ones are made only when all are out, up to a number; after that, whoever asks waits in line.
 */
export class Readers<T> {
  readonly #make: () => Promise<T>;
  readonly #most: number;
  readonly #idle: T[] = [];
  readonly #all: T[] = [];
  readonly #waiting: ((lent: T) => void)[] = [];
  #made = 0;
  #out = 0;
  #returned: (() => void) | null = null;

  constructor(most: number, make: () => Promise<T>) {
    this.#most = most;
    this.#make = make;
  }

  /** Runs `fn` with one of them. */
  async use<R>(fn: (lent: T) => Promise<R>): Promise<R> {
    this.#out++;
    try {
      const lent = await this.#take();
      try {
        return await fn(lent);
      } finally {
        const next = this.#waiting.shift();
        if (next) next(lent);
        else this.#idle.push(lent);
      }
    } finally {
      this.#out--;
      if (this.#out === 0) this.#returned?.();
    }
  }

  /** Waits until all are back, and hands them out for good. */
  async drain(): Promise<T[]> {
    if (this.#out > 0) {
      await new Promise<void>((resolve) => {
        this.#returned = resolve;
      });
    }
    return this.#all;
  }

  async #take(): Promise<T> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#made >= this.#most) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#made++;
    try {
      const made = await this.#make();
      this.#all.push(made);
      return made;
    } catch (error) {
      this.#made--;
      throw error;
    }
  }
}
