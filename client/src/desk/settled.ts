// What is told of a draft that waited, when its form is closed by then.
import { toast } from "../page/toast.ts";
import { askViewer } from "../page/viewer.ts";
import { readDraft } from "./drafts.ts";
import type { Outcome } from "./outcome.ts";
import { savedWords } from "./preview.ts";
import { UNDO_MS, undoChanges } from "./undo.ts";

type Saved = Extract<Outcome, { of: "saved" }>["payload"];

/** Says that a draft was saved, with the way back; or that it needs its editor. */
export function tellSettled(name: string, outcome: Outcome): void {
  if (outcome.of === "saved") {
    tellSaved(outcome.payload);
    return;
  }
  if (outcome.of === "signedOut") void askViewer();
  const about = readDraft(name)?.name ?? "Your edit";
  const why = {
    stale: "it changed while you were offline",
    signedOut: "your session has ended",
    wrong: "something is wrong with it",
    unsent: "there is no connection",
  }[outcome.of];
  toast(`${about} is not saved: ${why}. The draft is kept; open its form to go on.`);
}

/** Says what was saved, after what was done in words, if need be; for ten minutes it can be taken back from there, with what it replaced. */
export function tellSaved({ entity, change }: Saved, done = ""): void {
  // Saved and replaced are two changes of one write; the one that took back stands just before.
  const changes = entity.changes?.nodes ?? [];
  const before = changes.find(({ version }) => version === (change?.version ?? 0) - 1);
  const ids = [change?.id, before?.action === "retractReport" ? before.id : undefined];
  const undone = ids.filter((id) => id !== undefined);
  toast(done + savedWords(entity), change ? () => void undoChanges(undone) : null, UNDO_MS);
}

/** Says that two records became one; undone, they are two again. */
export function tellMerged({ entity, change }: Saved, gone: string): void {
  const words = `${gone} is part of ${entity.title} from now on. Version ${entity.version}.`;
  toast(words, change ? () => void undoChanges([change.id]) : null, UNDO_MS);
}
