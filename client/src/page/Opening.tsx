import { useCallback } from "react";
import { shortDay } from "../when/words.ts";
import type { Correctable } from "./correctable.ts";
import { openDesk, type Task } from "./desk.ts";
import type { EditProps, Told } from "./EditButton.tsx";
import { useKey } from "./keys.ts";
import { Link } from "./Link.tsx";
import { useKnown } from "./route.ts";
import { useEditor } from "./viewer.ts";
import "./opening.css";

/** What a duplicate of can be merged: where it is corrected. */
const MERGED: readonly Correctable[] = ["leader", "forum", "agreement", "source", "event"];

/** Opens the desk for something on the page, or leads to a page of it; as of an earlier day it says why nothing can be edited. Nothing for who may not. */
export default function Opening({ to, ...props }: EditProps) {
  if (!useEditor()) return null;
  if (typeof to !== "string") {
    if ("form" in to)
      return (
        <>
          <Doing task={to} {...props} />
          {to.form === "correct" && MERGED.includes(to.of) && (
            <Doing task={{ ...to, form: "merge" }}>Merge a duplicate</Doing>
          )}
        </>
      );
    const [task, words] = wayOf(to);
    return (
      task && (
        <Doing task={task} className="undo-link">
          {words}
        </Doing>
      )
    );
  }
  const { className = "button", children } = props;
  return (
    <Link className={className} to={to}>
      {children}
    </Link>
  );
}

/** What can be done about a report: shown before others, or taken back: by undoing the change that recorded it, or for a reason, where it came as one of many. */
function wayOf({
  report: { id, retracted, change },
  rival,
  ...about
}: Told): [Task | null, string] {
  if (rival) return [{ form: "prefer", ...about, report: id }, "Show this one"];
  if (retracted) return [null, ""];
  if (change) return [{ form: "undo", change: change.id }, "Undo"];
  return [{ form: "back", ...about, report: id }, "Take back"];
}

function Doing({
  task,
  shortcut = "",
  className = "button",
  children,
}: Omit<EditProps, "to"> & { task: Task }) {
  const known = useKnown();
  const key = JSON.stringify(task);
  const open = useCallback(() => {
    if (known === undefined) openDesk(JSON.parse(key) as Task);
  }, [known, key]);
  useKey(shortcut, open);
  return (
    <button
      type="button"
      className={className}
      aria-disabled={known !== undefined}
      aria-keyshortcuts={shortcut.toUpperCase() || undefined}
      title={
        known === undefined
          ? undefined
          : `Nothing is edited as of ${shortDay(known)}. Return to latest first.`
      }
      onClick={open}
    >
      {children}
    </button>
  );
}
