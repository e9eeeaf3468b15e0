// Changes taken back: by their number, at the version at which their subject stands by then.
import type {
  DeskChangeQuery,
  DeskUndoMutation,
  DeskUndoMutationVariables,
} from "../app/operations.gen.ts";
import { tell } from "../page/ask.ts";
import { failureOf } from "../page/failure.ts";
import { saved } from "../page/renew.ts";
import { toast } from "../page/toast.ts";
import mutation from "./back.graphql?raw";
import change from "./change.graphql?raw";

/** How long a save can be taken back from its toast, ms. */
export const UNDO_MS = 600_000;

/** One change that was taken back: which, what it was about, and the change that did so. */
interface Undone {
  id: string;
  version: number | null;
  title: string;
  was: number | null;
}

type UndoError = DeskUndoMutation["undoChange"]["errors"][number];

/** Why nothing was undone, where that is expected; what is in the way of it, if anything is. */
export interface Refused {
  message: string;
  changes: Extract<UndoError, { __typename: "InTheWayError" }>["changes"];
  nodes: Extract<UndoError, { __typename: "InTheWayError" }>["nodes"];
}

/**
 * Takes back what changes recorded, one after the other as given, and says so with a way to undo that in turn. Tried again, it goes out with the
 * same keys, and so is carried out once.
 */
export async function undoChanges(
  ids: readonly string[],
  keys: readonly string[] = ids.map(() => crypto.randomUUID()),
): Promise<void> {
  const done: Undone[] = [];
  try {
    for (const [at, id] of ids.entries()) {
      const undone = await undoOne(id, keys[at] ?? crypto.randomUUID());
      if ("message" in undone) {
        toast(undone.message);
        return;
      }
      done.push(undone);
    }
  } catch (error) {
    const { code, message } = failureOf(error);
    if (code === "UNAUTHENTICATED" || code === "FORBIDDEN")
      toast("Nothing was undone: sign in again first, then undo it from the history.");
    else toast(`Not undone yet: ${message} Try again:`, () => void undoChanges(ids, keys));
    return;
  } finally {
    if (done.length > 0) saved();
  }
  tellUndone(done);
}

/** Takes one change back for a reason, and says so. Answers why not, where that is expected. Rejects where no answer came. */
export async function undoFor(id: string, note: string, key: string): Promise<Refused | null> {
  const undone = await undoOne(id, key, note);
  if ("message" in undone) return undone;
  saved();
  tellUndone([undone]);
  return null;
}

function tellUndone(done: readonly Undone[]): void {
  const last = done.at(-1);
  if (!last) return;
  const words =
    last.version === null
      ? last.title
      : `${last.title}: version ${done[0]?.was} undone, as version ${last.version}.`;
  toast(words, () => void undoChanges(done.map(({ id }) => id).reverse()), UNDO_MS);
}

async function undoOne(changeId: string, key: string, note?: string): Promise<Undone | Refused> {
  const { node } = await tell<DeskChangeQuery, { id: string }>(change, { id: changeId });
  const isOfMany = node?.__typename === "Change" && node.entitySlug === null;
  if (node?.__typename !== "Change" || (node.version === null && !isOfMany))
    return refused("This change can’t be undone by itself. Nothing was written.");
  const { version, entity, entitySlug, undoneBy } = node;
  const short = entity?.__typename === "Agreement" ? entity.shortTitle : entity?.title;
  const title = short ?? entitySlug ?? "";
  const input = {
    changeId,
    note: note ?? (isOfMany ? "The import undone." : `Version ${version} undone.`),
    // Of what was withdrawn, or became part of another, nothing stands; the change that did so was its last. A change of many has no version.
    expectedVersion: (entity?.slug === entitySlug ? entity?.version : version) ?? version ?? 0,
    idempotencyKey: key,
  };
  const { undoChange } = await tell<DeskUndoMutation, DeskUndoMutationVariables>(mutation, {
    input,
  });
  const [error] = undoChange.errors;
  // Somebody was faster, between the question and this: undoing is still what is wanted. Or it was sent before, at another version.
  if (error?.__typename === "StaleVersionError" || error?.__typename === "IdempotencyMismatchError")
    return undoOne(changeId, crypto.randomUUID(), note);
  if (error?.__typename === "InTheWayError") return error;
  // Said of an error only: sent again with its key, what went through before is answered as done.
  if (error && undoneBy)
    return refused(
      isOfMany
        ? `The import was undone already, by ${undoneBy.by}. Nothing was written.`
        : `${title}: version ${version} was undone already, by ${undoneBy.by}, as version ${undoneBy.version}. Nothing was written.`,
    );
  if (error || !undoChange.change)
    return refused(error?.message ?? "Nothing was undone. Try again.");
  const { id, version: made } = undoChange.change;
  if (isOfMany) {
    const isBack = node.action === "undoChange";
    return {
      id,
      version: made,
      title: `The import ${isBack ? "stands again" : "is undone"}.`,
      was: null,
    };
  }
  // What had been withdrawn, or was part of another, stands again under its own name.
  const again = entity?.slug === entitySlug ? null : undoChange.entity?.title;
  return { id, version: made, title: again ?? title, was: version };
}

function refused(message: string): Refused {
  return { message, changes: [], nodes: [] };
}
