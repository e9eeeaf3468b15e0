// The write path: one action, one mutation, one transaction.
//
//   role ─ sent before? ─ there at all? ─ input ─ source ─ version ─ machine ─┬─ report, states, version, change, outcome ─ commit ─ notify
//                                                                            └─ whatever is wrong comes back as data; nothing is written
//
// A dry run goes the same way, and its transaction is rolled back. What is particular to an action is its plan.
import type { Row } from "../graphql/load.ts";
import type { Write } from "../graphql/room.ts";
import { Refusal } from "../refusal.ts";
import { refused } from "./answer.ts";
import { carriedOut, Unfit } from "./carry.ts";
import type { EditInput, SaidInput } from "./input.ts";
import type { Creation, Found, Plan, Request, Subject } from "./plan.ts";
import { keep, sourceOf } from "./publication.ts";
import { record } from "./record.ts";
import { replaceable, without } from "./replace.ts";
import { replay, sentBefore, settled } from "./sent.ts";
import { stale } from "./stale.ts";

export { addressOf, languageOf } from "./address.ts";
export {
  type About,
  type Amendment,
  amend,
  type Establishment,
  establish,
} from "./amend.ts";
export { type Among, makeAmong, reportAmong, wrongAmong, wrongMaking } from "./among.ts";
export { missing, NOTHING, refused, slugIn, unknown } from "./answer.ts";
export { carriedOut, Unfit } from "./carry.ts";
export { claimOf, knowledge } from "./claim.ts";
export { EVER } from "./early.ts";
export {
  applied,
  clashing,
  differenceOf,
  type Fields,
  namesIn,
  partNamed,
  partsIn,
  reversed,
  type Value,
} from "./fields.ts";
export { checkOrder, givenDate, givenName, givenNames, givenWords } from "./given.ts";
export { checkWhen } from "./happened.ts";
export {
  type EditInput,
  LONGEST_NOTE,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
  type SaidInput,
  type SourceInput,
  type Wrong,
} from "./input.ts";
export { takenOut } from "./joined.ts";
export {
  earlierOf,
  firstSaid,
  joinedBy,
  type MergeInput,
  type Merger,
  merge,
  type Pair,
  unfitness,
} from "./merge.ts";
export { named, notThere } from "./named.ts";
export { freePart, type Part, partWished, type Wish } from "./part.ts";
export type { Creation, Found, Kind, Plan, Request, Said, Subject } from "./plan.ts";
export { keep, sourceOf } from "./publication.ts";
export { append } from "./record.ts";
export { replay, sentBefore, settled } from "./sent.ts";
export { freeSlug, slugOfWords } from "./slug.ts";
export { stale } from "./stale.ts";
export { goingFrom, type Kept, lackingIn, type Thing } from "./thing.ts";
export { retractionOf, wordOn } from "./word.ts";
export { put, withdraw } from "./write.ts";

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

/** Carries out an action's plan, inside the write of its mutation. */
export async function carryOut<Input extends EditInput, At extends Found<Subject>, Wish>(
  plan: Plan<Input, At, Wish>,
  request: Request<Input>,
): Promise<Row> {
  const { input, reading } = request;
  const found = await plan.find(reading, input);
  const earlier = await sentBefore(plan.action, request);
  if (earlier instanceof Refusal) return refused(earlier);
  // What it was written on may be withdrawn or merged by now; that it was written stays so.
  if (earlier)
    return replay(
      found instanceof Refusal ? async () => [null] : found.kind.bySlug,
      reading,
      earlier,
    );
  if (found instanceof Refusal) return refused(found);
  const { kind, entity } = found;
  const { wish, problems } = plan.read(input, reading, found);
  if (wish === null) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  if (entity.version !== input.expectedVersion)
    return refused(await stale(request, { type: kind.type, rows: kind.bySlug }, entity));
  const replaced = input.replaces == null ? null : await replaceable(request, found);
  if (replaced instanceof Refusal) return refused(replaced);
  const at = replaced ? await without(plan.find, request, found, replaced) : found;
  const illegal = plan.refuse(at, wish)?.within("input");
  // What it was to replace is taken back by now: that does not stand by itself.
  if (illegal && replaced) throw new Unfit(illegal);
  if (illegal) return refused(illegal);
  const kept = source && (await keep(reading.tx, source));
  const said = plan.report(at, wish, kept, request);
  const version = await kind.bump(reading.tx, entity.id);
  const before = found.isWithdrawn ? null : at.entity;
  const place = { kind, id: entity.id, version, before, mayWithdraw: found.mayWithdraw ?? false };
  const payload = await record(plan.action, request, place, said, kept);
  const unfit = plan.judge?.(at, payload.entity, wish)?.within("input");
  if (unfit) throw new Unfit(unfit);
  return settled(plan.action, request, payload);
}

async function make<Input extends SaidInput, Wish>(
  plan: Creation<Input, Wish>,
  request: Request<Input>,
): Promise<Row> {
  const { input, reading } = request;
  const { kind } = plan;
  const earlier = await sentBefore(plan.action, request);
  if (earlier instanceof Refusal) return refused(earlier);
  if (earlier) return replay(kind.bySlug, reading, earlier);
  const { wish, problems } = await plan.read(input, reading);
  if (wish === null) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  const kept = source && (await keep(reading.tx, source));
  const said = plan.report(wish, kept, request);
  const id = await plan.insert(reading.tx, wish, said);
  const place = { kind, id, version: 1, before: null, mayWithdraw: false };
  return settled(plan.action, request, await record(plan.action, request, place, said, kept));
}
