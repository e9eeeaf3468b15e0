// A request that is sent again is carried out once.
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import {
  changeRow,
  changesOfRevisions,
  fingerprint,
  keepOutcome,
  type Outcome,
  outcomeOf,
} from "../history/history.ts";
import { reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { NOTHING } from "./answer.ts";
import type { SaidInput } from "./input.ts";
import type { Request } from "./plan.ts";

/** What came of the same request when it was sent before; a refusal when its key stood for another. */
export async function sentBefore(
  action: string,
  { input, by, reading }: Request<SaidInput>,
): Promise<Outcome | Refusal | null> {
  const key = input.idempotencyKey ?? null;
  const earlier = key === null ? null : await outcomeOf(reading.tx, by, key);
  if (!earlier) return null;
  return earlier.inputHash === hashOf(action, input) ? earlier.outcome : mismatch(key);
}

/** Keeps what came of a request under its key; of one that was of many rows, also what was told of each. */
export async function settled(
  action: string,
  { input, by, at, reading }: Request<SaidInput>,
  payload: Row,
  rows?: readonly unknown[],
): Promise<Row> {
  const { report, change } = payload;
  const { entityId, revision } = change;
  const outcome = { entityId, reportId: report?.id ?? null, revision, ...(rows && { rows }) };
  if (input.idempotencyKey != null)
    await keepOutcome(reading.tx, by, input.idempotencyKey, hashOf(action, input), outcome, at);
  return payload;
}

function hashOf(action: string, input: SaidInput): string {
  return fingerprint({
    ...input,
    action,
    ...cleared(action, input),
    idempotencyKey: null,
    dryRun: null,
  });
}

/** To a correction, null clears a field that would otherwise stay; to a fingerprint, it is as good as left out. */
function cleared(action: string, input: SaidInput): { cleared?: string[] } {
  if (!action.startsWith("update")) return {};
  const names = Object.entries(input).flatMap(([name, value]) => (value === null ? [name] : []));
  return names.length > 0 ? { cleared: names.sort() } : {};
}

/** The answer to a request that was carried out before. The entity is as it stands now, which may be further on. */
export async function replay(
  rows: (reading: Reading, ids: string[]) => Promise<(Row | null)[]>,
  reading: Reading,
  { entityId, reportId, revision }: Outcome,
): Promise<Row> {
  const { tx } = reading;
  const [entity = null] = await rows(reading, [entityId]);
  const [report = null] = await reportsById(tx, [reportId], null);
  const [change] = await changesOfRevisions(tx, [revision]);
  return { ...NOTHING, entity, report, change: change ? changeRow(change) : null, replayed: true };
}

function mismatch(key: string | null): Refusal {
  const message = `The key “${key}” was used before with another input. Use a new key for a new request; nothing was written.`;
  return new Refusal("IDEMPOTENCY_MISMATCH", message, { path: ["input", "idempotencyKey"] });
}
