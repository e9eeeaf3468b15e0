// What comes with a file that is to be imported: what its address says of it, and its bytes.
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import type { ImportInput } from "../bundle/bundle.ts";
import { checkGiven } from "../graphql/given.ts";
import { Refusal } from "../refusal.ts";

const text = z.string().nullable().default(null);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
/** What stands in the address: what `importBundle` takes beside the text, a new source by its parts. */
const asked = z.strictObject({
  note: z.string(),
  mode: z.enum(["ALL_OR_NOTHING", "GOOD_ROWS"]).default("ALL_OR_NOTHING"),
  dryRun: flag.default(false),
  idempotencyKey: text,
  sourceId: text,
  publisher: text,
  title: text,
  url: text,
  publishedOn: text,
  language: text,
});

/** What the address of an import says. Refuses with INVALID_INPUT what it cannot, and what is no parameter. */
export function saidIn(query: unknown): Omit<ImportInput, "format" | "text"> {
  const found = asked.safeParse(query);
  if (!found.success) throw misshapen(found.error);
  checkGiven(found.data);
  const { note, mode, dryRun, idempotencyKey, sourceId, ...source } = found.data;
  const { publisher, ...more } = source;
  if (publisher === null && Object.values(more).some((each) => each !== null))
    throw new Refusal("INVALID_INPUT", "A new source needs a publisher.", { path: ["publisher"] });
  const own = publisher === null ? null : { publisher, ...more };
  return { note, mode, dryRun, idempotencyKey, sourceId, source: own };
}

function misshapen(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const names = Object.keys(asked.shape).join(", ");
  if (issue?.code === "unrecognized_keys")
    return new Refusal(
      "INVALID_INPUT",
      `\`${issue.keys[0]?.slice(0, 60)}\` is no parameter of an import. They are ${names}.`,
      { path: issue.keys.slice(0, 1) },
    );
  const name = String(issue?.path[0] ?? "");
  const what = name === "note" ? "a sentence for the history" : `once: ${issue?.message}`;
  return new Refusal("INVALID_INPUT", `Give the parameter \`${name}\`, ${what}.`, { path: [name] });
}

/**
 * The whole body; null as soon as it is longer than `longest` bytes.
 * @throws Refusal UNAVAILABLE when it ends before its end.
 */
export async function bytesOf(raw: IncomingMessage, longest: number): Promise<Buffer | null> {
  if (Number(raw.headers["content-length"] ?? 0) > longest) return null;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    // Not destroyed by whoever stops reading: the refusal has to go out by the same socket.
    for await (const part of raw.iterator({ destroyOnReturn: false })) {
      length += part.length;
      if (length > longest) return null;
      parts.push(part);
    }
  } catch (error) {
    throw cut(error);
  }
  return Buffer.concat(parts);
}

/** The refusal that nobody hears, as whoever sent the file has hung up. */
export function cut(cause?: unknown): Refusal {
  return new Refusal("UNAVAILABLE", "The connection was cut, so nothing was imported.", { cause });
}
