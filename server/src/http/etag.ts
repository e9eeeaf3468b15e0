/** Entity tags, and how long an answer may be kept: what every cache between us and a reader goes by. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Encoding, encodingFor } from "./encode.ts";

const DAY_MS = 86_400_000;

/**
 * A strong tag of everything that decides an answer's bytes, its encoding aside: `"…"`, 128 bits of SHA-256. Parts are told apart, so
 * `["a", "b"]` and `["ab"]` differ.
 */
export function tagOf(parts: readonly (string | number | null)[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return `"${hash.slice(0, 32)}"`;
}

/** The tag of the same answer in an encoding: each is another sequence of bytes, so a strong tag must tell them apart. */
export function tagIn(tag: string, encoding: Encoding | null): string {
  return encoding ? `${tag.slice(0, -1)}-${encoding}"` : tag;
}

/** Which of these tags the reader has by an `If-None-Match` header; null for none. `*` names no tag: say yourself whether there is anything. */
export function heldTag(header: string | undefined, tags: readonly string[]): string | null {
  if (!header) return null;
  const held = new Set(header.split(",").map((tag) => tag.trim().replace(/^W\//, "")));
  return tags.find((tag) => held.has(tag)) ?? null;
}

/**
 * Answers 304 when the reader has the answer of this tag already, plain or in the encoding they take, and says whether it did. Asked before the
 * answer is made, it saves making it. `control` is the `Cache-Control` that the answer would have; set `Vary` before.
 */
export function answersUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  control: string,
): boolean {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const held = heldTag(request.headers["if-none-match"], [tagIn(tag, encoding), tag]);
  if (held === null) return false;
  reply.code(304).headers({ etag: held, "cache-control": control }).send();
  return true;
}

/**
 * `Cache-Control` for what anybody may read. Everybody may keep it and must ask before using it again: whoever has just been told of a change
 * must not be shown what stood before it, so there is no `stale-while-revalidate`, which browsers obey too. Asking costs a 304. With
 * `sharedSeconds` caches that many readers share may answer for so long by themselves, but never past midnight UTC, when what is
 * overdue or upcoming changes without any change of the data.
 */
export function publicFor(sharedSeconds: number, now: Date): string {
  const left = Math.floor((DAY_MS - (now.getTime() % DAY_MS)) / 1000);
  const shared = Math.min(sharedSeconds, left);
  return shared > 0
    ? `public, max-age=0, s-maxage=${shared}`
    : "public, max-age=0, must-revalidate";
}
