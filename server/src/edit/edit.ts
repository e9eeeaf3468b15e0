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
import { keepSource, type SourceRow, sourcesById } from "../source/source.ts";
import type { Tx } from "../storage/storage.ts";
import { today } from "../when/day.ts";
import { missing, NOTHING, refused, slugIn } from "./answer.ts";
import type { EditInput } from "./input.ts";

export { missing, slugIn } from "./answer.ts";
export { claimOf, knowledge } from "./claim.ts";
export {
  type EditInput,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
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
  return async ({ input }, { viewer, clock, storage }, complete) => {
    const by = requireRole(viewer, "EDITOR");
    const at = clock().toISOString();
    const now = today(clock);
    const answer = (tx: Tx, payload: Row) =>
      complete(tx, plan.alias ? { ...payload, [plan.alias]: payload.entity } : payload);
    try {
      return await storage.write(
        async (tx) => {
          const reading: Reading = { tx, asOf: null, today: now };
          return answer(tx, await carryOut(plan, { input, by, at, reading }));
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
  const { input, by, reading } = request;
  const { tx } = reading;
  const key = input.idempotencyKey ?? null;
  const inputHash = fingerprint({
    ...input,
    action: plan.action,
    idempotencyKey: null,
    dryRun: null,
  });
  const earlier = key === null ? null : await outcomeOf(tx, by, key);
  const found = await plan.find(reading, input);
  if (earlier) {
    if (earlier.inputHash !== inputHash) return refused(mismatch(key));
    if (!(found instanceof Refusal)) return replay(found.kind, reading, earlier.outcome);
  }
  if (found instanceof Refusal) return refused(found);
  const { wish, problems } = plan.read(input, reading, found);
  if (wish === null) return refused(...problems);
  const recorded = await recordedSource(request);
  if (input.sourceId != null && !recorded) return refused(missing("sourceId", "source"));
  if (found.entity.version !== input.expectedVersion) return refused(await stale(request, found));
  const illegal = plan.refuse(found, wish);
  if (illegal) return refused(illegal.within("input"));
  const source =
    recorded ?? (input.source ? await keepSource(tx, publicationOf(input.source)) : null);
  const said = plan.report(found, wish, source, request);
  const payload = await record(plan.action, request, found, said, source);
  if (key !== null) {
    const outcome = {
      entityId: found.entity.id,
      reportId: payload.report.id,
      revision: payload.change.revision,
    };
    await keepOutcome(tx, by, key, inputHash, outcome, request.at);
  }
  return payload;
}

/** Writes everything that a report entails. */
async function record(
  action: string,
  { by, at, reading }: Request<EditInput>,
  { kind, entity: before }: Found<Subject>,
  said: Said,
  source: SourceRow | null,
): Promise<Row> {
  const { tx } = reading;
  const { id } = before;
  const version = await kind.bump(tx, id);
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
    before: kind.fieldsOf(before),
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

async function recordedSource({ input, reading }: Request<EditInput>): Promise<SourceRow | null> {
  const [row] = await sourcesById(reading.tx, [slugIn(input.sourceId ?? "", "Source")], null);
  return row ?? null;
}

function publicationOf({
  publisher,
  title,
  url,
  publishedOn,
  language,
}: NonNullable<EditInput["source"]>) {
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
