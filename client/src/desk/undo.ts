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
      if (typeof undone === "string") {
        toast(undone);
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
  const last = done.at(-1);
  if (!last) return;
  const words = `${last.title}: version ${done[0]?.was} undone, as version ${last.version}.`;
  toast(words, () => void undoChanges(done.map(({ id }) => id).reverse()), UNDO_MS);
}

/** Takes one back; answers why not, in words, where that is expected. */
async function undoOne(changeId: string, key: string): Promise<Undone | string> {
  const { node } = await tell<DeskChangeQuery, { id: string }>(change, { id: changeId });
  if (node?.__typename !== "Change" || node.version === null)
    return "This change can’t be undone by itself. Nothing was written.";
  const { version, entity, entitySlug } = node;
  const input = {
    changeId,
    note: `Version ${version} undone.`,
    // Of what was withdrawn nothing stands; the change that withdrew it was its last.
    expectedVersion: entity?.version ?? version,
    idempotencyKey: key,
  };
  const { undoChange } = await tell<DeskUndoMutation, DeskUndoMutationVariables>(mutation, {
    input,
  });
  const [error] = undoChange.errors;
  // Somebody was faster, between the question and this: undoing is still what is wanted. Or it was sent before, at another version.
  if (error?.__typename === "StaleVersionError" || error?.__typename === "IdempotencyMismatchError")
    return undoOne(changeId, crypto.randomUUID());
  if (error || !undoChange.change) return error?.message ?? "Nothing was undone. Try again.";
  const { id, version: made } = undoChange.change;
  const short = entity?.__typename === "Agreement" ? entity.shortTitle : entity?.title;
  return { id, version: made, title: short ?? entitySlug ?? "", was: version };
}
