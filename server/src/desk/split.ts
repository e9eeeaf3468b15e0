// A merge is undone: the one that went is there again, and what was its own points at it.
import {
  applied,
  clashing,
  type EditInput,
  type Fields,
  keep,
  problemsOfInput,
  put,
  type Request,
  readCommon,
  refused,
  reversed,
  settled,
  sourceOf,
  stale,
  type Thing,
} from "../edit/edit.ts";
import type { Row } from "../graphql/load.ts";
import {
  type ChangeRecord,
  changesOfRevisions,
  lastChangeOf,
  type Merged,
} from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import { repointed } from "../storage/repoint.ts";
import { titled } from "./changed.ts";

/** Undoes a merge. What has come to point at the one that stays since then keeps doing so. */
export async function split(
  action: string,
  request: Request<EditInput>,
  thing: Thing,
  change: ChangeRecord,
  { mergedInto: intoId, moved }: Merged,
): Promise<Row> {
  const { input, reading } = request;
  const { tx } = reading;
  const id = change.entityId as string;
  const { problems, wrong } = problemsOfInput();
  readCommon(input, wrong, { needsSource: false });
  const last = await lastChangeOf(tx, thing.type, id);
  const into = await thing.read(tx, intoId);
  if (last?.revision !== change.revision)
    wrong("changeId", "This change was undone already; nothing was written.");
  else if (into === null)
    wrong("changeId", `“${intoId}” is no longer there by itself. Undo what became of it first.`);
  if (problems.length > 0 || into === null) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  const version = change.version ?? 0;
  if (version !== input.expectedVersion)
    return refused(await stale(request, thing, { id, version }));

  const given = source && (await keep(tx, source));
  await thing.write(tx, id, { version, fields: ownIn(change.before as Fields) });
  await repointed(tx, moved, id, intoId);
  const left = await thing.read(tx, intoId);
  // The merge recorded what it made of the one that stays just before what it made of the other.
  const [joined] = await changesOfRevisions(tx, [change.revision - 1]);
  const back = reversed({
    before: ownIn((joined?.before ?? {}) as Fields),
    after: ownIn((joined?.after ?? {}) as Fields),
  });
  const fields = left?.fields ?? {};
  const isTouched = clashing(fields, back).length > 0;
  const whole = isTouched ? fields : applied(fields, back);
  await put(action, request, thing, { id: intoId, before: into, fields: whole }, given);
  const own = await thing.read(tx, id);
  const made = { id, before: null, fields: own?.fields ?? {}, version };
  const payload = await put(action, request, thing, made, given);
  return settled(action, request, {
    ...payload,
    entity: titled(thing.type, payload.entity as Row | null),
  });
}

/** The values that are not those of parts. */
function ownIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.includes(".")));
}
