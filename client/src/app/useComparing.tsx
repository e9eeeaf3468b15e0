import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { Day } from "../timeline/day.ts";
import type { Lens } from "../timeline/lens.ts";
import type { ViewStore } from "../timeline/view.ts";
import { type Address, DEFAULTS } from "./address.ts";
import { keptScale, keptScaleWithin, type Span } from "./keptScale.ts";

const room = () => import("../compare/Room.tsx");
const ComparePanel = lazy(async () => ({ default: (await room()).ComparePanel }));

interface Given {
  address: Address;
  change: (part: Partial<Address>) => void;
  leave: (part: Partial<Address>) => Promise<void>;
  columns: TimelineColumns;
  store: ViewStore;
  /** The page around the plot: focus goes back to its buttons. */
  page: RefObject<HTMLElement | null>;
  select: (id: string | null) => void;
  asSheet: boolean;
  isLoaded: boolean;
}

/** The comparison of the day of knowledge with a later one, as the address asks for it: its later day, its panel, the ways in and out, and the lens of the plot. */
export function useComparing(given: Given) {
  const { address, change, columns, store, page, select, asSheet, isLoaded } = given;
  const { compare, known, sel } = address;
  const today = columns.today;
  const now =
    compare === null || known === null
      ? null
      : compare === "latest"
        ? today
        : Math.max(compare, known);
  const isOn = now !== null;
  const followed = useRef<string | null>(null);
  if (sel) followed.current = `${sel.of}:${sel.slug}`;
  if (!isOn) followed.current = null;

  const [makeLens, setMakeLens] = useState<((now: Day) => Lens) | null>(null);
  useEffect(() => {
    if (isOn) void room().then(({ lensOf }) => setMakeLens(() => lensOf));
  }, [isOn]);
  const lens = useMemo(
    () => (now === null || makeLens === null ? null : makeLens(now)),
    [now, makeLens],
  );

  const closer = useRef<{ before: Span; after: Span } | null>(null);
  const enter = useCallback(() => {
    const plot = page.current?.querySelector(".timeline-plot");
    const { from, to } = store.get();
    const before = { from: Math.round(from), to: Math.round(to) };
    const after =
      asSheet || known === null ? null : keptScale(before, known, plot?.clientWidth ?? 0);
    closer.current = after && { before, after };
    change({ compare: "latest", sel: null, ...after });
  }, [change, page, store, known, asSheet]);
  // A link that says no window means no certain one: it opens as if one had entered here.
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    const { from, to } = address;
    if (!isOn || known === null || asSheet || from !== DEFAULTS.from || to !== DEFAULTS.to) return;
    const plot = page.current?.querySelector(".timeline-plot");
    const after = keptScaleWithin({ from, to }, known, plot?.clientWidth ?? 0);
    if (!after) return;
    closer.current = { before: { from, to }, after };
    store.set({ ...store.get(), ...after }, "replace");
  }, [address, store, page, known, isOn, asSheet]);
  const leave = useCallback(async () => {
    // Nobody moved meanwhile: the window is again what it was.
    const { from, to } = store.get();
    const { before, after } = closer.current ?? {};
    const back = after && Math.round(from) === after.from && Math.round(to) === after.to;
    await given.leave({ compare: null, sel: null, ...(back ? before : null) });
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>("[data-compare], [role='slider']")?.focus(),
    );
  }, [given.leave, page, store]);

  const canLeave = isOn && sel === null;
  useEffect(() => {
    if (!canLeave) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [canLeave, leave]);

  const waiting = (
    <aside className="panel" data-sheet={asSheet} aria-label="Comparison" aria-busy="true" />
  );
  const panel = canLeave && (
    <Suspense fallback={waiting}>
      {isLoaded ? (
        <ComparePanel
          columns={columns}
          view={store}
          today={today}
          now={compare === "latest" ? null : now}
          onNow={(day) => change({ compare: day ?? "latest" })}
          onSelect={select}
          onClose={leave}
          from={followed.current}
          asSheet={asSheet}
        />
      ) : (
        waiting
      )}
    </Suspense>
  );
  return { now, lens, enter, leave, panel };
}
