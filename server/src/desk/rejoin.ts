// The undoing of a merge is undone: the two are one again.
import {
  type EditInput,
  joinedBy,
  keep,
  problemsOfInput,
  type Request,
  readCommon,
  refused,
  settled,
  sourceOf,
  stale,
  unfitness,
} from "../edit/edit.ts";
import type { Row } from "../graphql/load.ts";
import { type ChangeRecord, type Merged, mergedInto } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import { titled } from "./changed.ts";
import { MERGERS } from "./things.ts";

/** Merges again what a change made two of. What was said of either since then is said of the one. */
export async function rejoin(
  action: string,
  request: Request<EditInput>,
  change: ChangeRecord,
  { mergedInto: intoId }: Merged,
): Promise<Row> {
  const { input, reading } = request;
  const { tx } = reading;
  const merger = change.entityType && MERGERS[change.entityType];
  if (!merger) throw new Error(`Nothing says how two of ${change.entityType} become one`);
  const { thing } = merger;
  const id = change.entityId as string;
  const { problems, wrong } = problemsOfInput();
  readCommon(input, wrong, { needsSource: false });
  const from = await thing.read(tx, id);
  const into = await thing.read(tx, intoId);
  if (from === null)
    wrong(
      "changeId",
      (await mergedInto(tx, thing.type, id)) === null
        ? `“${id}” is no longer there. Look at its history.`
        : "This change was undone already; nothing was written.",
    );
  else if (into === null)
    wrong("changeId", `“${intoId}” is no longer there by itself. Undo what became of it first.`);
  if (problems.length > 0 || from === null || into === null) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  if (from.version !== input.expectedVersion)
    return refused(await stale(request, thing, { id, ...from }));
  const pair = { from: { id, ...from }, into: { id: intoId, ...into } };
  const unfit = await unfitness(tx, merger, pair, "changeId");
  if (unfit.length > 0) return refused(...unfit);
  const given = source && (await keep(tx, source));
  const payload = await joinedBy(action, request, merger, pair, given);
  const entity = titled(thing.type, payload.entity as Row | null);
  return settled(action, request, { ...payload, entity });
}
