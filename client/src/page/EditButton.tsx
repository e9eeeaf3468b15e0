import { type ReactNode, useCallback } from "react";
import { shortDay } from "../when/words.ts";
import { openDesk, type Task } from "./desk.ts";
import { useKey } from "./keys.ts";
import { Link } from "./Link.tsx";
import { useKnown } from "./route.ts";
import { useEditor } from "./viewer.ts";

interface Props {
  task: Task;
  /** A single key that does the same. */
  shortcut?: string;
  className?: string;
  children: ReactNode;
}

/** Opens the desk for something on the page. Nothing for readers; as of an earlier day it says why nothing can be edited. */
export function EditButton(props: Props) {
  return useEditor() ? <Opening {...props} /> : null;
}

function Opening({ task, shortcut = "", className = "button", children }: Props) {
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

/** A way to a page of the desk. Nothing for readers. */
export function EditLink({ to, children }: { to: string; children: ReactNode }) {
  if (!useEditor()) return null;
  return (
    <Link className="button" to={to}>
      {children}
    </Link>
  );
}
