// How far a long file is read, in a terminal.
import type { WriteStream } from "node:tty";

/** Files shorter than this, in bytes, are done before anybody looks. */
const LONG = 256 * 1024;
const WIDTH = 30;

/** A bar on a terminal; nothing anywhere else. */
export class Progress {
  readonly #size: number;
  readonly #to: Pick<WriteStream, "write" | "isTTY">;
  #read = 0;
  #shown = -1;

  constructor(size: number, to: Pick<WriteStream, "write" | "isTTY">) {
    this.#size = size;
    this.#to = to;
  }

  /** The bytes of a file as they come, each part counted. */
  async *following(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of bytes) {
      yield part;
      this.#read += part.length;
      this.#show();
    }
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#shown >= 0) this.#to.write("\r\u001b[K");
    this.#shown = -1;
  }

  #show(): void {
    if (!this.#to.isTTY || this.#size < LONG) return;
    const percent = Math.min(100, Math.floor((100 * this.#read) / this.#size));
    if (percent === this.#shown) return;
    this.#shown = percent;
    const full = Math.round((WIDTH * percent) / 100);
    this.#to.write(`\r[${"#".repeat(full)}${".".repeat(WIDTH - full)}] ${percent} %`);
  }
}
