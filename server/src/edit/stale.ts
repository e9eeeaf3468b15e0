// Somebody was faster.
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import { type Changed, lastTouchOf } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import type { EditInput } from "./input.ts";
import type { Request } from "./plan.ts";

/** What somebody was faster with: its type, and how what stands now is read. */
interface Versioned {
  type: Changed;
  rows(reading: Reading, ids: string[]): Promise<(Row | null)[]>;
  /** The type of the error, where that is one of its own. */
  staleType?: string;
}

/**
 * The refusal of an edit that began from a version that is no more: with what stands now, and who made it so. Of what was withdrawn nothing stands,
 * so that is wrong input.
 */
export async function stale(
  { input: { expectedVersion }, reading }: Request<EditInput>,
  { type, rows, staleType }: Versioned,
  { id, version }: { id: string; version: number },
): Promise<Refusal> {
  const path = ["input", "expectedVersion"];
  const [current = null] = await rows(reading, [id]);
  if (current === null) {
    const message = `This was withdrawn: what is left of it has version ${version}, and you began from ${expectedVersion}. Look at its history.`;
    return new Refusal("INVALID_INPUT", message, { path });
  }
  const last = await lastTouchOf(reading.tx, type, id);
  const message = `This ${type.toLowerCase()} changed while you were editing: it has version ${version} now, and you began from ${expectedVersion}. Look at \`current\`, then send your edit again with its version.`;
  const facts = {
    current,
    expectedVersion,
    currentVersion: version,
    changedBy: last?.by ?? null,
    changedAt: last?.at ?? null,
    ...(staleType && { __typename: staleType }),
  };
  return new Refusal("STALE_VERSION", message, { facts, path });
}
