// The write path: one action, one mutation, one transaction.
//
//   role ─ sent before? ─ there at all? ─ input ─ source ─ version ─ machine ─┬─ report, states, version, change, outcome ─ commit ─ notify
//                                                                            └─ whatever is wrong comes back as data; nothing is written
//
// A dry run goes the same way, and its transaction is rolled back.
import { requireRole } from "../access/access.ts";
import type { Reading } from "../graphql/context.ts";
import { partsOfGlobalId } from "../graphql/id.ts";
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
import { isRefusal, Refusal } from "../refusal.ts";
import { keepSource, type Publication, type SourceRow, sourcesById } from "../source/source.ts";
import { type Day, isoOf, today } from "../when/day.ts";
import { wordsOfWhen } from "../when/words.ts";
import { refuseMove } from "./move.ts";
import { type AgreementRow, agreementsBySlug } from "./rows.ts";
import { bumpVersion, refoldAgreement } from "./store.ts";
import { type ReportAgreementStatusInput, readWish, type Wish } from "./wish.ts";

const ACTION = "reportAgreementStatus";

/** One request: what is asked, by whom, and when. */
interface Request {
  input: ReportAgreementStatusInput;
  by: string;
  at: string;
  reading: Reading;
}

/** Carries out the mutation `reportAgreementStatus`. Refuses whoever is not an editor; everything else that is expected is in the payload. */
export const reportAgreementStatus: Write<{ input: ReportAgreementStatusInput }> = async (
  { input },
  { viewer, clock, storage },
  complete,
) => {
  const by = requireRole(viewer, "EDITOR");
  const at = clock().toISOString();
  const now = today(clock);
  return storage.write(
    async (tx) => {
      const reading: Reading = { tx, asOf: null, today: now };
      return complete(tx, await carryOut({ input, by, at, reading }));
    },
    { dryRun: input.dryRun === true },
  );
};

async function carryOut(request: Request): Promise<Row> {
  const { input, by, reading } = request;
  const { tx } = reading;
  const key = input.idempotencyKey ?? null;
  const inputHash = fingerprint({ ...input, idempotencyKey: null, dryRun: null });
  const earlier = key === null ? null : await outcomeOf(tx, by, key);
  if (earlier) {
    return earlier.inputHash === inputHash
      ? replay(reading, earlier.outcome)
      : refused(mismatch(key));
  }
  const agreement = await agreementOf(reading, input.agreementId);
  if (!agreement) return refused(missing("agreementId", "agreement"));
  const { wish, problems } = readWish(input, reading.today);
  if (wish === null) return refused(...problems.map(errorRow));
  const recorded = await recordedSource(request);
  if (input.sourceId != null && !recorded) return refused(missing("sourceId", "source"));
  if (agreement.version !== input.expectedVersion) return refused(await stale(request, agreement));
  const illegal =
    refuseMove(agreement.status, wish.status, agreement) ?? outOfOrder(agreement, wish);
  if (illegal) return refused(errorRow(illegal.within("input")));
  const source = recorded ?? (await keepSource(tx, publicationOf(input)));
  const payload = await record(request, agreement, wish, source);
  if (key !== null) {
    const outcome = {
      entityId: agreement.id,
      reportId: payload.report.id,
      revision: payload.change.revision,
    };
    await keepOutcome(tx, by, key, inputHash, outcome, request.at);
  }
  return payload;
}

/** Writes everything that a report entails. */
async function record(
  { input, by, at, reading }: Request,
  before: AgreementRow,
  wish: Wish,
  source: SourceRow,
): Promise<Row> {
  const { tx, today } = reading;
  const { id } = before;
  const version = await bumpVersion(tx, id);
  const report: NewReport = {
    // A version is made once, so no two reports get one id; padded, so that ids sort as they came.
    id: `${id}--v${String(version).padStart(6, "0")}`,
    subject: "AGREEMENT",
    subjectId: id,
    act: "CLAIM",
    targetId: null,
    ...knowledge(wish, source, today),
    status: wish.status,
    step: null,
    moves: true,
    when: wish.when,
    placeId: null,
    claimant: wish.claimant ?? source.publisher,
    standing: "OUTLET",
    parties: [],
    body: null,
    confidence: "CERTAIN",
    dateConfidence: "CERTAIN",
    uncertainty: null,
    note: wish.note,
    sourceIds: [source.id],
    recordedAt: at,
    recordedBy: by,
  };
  await appendReports(tx, [report]);
  await refoldAgreement(tx, id);
  const after = await agreementOf(reading, input.agreementId);
  if (!after) throw new Error(`${id} has no state after a report was added`);
  const change = await recordChange(tx, {
    at,
    by,
    action: ACTION,
    entityType: "Agreement",
    entityId: id,
    version,
    note: wish.note,
    reportId: report.id,
    before: fieldsOf(before),
    after: fieldsOf(after),
  });
  const [reportRow] = await reportsById(tx, [report.id], null);
  return {
    ...EMPTY,
    entity: after,
    agreement: after,
    report: reportRow,
    change: changeRow(change),
  };
}

