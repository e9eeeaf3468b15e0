/**
 * A receipt: what was asked, of which state of the data, and the fingerprint of the answer, all in one text that stands in an address. Nothing is
 * stored when one is issued, so anybody may have as many as they like; nothing is signed, since whoever doubts one has it replayed.
 *
 *   receipt ─ JSON ─ deflate ─ base64url = payload      id = start of the payload's SHA-256 . payload
 */
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { Refusal } from "../refusal.ts";

/** Characters of an id: it has to fit an address, and that into the headers. */
export const LONGEST_ID = 8_000;
/** Bytes of what an id unfolds to: as much as a request's body may have. */
const MOST_BYTES = 100 * 1024;
/** Characters of the fingerprint that an id begins with: they show one that was cut off or mistyped. */
const CHECK = 11;

const receipt = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()),
  operationName: z.string().nullable(),
  /** The civil day in UTC on which it was asked, ISO 8601: what is overdue or upcoming depends on it. */
  day: z.iso.date(),
  /** Number and moment of the last change that the answer knows; 0 and null before any. */
  revision: z.number().int().nonnegative(),
  recordedAt: z.string().nullable(),
  /** The version of the schema. */
  schema: z.string(),
  /** Hexadecimal SHA-256 and length of the answer's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
});

/** What a receipt says. */
export type Receipt = z.infer<typeof receipt>;

/** The order in which an id holds it all; the first number is that of the layout. */
const ORDER = [
  "query",
  "variables",
  "operationName",
  "day",
  "revision",
  "recordedAt",
  "schema",
  "sha256",
  "bytes",
] as const satisfies readonly (keyof Receipt)[];
const LAYOUT = 1;

/**
 * The id of a receipt, the same for the same receipt.
 * @throws Refusal TOO_COSTLY for a query that is too long to be cited by an address.
 */
export function idOf(content: Receipt): string {
  const text = JSON.stringify([LAYOUT, ...ORDER.map((name) => content[name])]);
  const payload = deflateRawSync(text, { level: 9 }).toString("base64url");
  const id = `${checkOf(payload)}.${payload}`;
  if (id.length <= LONGEST_ID && Buffer.byteLength(text) <= MOST_BYTES) return id;
  throw new Refusal(
    "TOO_COSTLY",
    `The receipt would have ${id.length} characters; at most ${LONGEST_ID} fit an address. Cite a shorter query, or several.`,
  );
}

/**
 * What an id says.
 * @throws Refusal INVALID_INPUT for one that is not whole.
 */
export function receiptIn(id: string): Receipt {
  const [check, payload, ...rest] = id.split(".");
  const isWhole = payload && rest.length === 0 && check === checkOf(payload);
  const values = isWhole && id.length <= LONGEST_ID ? unfolded(payload) : null;
  if (values?.[0] === LAYOUT) {
    const fields = ORDER.map((name, index) => [name, values[index + 1]]);
    const read = receipt.safeParse(Object.fromEntries(fields));
    if (read.success) return read.data;
  }
  throw new Refusal(
    "INVALID_INPUT",
    "This is not a receipt's whole id: it was cut off or mistyped. Copy the address again, to its last character.",
  );
}

function checkOf(payload: string): string {
  return createHash("sha256").update(payload).digest("base64url").slice(0, CHECK);
}

function unfolded(payload: string): unknown[] | null {
  try {
    const packed = Buffer.from(payload, "base64url");
    const text = inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString();
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) ? values : null;
  } catch {
    return null;
  }
}
