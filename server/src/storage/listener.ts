import pg from "pg";
import type { Channels } from "./channels.ts";

/** First and longest wait before connecting again, in milliseconds. */
const WAIT = { first: 100, longest: 5_000 };

/**
 * Hears notifications over one connection of its own, and connects again when it is lost. What was
 * said in between is not heard, so every listener is called once it is back.
 */
export class Listener {
  readonly #url: string;
  readonly #channels: Channels;
  readonly #onTrouble: (error: Error) => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #wanted = false;
  #wait = WAIT.first;
  #connecting: Promise<void> = Promise.resolve();

  constructor(url: string, channels: Channels, onTrouble: (error: Error) => void) {
    this.#url = url;
    this.#channels = channels;
    this.#onTrouble = onTrouble;
  }

  /** Calls `fn` after commits that notified the channel. Returns what ends it. */
  listen(channel: string, fn: () => void): () => void {
    const end = this.#channels.listen(channel, fn, () => this.#start());
    // Once more for a channel already heard does no harm.
    this.#hear([channel]).catch(this.#onTrouble);
    return end;
  }

  /** Hangs up. */
  async close(): Promise<void> {
    this.#channels.close();
    await this.#connecting.catch(() => {});
  }

  #start(): () => void {
    this.#wanted = true;
    this.#connecting = this.#connect();
    return () => {
      this.#wanted = false;
      clearTimeout(this.#timer);
      const client = this.#client;
      this.#client = null;
      client?.end().catch(() => {});
    };
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: "entente" });
    let lost = false;
    const again = (error?: Error) => {
      if (lost) return;
      lost = true;
      if (this.#client === client) this.#client = null;
      if (!this.#wanted) return;
      if (error) this.#onTrouble(error);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#connecting = this.#connect();
      }, this.#wait);
      this.#timer.unref();
      this.#wait = Math.min(this.#wait * 2, WAIT.longest);
    };
    client.on("error", again);
    client.on("end", () => again());
    client.on("notification", ({ channel }) => this.#channels.tell([channel]));
    try {
      await client.connect();
      if (!this.#wanted) return void (await client.end());
      this.#client = client;
      await this.#hear(this.#channels.names);
      this.#wait = WAIT.first;
      this.#channels.tellAll();
    } catch (error) {
      again(error as Error);
      client.end().catch(() => {});
    }
  }

  async #hear(channels: string[]): Promise<void> {
    for (const channel of channels) {
      await this.#client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    }
  }
}
