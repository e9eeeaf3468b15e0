import { useCallback } from "react";
import { shortDay } from "../when/words.ts";
import { openDesk, type Task } from "./desk.ts";
import type { EditProps } from "./EditButton.tsx";
import { useKey } from "./keys.ts";
import { Link } from "./Link.tsx";
import { useKnown } from "./route.ts";
import { useEditor } from "./viewer.ts";

/** Opens the desk for something on the page, or leads to a page of it; as of an earlier day it says why nothing can be edited. Nothing for who may not. */
export default function Opening({ to, ...props }: EditProps) {
  if (!useEditor()) return null;
  if (typeof to !== "string") return <Doing task={to} {...props} />;
  const { className = "button", children } = props;
  return (
    <Link className={className} to={to}>
      {children}
    </Link>
  );
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
