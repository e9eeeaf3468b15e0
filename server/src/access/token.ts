// API tokens: `ent_`, thirty random characters, six of checksum. The checksum lets a typing slip and a leaked-secret scanner be told from a
// token without asking the database; only the SHA-256 of the whole is kept.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "ent_";
const BODY_LENGTH = 30;
const CHECKSUM_LENGTH = 6;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${BODY_LENGTH + CHECKSUM_LENGTH}}$`);

/** Most days that a token may be given: a hundred years. Whoever wants more wants one that does not end. */
export const MOST_DAYS = 36_500;

/** How many random bytes `mintToken` needs: more than it has characters, as bytes that would favour some digits are passed over. */
export const RANDOM_BYTES = 64;

/** A new token from at least `RANDOM_BYTES` random bytes. About 178 bits of chance. */
export function mintToken(random: Uint8Array): string {
  const fair = 256 - (256 % DIGITS.length);
  const body = [...random]
    .filter((byte) => byte < fair)
    .slice(0, BODY_LENGTH)
    .map((byte) => DIGITS[byte % DIGITS.length])
    .join("");
  if (body.length < BODY_LENGTH) throw new Error("Too few random bytes for a token");
  return PREFIX + body + checksumOf(body);
}

/** Whether a text has the shape and the checksum of a token. Says nothing of whether it was ever given out. */
export function isWellFormed(token: string): boolean {
  if (!SHAPE.test(token)) return false;
  const body = token.slice(PREFIX.length, PREFIX.length + BODY_LENGTH);
  return token.endsWith(checksumOf(body));
}

/** What is kept of a token: its SHA-256, in hexadecimal. Chance makes it safe from guessing, so it needs no slow hash. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The id of the token that has this hash: enough of it to tell one from another. */
export function idOfHash(hash: string): string {
  return hash.slice(0, 16);
}

/** The part of a token that may be shown again, to tell one from another. */
export function hintOfToken(token: string): string {
  return `${token.slice(0, PREFIX.length + 4)}…`;
}

function checksumOf(body: string): string {
  let rest = crcOf(body);
  let text = "";
  for (let place = 0; place < CHECKSUM_LENGTH; place++) {
    text = DIGITS.charAt(rest % DIGITS.length) + text;
    rest = Math.floor(rest / DIGITS.length);
  }
  return text;
}

function crcOf(text: string): number {
  return crc32(Buffer.from(text, "ascii"));
}
