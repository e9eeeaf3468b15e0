// A change taken back: by its number, at the version at which its subject stands by then.
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

/**
 * Takes back what a change recorded, and says so with a way to undo that in turn. `key`: sent with every try, so that it is carried out once.
 */
export async function undoChange(
  changeId: string,
  note?: string,
  key: string = crypto.randomUUID(),
): Promise<void> {
  const again = () => void undoChange(changeId, note, key);
  try {
    const { node } = await tell<DeskChangeQuery, { id: string }>(change, { id: changeId });
    if (node?.__typename !== "Change" || !node.entity)
      return toast("What this change was about is no longer there. Nothing was undone.");
    const { version, entity } = node;
    const input = {
      changeId,
      note: note ?? `Version ${version} undone.`,
      expectedVersion: entity.version,
      idempotencyKey: key,
    };
    const { undoChange: done } = await tell<DeskUndoMutation, DeskUndoMutationVariables>(mutation, {
      input,
    });
    const [error] = done.errors;
    // Somebody was faster, between the question and this: undoing is still what is wanted.
    if (error?.__typename === "StaleVersionError") return undoChange(changeId, note);
    if (error || !done.change) return toast(error?.message ?? "Nothing was undone. Try again.");
    saved();
    const made = done.change;
    const words = `${entity.title}: version ${version} undone, as version ${made.version}.`;
    toast(words, () => void undoChange(made.id), UNDO_MS);
  } catch (error) {
    const { code, message } = failureOf(error);
    if (code === "UNAUTHENTICATED" || code === "FORBIDDEN")
      toast("Nothing was undone: sign in again first, then undo it from the history.");
    else toast(`Not undone: ${message}`, again);
  }
}