/** From when the world could know: the day given, else the source's, else today. A source cannot have known what was still to come. */
function knowledge(
  { knownOn, when }: Wish,
  { publishedDay }: SourceRow,
  today: Day,
): Pick<NewReport, "knownOn" | "knownOnBasis"> {
  if (knownOn !== null) return { knownOn, knownOnBasis: "EDITOR" };
  const isPlausible =
    publishedDay !== null && publishedDay <= today && publishedDay >= (when.earliest ?? 0);
  return isPlausible
    ? { knownOn: publishedDay, knownOnBasis: "SOURCE" }
    : { knownOn: today, knownOnBasis: "EDITOR" };
}

/** What a change shows of an agreement. */
function fieldsOf({ status, when, disputed, ratified, mustRatify, version }: AgreementRow) {
  return { status, when: when.edtf, disputed, ratified, mustRatify, version };
}

/** A later status cannot have been entered before the present one was. A rival date of the same status may be any. */
function outOfOrder({ status, when }: AgreementRow, wish: Wish): Refusal | null {
  const [entered, wished] = [when.earliest, wish.when.latest];
  if (wish.status === status || entered === null || wished === null || wished >= entered)
    return null;
  return new Refusal(
    "INVALID_INPUT",
    `That is before the agreement came to stand where it does (${wordsOfWhen(when)}). Give ${isoOf(entered)} or a later day, or report the earlier status's date first.`,
    { path: ["when"] },
  );
}

async function agreementOf({ tx }: Reading, globalId: string): Promise<AgreementRow | null> {
  const slug = slugIn(globalId, "Agreement");
  const [row] = await agreementsBySlug(tx, [slug], null);
  return row ?? null;
}

async function recordedSource({ input, reading }: Request): Promise<SourceRow | null> {
  const [row] = await sourcesById(reading.tx, [slugIn(input.sourceId ?? "", "Source")], null);
  return row ?? null;
}

/** The slug in an id of the type; null for an id of anything else, which then is simply not found. */
function slugIn(globalId: string, type: string): string | null {
  try {
    const parts = partsOfGlobalId(globalId);
    return parts.type === type ? parts.slug : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

function publicationOf({ source }: ReportAgreementStatusInput): Publication {
  return {
    publisher: source?.publisher.trim() ?? "",
    title: source?.title?.trim() || null,
    url: source?.url ?? null,
    publishedOn: source?.publishedOn ?? null,
    language: source?.language ?? null,
  };
}

/** The answer to a request that was carried out before. The entity is as it stands now, which may be further on. */
async function replay({ tx }: Reading, { entityId, reportId, revision }: Outcome): Promise<Row> {
  const [entity] = await agreementsBySlug(tx, [entityId], null);
  const [report] = await reportsById(tx, [reportId], null);
  const [change] = await changesOfRevisions(tx, [revision]);
  return {
    ...EMPTY,
    entity,
    agreement: entity,
    report,
    change: change ? changeRow(change) : null,
    replayed: true,
  };
}

const EMPTY = {
  entity: null,
  agreement: null,
  report: null,
  change: null,
  replayed: false,
  errors: [],
};

function refused(...errors: Row[]): Row {
  return { ...EMPTY, errors };
}

function missing(field: string, what: string): Row {
  const message = `There is no ${what} with this id. Take it from the \`id\` field of an answer.`;
  return errorRow(new Refusal("NOT_FOUND", message, { path: ["input", field] }));
}

function mismatch(key: string | null): Row {
  const message = `The key “${key}” was used before with another input. Use a new key for a new request; nothing was written.`;
  return errorRow(
    new Refusal("IDEMPOTENCY_MISMATCH", message, { path: ["input", "idempotencyKey"] }),
  );
}

async function stale({ input, reading }: Request, current: AgreementRow): Promise<Row> {
  const last = await lastChangeOf(reading.tx, "Agreement", current.id);
  const message = `This agreement changed while you were editing: it has version ${current.version} now, and you began from ${input.expectedVersion}. Look at \`current\`, then send your edit again with its version.`;
  const facts = {
    current,
    expectedVersion: input.expectedVersion,
    currentVersion: current.version,
    changedBy: last?.by ?? null,
    changedAt: last?.at ?? null,
  };
  return errorRow(
    new Refusal("STALE_VERSION", message, { facts, path: ["input", "expectedVersion"] }),
  );
}

const ERROR_TYPES: Partial<Record<Refusal["code"], string>> = {
  STALE_VERSION: "StaleVersionError",
  ILLEGAL_TRANSITION: "IllegalTransitionError",
  INVALID_INPUT: "InvalidInputError",
  NOT_FOUND: "NotFoundError",
  IDEMPOTENCY_MISMATCH: "IdempotencyMismatchError",
};

/** A refusal as an error of the payload; its facts are the fields of its type. */
function errorRow({ code, message, inputPath, facts }: Refusal): Row {
  return { __typename: ERROR_TYPES[code], code, message, path: inputPath, ...facts };
}
