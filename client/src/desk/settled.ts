// What is told of a draft that waited, when its form is closed by then.
import { toast } from "../page/toast.ts";
import { readDraft } from "./drafts.ts";
import type { Outcome } from "./outcome.ts";
import { savedWords } from "./preview.ts";
import { UNDO_MS, undoChange } from "./undo.ts";

/** Says that a draft was saved, with the way back; or that it needs its editor. */
export function tellSettled(name: string, outcome: Outcome): void {
  if (outcome.of === "saved") {
    tellSaved(outcome.payload);
    return;
  }
  const about = readDraft(name)?.name ?? "Your edit";
  const why = {
    stale: "it changed while you were offline",
    signedOut: "your session has ended",
    wrong: "something is wrong with it",
    unsent: "there is no connection",
  }[outcome.of];
  toast(`${about} is not saved: ${why}. The draft is kept; open its form to go on.`);
}

/** Says what was saved; for ten minutes it can be taken back from there. */
export function tellSaved(payload: Extract<Outcome, { of: "saved" }>["payload"]): void {
  const { change, entity } = payload;
  toast(savedWords(entity), change ? () => void undoChange(change.id) : null, UNDO_MS);
}
