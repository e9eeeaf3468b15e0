// Two records of one thing become one: what pointed at the one that goes points at the one that stays, which its id and slug lead to from then on.
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { Write } from "../graphql/room.ts";
import { changeRow, mergedInto, recordChange } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import type { SourceRow } from "../source/source.ts";
import { becomePart } from "../storage/merged.ts";
import { repoint } from "../storage/repoint.ts";
import type { Tx } from "../storage/storage.ts";
import { refused, slugIn } from "./answer.ts";
import { carriedOut } from "./carry.ts";
import { checkEarly, type Early } from "./early.ts";
import type { Fields } from "./fields.ts";
import {
  type EditInput,
  problemsOfInput,
  readCommon,
  type SaidInput,
  type Wrong,
} from "./input.ts";
import { notThere } from "./named.ts";
import type { Request } from "./plan.ts";
import { keep, sourceOf } from "./publication.ts";
import { replay, sentBefore, settled } from "./sent.ts";
import { stale } from "./stale.ts";
import type { Kept, Thing } from "./thing.ts";
import { put } from "./write.ts";

/** The input of a merge, as the contract has it. `expectedVersion` is that of the one that stays. */
export interface MergeInput extends EditInput {
  fromId: string;
  intoId: string;
  expectedFromVersion: number;
}

/** One of the two, as it is kept. */
export type Side = Kept & { id: string };

/** Two records of one thing. */
export interface Pair {
  from: Side;
  into: Side;
}

/** What is particular to merging one type of thing. */
export interface Merger {
  /** The mutation's name, as the history shows it. */
  action: string;
  alias: string;
  thing: Thing;
  /** What the one that stays says from then on, beside what pointed at the other. */
  joined(into: Fields, from: Fields): Fields;
  /** Notes why the two cannot be one as they are, at `fromId`, and what to do first. */
  check?(tx: Tx, pair: Pair, wrong: Wrong): Promise<void> | void;
  /** Of what is known from a day on: nothing may be told before. Left out where what is said has days of its own. */
  early?: Early;
  /** Takes away rows of the one that goes that say no more than rows of the other; answers each as `storage/repoint` tells it. */
  spared?(tx: Tx, pair: Pair): Promise<string[]>;
}

/** The mutation that merges. Refuses like `amend`. It needs no source: it says nothing of the world. */
export function merge(merger: Merger): Write<{ input: MergeInput }> {
  const { action, alias, thing } = merger;
  return carriedOut(alias, async (request: Request<MergeInput>) => {
    const { input, reading } = request;
    const { tx } = reading;
    const earlier = await sentBefore(action, request);
    if (earlier instanceof Refusal) return refused(earlier);
    if (earlier) {
      const id = (await mergedInto(tx, thing.type, earlier.entityId)) ?? earlier.entityId;
      return replay((at) => thing.rows(at, [id]), reading, earlier);
    }
    const from = await sideOf(reading, thing, input.fromId, "fromId");
    const into = await sideOf(reading, thing, input.intoId, "intoId");
    if (from instanceof Refusal) return refused(from);
    if (into instanceof Refusal) return refused(into);
    const { problems, wrong } = problemsOfInput();
    if (from.id === into.id) wrong("fromId", "It is the same as the one that stays. Give another.");
    readCommon(input, wrong, { needsSource: false });
    const source = await sourceOf(request);
    if (problems.length > 0) return refused(...problems);
    if (source instanceof Refusal) return refused(source);
    if (into.version !== input.expectedVersion) return refused(await stale(request, thing, into));
    if (from.version !== input.expectedFromVersion)
      return refused(await staleFrom(request, thing, from));
    const unfit = await unfitness(tx, merger, { from, into });
    if (unfit.length > 0) return refused(...unfit);
    const given = source && (await keep(tx, source));
    return settled(action, request, await joinedBy(action, request, merger, { from, into }, given));
  });
}

/** Why the two cannot be one as they are, at `field`, and what to do first. */
export async function unfitness(
  tx: Tx,
  { check, early, joined }: Merger,
  { from, into }: Pair,
  field = "fromId",
): Promise<Refusal[]> {
  const { problems, wrong } = problemsOfInput();
  const at: Wrong = (_, message) => wrong(field, message);
  await check?.(tx, { from, into }, at);
  const merged = { ...into.fields, ...joined(into.fields, from.fields) };
  if (early && problems.length === 0) await checkEarly(tx, { from, into }, merged, early, at);
  return problems;
}

/** Makes two one, and records both changes: of the one that stays, then of the one that goes, which is the one to undo. */
export async function joinedBy(
  action: string,
  request: Request<SaidInput>,
  { thing, joined, spared }: Merger,
  { from, into }: Pair,
  source: SourceRow | null,
): Promise<Row> {
  const { tx } = request.reading;
  const gone = (await spared?.(tx, { from, into })) ?? [];
  const moved = [...gone, ...(await repoint(tx, thing, from.id, into.id))];
  if (thing.stays) await becomePart(tx, thing.table, from.id, into.id);
  else await thing.remove(tx, from.id);
  await thing.refold?.(tx, [from.id, into.id]);
  const whole = await thing.read(tx, into.id);
  const fields = { ...whole?.fields, ...joined(into.fields, from.fields) };
  const payload = await put(action, request, thing, { id: into.id, before: into, fields }, source);
  const change = await recordChange(tx, {
    ...{ at: request.at, by: request.by, action, entityType: thing.type, entityId: from.id },
    ...{ note: request.input.note.trim(), version: from.version + 1, reportId: null },
    ...{ sourceId: source?.id ?? null, undoes: request.undoes ?? null, before: from.fields },
    after: { mergedInto: into.id, moved },
  });
  return { ...payload, change: changeRow(change) };
}

async function sideOf(
  reading: Reading,
  thing: Thing,
  globalId: string,
  field: string,
): Promise<Side | Refusal> {
  const id = slugIn(globalId, thing.type);
  const kept = id === null ? null : await thing.read(reading.tx, id);
  if (id === null || kept === null) return notThere(reading, thing, id, field, thing.noun);
  return { id, ...kept };
}

async function staleFrom(
  request: Request<MergeInput>,
  thing: Thing,
  at: { id: string; version: number },
): Promise<Refusal> {
  const { input } = request;
  const asked = { ...request, input: { ...input, expectedVersion: input.expectedFromVersion } };
  const { code, message, facts } = await stale(asked, thing, at);
  return new Refusal(code, message, { facts, path: ["input", "expectedFromVersion"] });
}

/** A word that the one that stays says, or else the other. */
export function firstSaid<Name extends string>(
  names: readonly Name[],
  into: Fields,
  from: Fields,
): Fields {
  return Object.fromEntries(names.map((name) => [name, into[name] ?? from[name] ?? null]));
}

/** The earlier of two days of knowledge, ISO 8601; null, for ever, where either is. */
export function earlierOf(into: Fields, from: Fields): string | null {
  const days = [into.knownOn, from.knownOn] as (string | null)[];
  return days.includes(null) ? null : (days.toSorted()[0] ?? null);
}
