// A merge is undone: the one that went is there again, and what was its own points at it.
import {
  type EditInput,
  type Fields,
  keep,
  problemsOfInput,
  put,
  type Request,
  readCommon,
  refused,
  settled,
  sourceOf,
  stale,
  type Thing,
  takenOut,
  Unfit,
} from "../edit/edit.ts";
import type { Row } from "../graphql/load.ts";
import {
  type ChangeRecord,
  changeRow,
  changesOfRevisions,
  lastChangeOf,
  type Merged,
  recordersOf,
} from "../history/history.ts";
import { wordsAcross } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { becomePart } from "../storage/merged.ts";
import { repointed } from "../storage/repoint.ts";
import type { Tx } from "../storage/storage.ts";
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
  if (thing.stays) await becomePart(tx, thing.table, id, null);
  else await thing.write(tx, id, { version, fields: ownIn(thing, change.before as Fields) });
  await repointed(tx, moved, id, intoId);
  await thing.refold?.(tx, [id, intoId]);
  await refuseAcross(tx, thing, [id, intoId]);
  const left = await thing.read(tx, intoId);
  if (left === null) throw new Unfit(emptied(intoId));
  // The merge recorded what it made of the one that stays just before what it made of the other.
  const [joined] = await changesOfRevisions(tx, [change.revision - 1]);
  const whole = takenOut(left.fields, {
    before: ownIn(thing, (joined?.before ?? {}) as Fields),
    after: ownIn(thing, (joined?.after ?? {}) as Fields),
  });
  await put(action, request, thing, { id: intoId, before: into, fields: whole }, given);
  const own = await thing.read(tx, id);
  const made = { id, before: null, fields: own?.fields ?? {}, version };
  const payload = await put(action, request, thing, made, given);
  return settled(action, request, {
    ...payload,
    entity: titled(thing.type, payload.entity as Row | null),
  });
}

/** The values that are not those of parts with rows that were pointed anew. */
function ownIn({ parts }: Thing, fields: Fields): Fields {
  const isOwn = (name: string) => parts[name.split(".")[0] ?? ""] === undefined;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isOwn(name)));
}

/** What was said of a report of the one while both were one was recorded of the other, where nobody would look for it then. */
async function refuseAcross(tx: Tx, { type }: Thing, ids: readonly string[]): Promise<void> {
  if (type !== "Event" && type !== "Agreement") return;
  const subject = type === "Event" ? "EVENT" : "AGREEMENT";
  const words = await wordsAcross(tx, subject, ids);
  if (words.length === 0) return;
  const changes = (await recordersOf(tx, words)).filter((change) => change !== null);
  const [first] = changes;
  const message = `A report of the one was taken back or preferred while both were one.${first ? ` Undo that first: revision ${first.revision}, \`${first.action}\` by ${first.by}.` : ""}`;
  const facts = { changes: changes.map(changeRow), nodes: [] };
  throw new Unfit(new Refusal("IN_THE_WAY", message, { facts, path: ["input", "changeId"] }));
}

function emptied(id: string): Refusal {
  const message = `Nothing would be known of “${id}” by itself: its own reports are all taken back. Report what is so first.`;
  return new Refusal("INVALID_INPUT", message, { path: ["input", "changeId"] });
}
