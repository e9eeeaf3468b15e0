// Two records of one thing become one: what pointed at the one that goes points at the one that stays, which its id and slug lead to from then on.
import type { Write } from "../graphql/room.ts";
import { changeRow, mergedInto, recordChange } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import { repoint } from "../storage/repoint.ts";
import { missing, refused, slugIn } from "./answer.ts";
import { carriedOut } from "./carry.ts";
import type { Fields } from "./fields.ts";
import { type EditInput, problemsOfInput, readCommon } from "./input.ts";
import type { Request } from "./plan.ts";
import { keep, sourceOf } from "./publication.ts";
import { replay, sentBefore, settled } from "./sent.ts";
import { stale } from "./stale.ts";
import type { Thing } from "./thing.ts";
import { put } from "./write.ts";

/** The input of a merge, as the contract has it. `expectedVersion` is that of the one that stays. */
export interface MergeInput extends EditInput {
  fromId: string;
  intoId: string;
  expectedFromVersion: number;
}

/** What is particular to merging one type of thing. */
export interface Merger {
  /** The mutation's name, as the history shows it. */
  action: string;
  alias: string;
  /** Nothing that can never be changed, such as a report, may point at it. */
  thing: Thing;
  /** What the one that stays says from then on, beside what pointed at the other. */
  joined(into: Fields, from: Fields): Fields;
}

/** The mutation that merges. Refuses like `amend`. It needs no source: it says nothing of the world. */
export function merge({ action, alias, thing, joined }: Merger): Write<{ input: MergeInput }> {
  return carriedOut(alias, async (request: Request<MergeInput>) => {
    const { input, reading } = request;
    const { tx } = reading;
    const earlier = await sentBefore(action, request);
    if (earlier instanceof Refusal) return refused(earlier);
    if (earlier) {
      const id = (await mergedInto(tx, thing.type, earlier.entityId)) ?? earlier.entityId;
      return replay((at) => thing.rows(at, [id]), reading, earlier);
    }
    const [fromId, intoId] = [slugIn(input.fromId, thing.type), slugIn(input.intoId, thing.type)];
    const from = fromId === null ? null : await thing.read(tx, fromId);
    const into = intoId === null ? null : await thing.read(tx, intoId);
    if (fromId === null || from === null) return refused(missing("fromId", thing.noun));
    if (intoId === null || into === null) return refused(missing("intoId", thing.noun));
    const { problems, wrong } = problemsOfInput();
    if (fromId === intoId) wrong("fromId", "It is the same as the one that stays. Give another.");
    const note = readCommon(input, wrong, { needsSource: false });
    const source = await sourceOf(request);
    if (problems.length > 0) return refused(...problems);
    if (source instanceof Refusal) return refused(source);
    if (into.version !== input.expectedVersion)
      return refused(await stale(request, thing, { id: intoId, ...into }));
    if (from.version !== input.expectedFromVersion)
      return refused(await staleFrom(request, thing, { id: fromId, ...from }));

    const given = source && (await keep(tx, source));
    const moved = await repoint(tx, thing, fromId, intoId);
    await thing.remove(tx, fromId);
    const whole = await thing.read(tx, intoId);
    const fields = { ...whole?.fields, ...joined(into.fields, from.fields) };
    const payload = await put(action, request, thing, { id: intoId, before: into, fields }, given);
    const change = await recordChange(tx, {
      ...{ at: request.at, by: request.by, action, entityType: thing.type, entityId: fromId, note },
      ...{ version: from.version + 1, reportId: null, sourceId: given?.id ?? null },
      ...{ before: from.fields, after: { mergedInto: intoId, moved } },
    });
    return settled(action, request, { ...payload, change: changeRow(change) });
  });
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
