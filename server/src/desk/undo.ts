// A change is undone, by a change of its own, which can be undone in turn.
//
//   it recorded a report   ─► the report is taken back; with the only one, what it made is withdrawn
//   it corrected something ─► the values of before are put back, unless somebody has touched them since
//   it made something      ─► that is withdrawn, unless something names it
//   it withdrew something  ─► that is there again
//   it merged two          ─► they are two again; see split.ts
//   it undid a merge       ─► they are one again; see rejoin.ts
//   it was of many         ─► all its reports are taken back; see takeBackAll.ts
import {
  applied,
  carriedOut,
  clashing,
  differenceOf,
  type EditInput,
  type Fields,
  type Kept,
  keep,
  missing,
  namesIn,
  problemsOfInput,
  put,
  type Request,
  readCommon,
  refused,
  replay,
  reversed,
  sentBefore,
  settled,
  slugIn,
  sourceOf,
  stale,
  type Thing,
  withdraw,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import {
  type ChangeRecord,
  changesOfRevisions,
  halfOf,
  lastChangeOf,
  mergedBy,
  mergedInto,
  splitBy,
} from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import { standingOf, titled } from "./changed.ts";
import { builtOn, namedBy, unnamed } from "./inTheWay.ts";
import { rejoin } from "./rejoin.ts";
import { split } from "./split.ts";
import { takeBack } from "./takeBack.ts";
import { isOfReports, takeBackAll } from "./takeBackAll.ts";
import { THINGS } from "./things.ts";

/** The input of `undoChange`, as the contract has it. */
export interface UndoChangeInput extends EditInput {
  changeId: string;
}

const ACTION = "undoChange";

/** Carries out the mutation `undoChange`. */
export const undoChange = carriedOut<UndoChangeInput>(undefined, async (asked) => {
  const { input, reading } = asked;
  const earlier = await sentBefore(ACTION, asked);
  if (earlier instanceof Refusal) return refused(earlier);
  if (earlier) {
    const [made] = await changesOfRevisions(reading.tx, [earlier.revision]);
    return replay(async () => [made ? await standingOf(reading, made) : null], reading, earlier);
  }
  const change = await changeWithId(reading, input.changeId);
  if (change === null) return refused(missing("changeId", "change"));
  const request = { ...asked, undoes: change.revision };
  if (change.reportId !== null) return takeBack(ACTION, request, change);
  const thing = change.entityType && THINGS[change.entityType];
  const merged = mergedBy(change);
  if (thing && merged) return split(ACTION, request, thing, change, merged);
  const parted = await splitBy(reading.tx, change);
  if (thing && parted) return rejoin(ACTION, request, change, parted);
  if (await halfOf(reading.tx, change)) return refused(ofTheOther());
  if (thing) return turnRound(request, thing, change);
  return isOfReports(change) ? takeBackAll(ACTION, request, change) : refused(ofMany());
});

async function changeWithId({ tx }: Reading, id: string): Promise<ChangeRecord | null> {
  const revision = Number(slugIn(id, "Change") ?? Number.NaN);
  if (!Number.isSafeInteger(revision)) return null;
  return (await changesOfRevisions(tx, [revision]))[0] ?? null;
}

/** Undoes a correction, or what was made or withdrawn. */
async function turnRound(
  request: Request<UndoChangeInput>,
  thing: Thing,
  change: ChangeRecord,
): Promise<Row> {
  const { input, reading } = request;
  const { tx } = reading;
  const id = change.entityId as string;
  const before = change.before as Fields | null;
  const after = change.after as Fields | null;
  const kept = await thing.read(tx, id);
  const version = kept?.version ?? (await lastChangeOf(tx, thing.type, id))?.version ?? 0;

  const { problems, wrong } = problemsOfInput();
  readCommon(input, wrong, { needsSource: false });
  if (problems.length > 0) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  if (version !== input.expectedVersion)
    return refused(await stale(request, thing, { id, version }));
  const into = kept === null ? await mergedInto(tx, thing.type, id) : null;
  if (into !== null) return refused(partOf(into));
  if (!isStanding(kept, before, after)) return refused(undoneAlready());

  const difference = { before: before ?? {}, after: after ?? {} };
  const touched = kept === null ? [] : touchedSince(kept.fields, before, after ?? {});
  if (touched.length > 0) return refused(await builtOn(tx, change, touched));
  const fields = applied(kept?.fields ?? {}, reversed(difference));
  const names =
    kept && (await namedBy(reading, thing, id, kept.fields, before === null ? null : fields));
  if (names) return refused(names);
  const lacking = before && (await unnamed(tx, thing, before));
  if (lacking) return refused(lacking);

  const given = source && (await keep(tx, source));
  const payload =
    kept !== null && before === null
      ? await withdraw(ACTION, request, thing, { id, ...kept }, given)
      : await put(ACTION, request, thing, { id, before: kept, fields, version }, given);
  const entity = titled(thing.type, payload.entity as Row | null);
  return settled(ACTION, request, { ...payload, entity });
}

/** The names of which something else has been said since: of what was made, by anybody at all. */
function touchedSince(fields: Fields, before: Fields | null, after: Fields): string[] {
  return before === null
    ? namesIn(differenceOf(after, fields))
    : clashing(fields, { before: after, after: before });
}

/** Whether what the change did still stands: of a correction, that not all of it says what it said before. */
function isStanding(kept: Kept | null, before: Fields | null, after: Fields | null): boolean {
  if (kept === null || after === null) return kept === null && after === null;
  if (before === null) return true;
  const difference = { before, after };
  return clashing(kept.fields, difference).length > 0 || namesIn(difference).length === 0;
}

function undoneAlready(): Refusal {
  const message = "This change was undone already; nothing was written.";
  return new Refusal("INVALID_INPUT", message, { path: ["input", "changeId"] });
}

function partOf(into: string): Refusal {
  const message = `This became part of “${into}” since. Undo that merge first.`;
  return new Refusal("INVALID_INPUT", message, { path: ["input", "changeId"] });
}

function ofTheOther(): Refusal {
  const message =
    "This is what a merge, or the undoing of one, made of the one that stays. Undo the change of the other, which comes right after this one.";
  return new Refusal("INVALID_INPUT", message, { path: ["input", "changeId"] });
}

function ofMany(): Refusal {
  return new Refusal(
    "INVALID_INPUT",
    "This change was of many at once, so there is nothing of it to take back by itself.",
    { path: ["input", "changeId"] },
  );
}
