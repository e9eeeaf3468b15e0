/** Compression: which encoding a client takes, and a body in it. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

const squeezeBrotli = promisify(brotliCompress);
const squeezeGzip = promisify(gzip);

/** Bodies shorter than this, in bytes, fit one packet anyway and are sent as they are. */
const WORTH_IT = 1400;

/** The best encoding that an `Accept-Encoding` header allows; null for none. A weight of 0 forbids. */
export function encodingFor(accepts: string | undefined): Encoding | null {
  const allowed = new Set<string>();
  for (const part of (accepts ?? "").toLowerCase().split(",")) {
    const [name, ...settings] = part.split(";").map((text) => text.trim());
    const forbidden = settings.some((setting) => /^q=0(\.0*)?$/.test(setting));
    if (name && !forbidden) allowed.add(name);
  }
  if (allowed.has("br")) return "br";
  return allowed.has("gzip") ? "gzip" : null;
}

/** Whether compressing a body of this type and length, in bytes, is worth the work. */
export function isWorthEncoding(type: string, length: number): boolean {
  return (
    length >= WORTH_IT &&
    /^(text\/|image\/svg|application\/(json|graphql|manifest|wasm))|javascript/.test(type)
  );
}

/** The body in an encoding. Works off the main thread; tuned for bodies made on demand. */
export function encode(body: Buffer | string, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return squeezeGzip(body, { level: 5 });
  return squeezeBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
