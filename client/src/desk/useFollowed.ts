import { useEffect, useRef } from "react";
import { renew } from "../page/renew.ts";
import { useViewer } from "../page/viewer.ts";
import type { Editing } from "./useEdit.ts";

interface Followed {
  version: number;
  changes: { nodes: readonly { by: string; version: number | null }[] };
}

/**
 * Follows what a form is about: where somebody was faster the page and the form see what stands by now; what its own editor did meanwhile, such as an
 * undo, is no surprise, and the form begins from there.
 */
export function useFollowed<Values>(
  edit: Editing<Values>,
  subject: Followed,
  again: () => void,
): void {
  const me = useViewer()?.name;
  const stale = edit.stale?.version ?? 0;
  const { version } = subject;
  const latest = useRef({ again, edit, subject });
  latest.current = { again, edit, subject };
  useEffect(() => {
    if (stale <= version) return;
    renew();
    latest.current.again();
  }, [stale, version]);
  useEffect(() => {
    const { edit: now, subject: at } = latest.current;
    const since = at.changes.nodes.filter((one) => (one.version ?? 0) > now.base);
    const isOwn = since.length === version - now.base && since.every(({ by }) => by === me);
    if (version > now.base && now.stale === null && now.earlier === null && isOwn)
      now.rebase(version);
  }, [version, me]);
}
