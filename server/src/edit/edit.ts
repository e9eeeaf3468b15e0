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
import {
  changeRow,
  changesOfRevisions,
  fingerprint,
  keepOutcome,
  lastChangeOf,
  type Outcome,
  outcomeOf,
  recordChange,
} from "../history/history.ts";
import { appendReports, type NewReport, reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { keepSource, type Publication, type SourceRow, sourcesById } from "../source/source.ts";
import type { Tx } from "../storage/storage.ts";
import { today } from "../when/day.ts";
import { missing, NOTHING, refused, slugIn } from "./answer.ts";
import type { EditInput, SaidInput, SourceInput } from "./input.ts";

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

/** What edits are about: how one kind of entity is found, counted and folded anew. */
export interface Kind {
  type: "Agreement" | "Event";
  subject: NewReport["subject"];
  /** Entry i for slug i, as known today; null where there is none, or nothing is known of it. */
  bySlug(reading: Reading, slugs: (string | null)[]): Promise<(Subject | null)[]>;
  bump(tx: Tx, id: string): Promise<number>;
  refold(tx: Tx, id: string): Promise<unknown>;
  /** What a change shows of it. */
  fieldsOf(entity: Subject): Record<string, unknown>;
}

/** An entity whose changes are counted, as known today. */
export interface Subject {
  id: string;
  version: number;
  status: string;
}

/** What an edit is about. */
export interface Found<Entity extends Subject> {
  kind: Kind;
  entity: Entity;
}

/** What is particular to an action. `Wish` is the input in the forms that the ledger keeps. */
export interface Plan<Input extends EditInput, At extends Found<Subject>, Wish> {
  /** The mutation's name, as the history shows it. */
  action: string;
  /** Another name of the payload for its entity. */
  alias?: string;
  /** What the edit is about; a refusal when it is not there. */
  find(reading: Reading, input: Input): Promise<At | Refusal>;
  /** Reads the input; the wish is null when anything is wrong with it. */
  read(input: Input, reading: Reading, at: At): { wish: Wish | null; problems: Refusal[] };
  /** Why the machine, or what stands, does not allow it. */
  refuse(at: At, wish: Wish): Refusal | null;
  /** The report that says it. The source is null only where an action can do without. */
  report(at: At, wish: Wish, source: SourceRow | null, from: From): Said;
}

/** Who edits, and what is known today. */
export interface From {
  by: string;
  reading: Reading;
}

/** What is particular to making something new. */
export interface Creation<Input extends SaidInput, Wish> {
  /** The mutation's name, as the history shows it. */
  action: string;
  alias?: string;
  kind: Kind;
  /** Reads the input against what is there; the wish is null when anything is wrong with it. */
  read(input: Input, reading: Reading): Promise<{ wish: Wish | null; problems: Refusal[] }>;
  /** Writes its rows, at version 1, and answers its slug. */
  insert(tx: Tx, wish: Wish, said: Said): Promise<string>;
  /** What is first said of it. */
  report(wish: Wish, source: SourceRow | null, from: From): Said;
}

/** What a new report says; the rest is worked out from who records it and when. */
export type Said = Omit<
  NewReport,
  "id" | "subject" | "subjectId" | "sourceIds" | "recordedAt" | "recordedBy"
>;

/** What came of an edit is not fit to stand: thrown inside a write, which it takes back. */
class Unfit extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** One request: what is asked, by whom, and when. */
interface Request<Input> {
  input: Input;
  by: string;
  at: string;
  reading: Reading;
}

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

/** What came of the same request when it was sent before; a refusal when its key stood for another. */
async function sentBefore(
  action: string,
  { input, by, reading }: Request<SaidInput>,
): Promise<Outcome | Refusal | null> {
  const key = input.idempotencyKey ?? null;
  const earlier = key === null ? null : await outcomeOf(reading.tx, by, key);
  if (!earlier) return null;
  return earlier.inputHash === hashOf(action, input) ? earlier.outcome : mismatch(key);
}

/** Keeps what came of a request under its key. */
async function settled(
  action: string,
  { input, by, at, reading }: Request<SaidInput>,
  payload: Row,
): Promise<Row> {
  const { entity, report, change } = payload;
  const outcome = { entityId: entity.id, reportId: report.id, revision: change.revision };
  if (input.idempotencyKey != null)
    await keepOutcome(reading.tx, by, input.idempotencyKey, hashOf(action, input), outcome, at);
  return payload;
}

function hashOf(action: string, input: SaidInput): string {
  return fingerprint({ ...input, action, idempotencyKey: null, dryRun: null });
}

/** Writes everything that a report entails. `before` is null for what has just been made. */
async function record(
  action: string,
  { by, at, reading }: Request<SaidInput>,
  {
    kind,
    id,
    version,
    before,
  }: { kind: Kind; id: string; version: number; before: Subject | null },
  said: Said,
  source: SourceRow | null,
): Promise<Row> {
  const { tx } = reading;
  const report: NewReport = {
    ...said,
    // A version is made once, so no two reports get one id; padded, so that ids sort as they came.
    id: `${id}--v${String(version).padStart(6, "0")}`,
    subject: kind.subject,
    subjectId: id,
    sourceIds: source ? [source.id] : [],
    recordedAt: at,
    recordedBy: by,
  };
  await appendReports(tx, [report]);
  await kind.refold(tx, id);
  const [after] = await kind.bySlug(reading, [id]);
  if (!after) throw new Unfit(emptied(kind));
  const change = await recordChange(tx, {
    at,
    by,
    action,
    entityType: kind.type,
    entityId: id,
    version,
    note: report.note,
    reportId: report.id,
    before: before && kind.fieldsOf(before),
    after: kind.fieldsOf(after),
  });
  const [reportRow] = await reportsById(tx, [report.id], null);
  return { ...NOTHING, entity: after, report: reportRow, change: changeRow(change) };
}

/** The answer to a request that was carried out before. The entity is as it stands now, which may be further on. */
async function replay(
  kind: Kind,
  reading: Reading,
  { entityId, reportId, revision }: Outcome,
): Promise<Row> {
  const { tx } = reading;
  const [entity] = await kind.bySlug(reading, [entityId]);
  const [report] = await reportsById(tx, [reportId], null);
  const [change] = await changesOfRevisions(tx, [revision]);
  return { ...NOTHING, entity, report, change: change ? changeRow(change) : null, replayed: true };
}

/** The source that an input names or gives; null when it does without. A new one is kept only once nothing else is wrong. */
async function sourceOf({
  input: { sourceId, source },
  reading,
}: Request<SaidInput>): Promise<SourceRow | Publication | Refusal | null> {
  if (sourceId == null) return source ? publicationOf(source) : null;
  const [row] = await sourcesById(reading.tx, [slugIn(sourceId, "Source")], null);
  return row ?? missing("sourceId", "source");
}

async function keep(tx: Tx, source: SourceRow | Publication): Promise<SourceRow> {
  return "id" in source ? source : keepSource(tx, source);
}

function publicationOf({ publisher, title, url, publishedOn, language }: SourceInput): Publication {
  return {
    publisher: publisher.trim(),
    title: title?.trim() || null,
    url: url ?? null,
    publishedOn: publishedOn ?? null,
    language: language ?? null,
  };
}

function mismatch(key: string | null): Refusal {
  const message = `The key “${key}” was used before with another input. Use a new key for a new request; nothing was written.`;
  return new Refusal("IDEMPOTENCY_MISMATCH", message, { path: ["input", "idempotencyKey"] });
}

function emptied({ type }: Kind): Refusal {
  const message = `Nothing would be known of this ${type.toLowerCase()} any more: every other report on it is taken back. Report what is so first, then take this one back.`;
  return new Refusal("INVALID_INPUT", message, { path: ["input"] });
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
