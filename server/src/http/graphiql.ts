/** GraphiQL on the API's own address: what a browser gets where a program gets the API. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Asset } from "./assets.ts";
import { sendAsset } from "./assets.ts";

/** Monaco writes its styles into the page, carries its icon font within them and starts workers from blobs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Whether a request comes from somebody who looks at pages: a GET that would rather have HTML than data. */
export function wantsPage(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? "";
  return /\btext\/html\b/i.test(accept);
}

/** Sends the page. */
export function sendGraphiql(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Asset,
): Promise<FastifyReply> {
  reply.header("content-security-policy", POLICY).header("cache-control", "no-cache");
  return sendAsset(request, reply, page);
}
