// The write path: one action, one mutation, one transaction.
//
//   role ─ sent before? ─ there at all? ─ input ─ source ─ version ─ machine ─┬─ report, states, version, change, outcome ─ commit ─ notify
//                                                                            └─ whatever is wrong comes back as data; nothing is written
//
// A dry run goes the same way, and its transaction is rolled back. What is particular to an action is its plan.
import { requireRole } from "../access/access.ts";
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { Write } from "../graphql/room.ts";
import { lastChangeOf } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { today } from "../when/day.ts";
import { refused } from "./answer.ts";
import type { EditInput, SaidInput } from "./input.ts";
import type { Creation, Found, Plan, Request, Subject } from "./plan.ts";
import { keep, sourceOf } from "./publication.ts";
import { record, Unfit } from "./record.ts";
import { replay, sentBefore, settled } from "./sent.ts";

export { missing, slugIn } from "./answer.ts";
export { claimOf, knowledge } from "./claim.ts";
export {
  type EditInput,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
  type SaidInput,
  type SourceInput,
  type Wrong,
} from "./input.ts";
export type { Creation, Found, Kind, Plan, Said, Subject } from "./plan.ts";

/** The mutation of a plan. Refuses whoever is not an editor; everything else that is expected is in the payload. */
export function edit<Input extends EditInput, At extends Found<Subject>, Wish>(
  plan: Plan<Input, At, Wish>,
): Write<{ input: Input }> {
  return carriedOut(plan.alias, (request) => carryOut(plan, request));
}

/** The mutation that makes something new, and what is first said of it. Refuses like `edit`. */
export function create<Input extends SaidInput, Wish>(
  plan: Creation<Input, Wish>,
): Write<{ input: Input }> {
  return carriedOut(plan.alias, (request) => make(plan, request));
}

function carriedOut<Input extends SaidInput>(
  alias: string | undefined,
  carry: (request: Request<Input>) => Promise<Row>,
): Write<{ input: Input }> {
  return async ({ input }, { viewer, clock, storage }, complete) => {
    const by = requireRole(viewer, "EDITOR");
    const at = clock().toISOString();
    const now = today(clock);
    const answer = (tx: Tx, payload: Row) =>
      complete(tx, alias ? { ...payload, [alias]: payload.entity } : payload);
    try {
      return await storage.write(
        async (tx) => {
          const reading: Reading = { tx, asOf: null, today: now };
          return answer(tx, await carry({ input, by, at, reading }));
        },
        { dryRun: input.dryRun === true },
      );
    } catch (error) {
      // Seen only once it had been written: it is taken back with the transaction, and told like the rest.
      if (!(error instanceof Unfit)) throw error;
      return storage.read((tx) => answer(tx, refused(error.refusal)));
    }
  };
}

async function carryOut<Input extends EditInput, At extends Found<Subject>, Wish>(
  plan: Plan<Input, At, Wish>,
  request: Request<Input>,
): Promise<Row> {
  const { input, reading } = request;
  const found = await plan.find(reading, input);
  const earlier = await sentBefore(plan.action, request);
  if (earlier instanceof Refusal) return refused(earlier);
  if (found instanceof Refusal) return refused(found);
  if (earlier) return replay(found.kind, reading, earlier);
  const { kind, entity } = found;
  const { wish, problems } = plan.read(input, reading, found);
  if (wish === null) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  if (entity.version !== input.expectedVersion) return refused(await stale(request, found));
  const illegal = plan.refuse(found, wish);
  if (illegal) return refused(illegal.within("input"));
  const kept = source && (await keep(reading.tx, source));
  const said = plan.report(found, wish, kept, request);
  const version = await kind.bump(reading.tx, entity.id);
  const place = { kind, id: entity.id, version, before: entity };
  return settled(plan.action, request, await record(plan.action, request, place, said, kept));
}

async function make<Input extends SaidInput, Wish>(
  plan: Creation<Input, Wish>,
  request: Request<Input>,
): Promise<Row> {
  const { input, reading } = request;
  const { kind } = plan;
  const earlier = await sentBefore(plan.action, request);
  if (earlier instanceof Refusal) return refused(earlier);
  if (earlier) return replay(kind, reading, earlier);
  const { wish, problems } = await plan.read(input, reading);
  if (wish === null) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  const kept = source && (await keep(reading.tx, source));
  const said = plan.report(wish, kept, request);
  const id = await plan.insert(reading.tx, wish, said);
  const place = { kind, id, version: 1, before: null };
  return settled(plan.action, request, await record(plan.action, request, place, said, kept));
}

async function stale(
  { input, reading }: Request<EditInput>,
  { kind, entity: current }: Found<Subject>,
): Promise<Refusal> {
  const last = await lastChangeOf(reading.tx, kind.type, current.id);
  const noun = kind.type.toLowerCase();
  const message = `This ${noun} changed while you were editing: it has version ${current.version} now, and you began from ${input.expectedVersion}. Look at \`current\`, then send your edit again with its version.`;
  const facts = {
    current,
    expectedVersion: input.expectedVersion,
    currentVersion: current.version,
    changedBy: last?.by ?? null,
    changedAt: last?.at ?? null,
  };
  return new Refusal("STALE_VERSION", message, { facts, path: ["input", "expectedVersion"] });
}
