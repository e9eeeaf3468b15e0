import { lazy, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Exported } from "../export/make.ts";
import { useKey } from "../page/keys.ts";
import { Popover } from "../page/Popover.tsx";
import { copyLink } from "../page/share.ts";
import { toast } from "../page/toast.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { View } from "../timeline/view.ts";
import type { Day } from "../when/day.ts";
import { shortDay } from "../when/words.ts";
import { type Address, printAddress } from "./address.ts";

const loadShare = () => import("../export/ShareItems.tsx");
const loadExport = () => import("../export/ExportItems.tsx");
const loadPrint = () => import("../export/print.ts");
const ShareItems = lazy(async () => ({ default: (await loadShare()).ShareItems }));
const ExportItems = lazy(async () => ({ default: (await loadExport()).ExportItems }));

interface Props {
  title: string;
  counts: string;
  address: Address;
  /** What is filtered by, in words; empty for nothing. */
  filter: string;
  view: View;
  /** The later day that the view's is compared with; null for none. */
  now: Day | null;
  columns: TimelineColumns;
  pinned: ReadonlySet<string>;
  /** Whether the facts have come. */
  ready: boolean;
}

/** An address with a day of knowledge and the one that it is compared with, or without them for the latest. */
function linkAt(address: Address, known: Day | null, compare: Day | null = null): string {
  const query = printAddress({ ...address, known, compare });
  return `${location.origin}/explore${query && `?${query}`}`;
}

/** What can be taken away from a view: its link, live or frozen, and its files. `L` copies the link, `E` opens the files. */
export function TakeAway(props: Props) {
  const { title, counts, address, filter, view, now, columns, pinned, ready } = props;
  const [open, setOpen] = useState<"share" | "export" | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const day = view.known ?? columns.today;
  const links = useMemo(() => {
    const frozen = linkAt(address, day, now);
    const live = linkAt(address, null);
    const kept = `This view, frozen at ${shortDay(day)}`;
    return [
      { name: "This view, live", hint: "Shows what is known when it is opened", link: live },
      { name: kept, hint: "Shows the same facts for good", link: frozen },
    ];
  }, [address, day, now]);
  const exported = useMemo<Exported>(
    () => ({
      columns,
      view,
      now,
      pinned,
      title,
      counts,
      filter,
      sort: address.view === "table" ? address.sort : "date",
      link: linkAt(address, day, now),
    }),
    [address, filter, columns, view, now, pinned, title, counts, day],
  );
  usePrint(ready ? exported : null);

  const show = useCallback((name: "share" | "export", isOpen: boolean) => {
    setOpen((now) => (isOpen ? name : now === name ? null : now));
    if (!isOpen) setRefused(null);
  }, []);
  const onShare = useCallback((isOpen: boolean) => show("share", isOpen), [show]);
  const onExport = useCallback((isOpen: boolean) => show("export", isOpen), [show]);
  useKey(
    "l",
    useCallback(async () => {
      if (await copyLink(location.href)) return toast("Link copied. It opens this view.");
      setRefused(location.href);
      setOpen("share");
    }, []),
  );
  useKey(
    "e",
    useCallback(() => setOpen("export"), []),
  );
  return (
    <>
      <Popover name="Share" icon="link" open={open === "share"} onOpen={onShare} onNear={loadShare}>
        <ShareItems title={title} links={links} refused={refused} />
      </Popover>
      <Popover
        name="Export"
        icon="save"
        open={open === "export"}
        onOpen={onExport}
        onNear={loadExport}
      >
        <ExportItems of={exported} onDone={() => onExport(false)} />
      </Popover>
    </>
  );
}

/** Has the browser's own print command print the view, once there is time to get ready for it. */
function usePrint(exported: Exported | null): void {
  const now = useRef(exported);
  now.current = exported;
  const isReady = exported !== null;
  useEffect(() => {
    if (!isReady) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    const arm = async () => {
      // Without a connection the browser prints the page as it stands.
      const print = await loadPrint().catch(() => null);
      if (print && !isGone) stop = print.armPrint(() => now.current);
    };
    const timer = setTimeout(() => requestWhenIdle(arm), QUIET_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [isReady]);
}

/** Nobody prints in the first seconds, in which the timeline has better things to load. */
const QUIET_MS = 2_500;

/** Safari has no idle callbacks. */
function requestWhenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act);
  else setTimeout(act);
}
