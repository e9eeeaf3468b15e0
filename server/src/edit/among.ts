// One of many edits that are recorded by one change: checked like every edit, but without a version, a key or a change of its own.
import type { Report } from "../ledger/ledger.ts";
import { liveOn, reportsOfSubjects } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { type SourceRow, sameSource } from "../source/source.ts";
import type { EditInput, SaidInput } from "./input.ts";
import type { Creation, Found, Plan, Request, Said, Subject } from "./plan.ts";
import { keep, sourceOf } from "./publication.ts";
import { append } from "./record.ts";

/** What came of one: the report that was written, or null when all of it had been said already; or all that is wrong. */
export type Among =
  | { id: string; reportId: string | null; after: Subject | null; problems?: never }
  | { problems: Refusal[] };

/** Says something of what is there. What a claim that stands says already is not said twice. */
export async function reportAmong<Input extends EditInput, At extends Found<Subject>, Wish>(
  plan: Plan<Input, At, Wish>,
  request: Request<Input>,
): Promise<Among> {
  const { input, reading } = request;
  const { tx } = reading;
  const found = await plan.find(reading, input);
  if (found instanceof Refusal) return { problems: [found] };
  const { wish, problems } = plan.read(input, reading, found);
  if (wish === null) return { problems };
  const source = await sourceOf(request);
  if (source instanceof Refusal) return { problems: [source] };
  const { kind, entity } = found;
  const { id } = entity;
  const held = source && ("id" in source ? source : await sameSource(tx, source));
  const isDated = input.knownOn != null;
  if (held) {
    const [reports = []] = await reportsOfSubjects(tx, kind.subject, [id]);
    const said = plan.report(found, wish, held, request);
    if (liveOn(reports, reading.today).claims.some((claim) => isSaid(claim, said, held, isDated)))
      return { id, reportId: null, after: entity };
  }
  const illegal = plan.refuse(found, wish);
  if (illegal) return { problems: [illegal.within("input")] };
  const kept = source && (await keep(tx, source));
  const said = plan.report(found, wish, kept, request);
  const version = await kind.bump(tx, id);
  const place = { kind, id, version, before: entity, mayWithdraw: false };
  const { report, after } = await append(request, place, said, kept);
  return { id, reportId: report.id, after };
}

/** All that is wrong with what `reportAmong` would say. Writes nothing. */
export async function wrongAmong<Input extends EditInput, At extends Found<Subject>, Wish>(
  plan: Plan<Input, At, Wish>,
  request: Request<Input>,
): Promise<Refusal[]> {
  const { input, reading } = request;
  const found = await plan.find(reading, input);
  const source = await sourceOf(request);
  const unsourced = source instanceof Refusal ? [source] : [];
  if (found instanceof Refusal) return [found, ...unsourced];
  const { wish, problems } = plan.read(input, reading, found);
  const illegal = wish === null ? plan.closed?.(found, input) : plan.refuse(found, wish);
  return [...problems, ...(illegal ? [illegal.within("input")] : []), ...unsourced];
}

/** All that is wrong with what `makeAmong` would make. Writes nothing. */
export async function wrongMaking<Input extends SaidInput, Wish>(
  plan: Creation<Input, Wish>,
  request: Request<Input>,
): Promise<Refusal[]> {
  const { problems } = await plan.read(request.input, request.reading);
  const source = await sourceOf(request);
  return source instanceof Refusal ? [...problems, source] : problems;
}

/** Makes something, and says the first of it. Give the slug of something that was withdrawn to bring that back. */
export async function makeAmong<Input extends SaidInput, Wish>(
  plan: Creation<Input, Wish>,
  request: Request<Input>,
  withdrawn: string | null,
): Promise<Among> {
  const { reading } = request;
  const { tx } = reading;
  const { wish, problems } = await plan.read(request.input, reading);
  if (wish === null) return { problems };
  const source = await sourceOf(request);
  if (source instanceof Refusal) return { problems: [source] };
  const kept = source && (await keep(tx, source));
  const said = plan.report(wish, kept, request);
  const id = withdrawn ?? (await plan.insert(tx, wish, said));
  const version = withdrawn === null ? 1 : await plan.kind.bump(tx, id);
  const place = { kind: plan.kind, id, version, before: null, mayWithdraw: false };
  const { report, after } = await append(request, place, said, kept);
  return { id, reportId: report.id, after };
}

/** Whether a claim says what is to be said, by the same source. The day of knowledge counts where it was given. */
function isSaid(claim: Report, said: Said, source: SourceRow, isDated: boolean): boolean {
  return (
    claim.step === said.step &&
    (said.step !== null || claim.status === said.status) &&
    claim.when.edtf === said.when.edtf &&
    claim.when.fixed === said.when.fixed &&
    claim.claimant === said.claimant &&
    claim.body === said.body &&
    JSON.stringify(claim.parties) === JSON.stringify(said.parties) &&
    claim.sourceIds.includes(source.id) &&
    (!isDated || claim.knownOn === said.knownOn)
  );
}
