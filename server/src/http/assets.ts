/** The built client's files, read once into memory: a request can only ever name one of them. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Encoding, encode, encodingFor, isWorthEncoding } from "./encode.ts";
import { heldTag, tagIn } from "./etag.ts";

/** One file, ready to send. */
export interface Asset {
  body: Buffer;
  /** Media type. */
  type: string;
  /** Hash of the content, hex; the strong ETag is made of it. */
  hash: string;
  /** Compressed copies: those that the build made, others when first asked for. */
  encoded: Map<Encoding, Promise<Buffer>>;
}

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/**
 * Every file under a folder by its path from there, with a leading slash. Empty when there is no such folder. A copy that the build
 * compressed (`name.br`) belongs to its file and has no path of its own.
 */
export function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  if (!existsSync(folder)) return assets;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith(".br")) continue;
    const file = join(entry.parentPath, entry.name);
    const body = readFileSync(file);
    const packed = `${file}.br`;
    assets.set(file.slice(folder.length).split(sep).join("/"), {
      body,
      type: TYPES[extname(entry.name)] ?? "application/octet-stream",
      hash: createHash("sha256").update(body).digest("hex").slice(0, 32),
      encoded: new Map(
        existsSync(packed) ? [["br", Promise.resolve(readFileSync(packed))]] : undefined,
      ),
    });
  }
  return assets;
}

/** Sends a file, compressed where the client takes that, or 304 when the client has it. */
export async function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
): Promise<FastifyReply> {
  const worth = isWorthEncoding(asset.type, asset.body.length);
  const encoding = worth ? encodingFor(request.headers["accept-encoding"]) : null;
  const etag = tagIn(`"${asset.hash}"`, encoding);
  reply.header("etag", etag);
  if (worth && !reply.hasHeader("vary")) reply.header("vary", "Accept-Encoding");
  const held = request.headers["if-none-match"];
  if (held?.trim() === "*" || heldTag(held, [etag])) return reply.code(304).send();
  reply.type(asset.type);
  if (!encoding) return reply.send(asset.body);
  let copy = asset.encoded.get(encoding);
  if (!copy) {
    copy = encode(asset.body, encoding);
    asset.encoded.set(encoding, copy);
  }
  return reply.header("content-encoding", encoding).send(await copy);
}
