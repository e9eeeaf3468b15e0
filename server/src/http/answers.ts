/** Answers that were given before, ready to be given again: whole bodies in memory, in the encoding they were given in. */
import { LRUCache } from "lru-cache";
import { type Encoding, encode, encodingFor, isWorthEncoding } from "./encode.ts";
import { tagIn } from "./etag.ts";

/** An answer as it goes out. */
export interface Answer {
  body: Buffer;
  encoding: Encoding | null;
  /** Headers that belong to it, beside those of its encoding and its tag. */
  headers: Record<string, string>;
  /** Name of the operation, for the log. */
  operation: string | null;
}

/** Bytes beside the body that an answer takes, about. */
const OVERHEAD = 1_000;

/** An answer as somebody takes it who accepts these encodings: packed where that is worth it. */
export async function packed(answer: Answer, accepts: string | undefined): Promise<Answer> {
  const encoding = encodingFor(accepts);
  const { body } = answer;
  if (!encoding || !isWorthEncoding("application/json", body.length)) return answer;
  return { ...answer, encoding, body: await encode(body, encoding) };
}

/** Answers by tag. Those not asked for longest go first once all of them take more than so many bytes. */
export class Answers {
  readonly #kept: LRUCache<string, Answer>;
  readonly #coming = new Map<string, Promise<unknown>>();

  constructor(mostBytes: number) {
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ body }) => body.length + OVERHEAD,
    });
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#kept.calculatedSize;
  }

  /** The answer of a tag for whoever accepts these encodings; undefined when it was not given before. */
  async find(tag: string, accepts: string | undefined): Promise<Answer | undefined> {
    const ready = this.#kept.get(tagIn(tag, encodingFor(accepts)));
    if (ready) return ready;
    const plain = this.#kept.get(tag);
    if (!plain) return undefined;
    const answer = await packed(plain, accepts);
    this.keep(tag, answer);
    return answer;
  }

  /** Ends when the answer of a tag that is being made is there, or failed; undefined when none is being made. */
  coming(tag: string): Promise<unknown> | undefined {
    return this.#coming.get(tag)?.catch(() => {});
  }

  /** Lets others wait for the answer that is being made and kept, so that what many ask at once is made once. */
  async making<Value>(tag: string, work: Promise<Value>): Promise<Value> {
    this.#coming.set(tag, work);
    try {
      return await work;
    } finally {
      if (this.#coming.get(tag) === work) this.#coming.delete(tag);
    }
  }

  /** Keeps an answer under its tag and encoding, unless it is larger than all there may be. */
  keep(tag: string, answer: Answer): void {
    this.#kept.set(tagIn(tag, answer.encoding), answer);
  }
}
