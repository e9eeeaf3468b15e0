// Follows the changes as a program outside would: connects again when it is cut off, from the last change it has.
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "graphql-ws";
import WebSocket from "ws";

/** Somebody who follows, and what they have heard. */
export interface Follower {
  /** The revisions heard, in the order they came. */
  heard: number[];
  /** How often a connection was made. */
  connections: number;
  /** Resolves once so many revisions were heard. */
  until(count: number): Promise<void>;
  /** Stops following. */
  end(): void;
}

/** One connection: calls `hear` with each revision; ends or throws when the connection does. */
type Listening = (
  address: string,
  after: number,
  hear: (revision: number) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Milliseconds before connecting again. */
const AGAIN_MS = 50;

/** Follows from a revision on. `address` is asked anew for every connection. */
export function following(listen: Listening, address: () => string, after: number): Follower {
  const ending = new AbortController();
  const waiting = new Set<() => void>();
  const follower: Follower = {
    heard: [],
    connections: 0,
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (follower.heard.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    end: () => ending.abort(),
  };
  const hear = (revision: number) => {
    follower.heard.push(revision);
    for (const look of [...waiting]) look();
  };
  const go = async () => {
    while (!ending.signal.aborted) {
      const from = follower.heard.at(-1) ?? after;
      follower.connections++;
      await listen(address(), from, hear, ending.signal).catch(() => {});
      await sleep(AGAIN_MS);
    }
  };
  void go();
  return follower;
}

/** One event as it stands in the stream. */
export interface StreamEvent {
  id: string | undefined;
  data: string | undefined;
}

/** The events of a stream, those without data included, until it ends or the signal aborts. */
export async function* events(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const response = await fetch(url, { headers, signal });
  if (!response.ok || !response.body)
    throw new Error(`${response.status} ${await response.text()}`);
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n");
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      yield { id: field("id"), data: field("data") };
    }
  }
}

/** Over `GET /changes`, going on by the header that browsers send. */
export const byStream: Listening = async (address, after, hear, signal) => {
  for await (const { id, data } of events(
    `${address}/changes`,
    { "last-event-id": String(after) },
    signal,
  )) {
    if (data !== undefined && JSON.parse(data).revision === Number(id)) hear(Number(id));
  }
};

/** Over the subscription. */
export const bySocket: Listening = async (address, after, hear, signal) => {
  const client = createClient({
    url: `${address.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const hangUp = () => client.terminate();
  signal.addEventListener("abort", hangUp);
  const told = client.iterate<{ changes: { revision: number } }>({
    query: "subscription ($after: String) { changes(after: $after) { revision } }",
    variables: { after: String(after) },
  });
  try {
    for await (const { data } of told) if (data) hear(data.changes.revision);
  } finally {
    signal.removeEventListener("abort", hangUp);
  }
};
