import { type KeyboardEvent, useEffect, useRef } from "react";

/** What can be done with a lane by whoever does not drag: up, down. Escape or leaving it closes it. */
export function LaneMenu({
  name,
  place,
  count,
  top,
  onMove,
  onClose,
}: {
  name: string;
  /** Its place in its group, from 0, and how many are there. */
  place: number;
  count: number;
  /** Where it hangs, as a length. */
  top: string;
  onMove: (to: number) => void;
  /** `back`: focus goes back to the lane. */
  onClose: (back: boolean) => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector<HTMLElement>("button:enabled")?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [
      ...(menu.current?.querySelectorAll<HTMLElement>("button:enabled") ?? []),
    ] as HTMLElement[];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape") onClose(true);
    else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
    else if (event.key === "ArrowUp") items[(at + items.length - 1) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const items = [
    ["Move to the top", 0],
    ["Move up", place - 1],
    ["Move down", place + 1],
    ["Move to the bottom", count - 1],
  ] as const;
  return (
    <div
      className="timeline-menu"
      role="menu"
      tabIndex={-1}
      aria-label={name}
      ref={menu}
      style={{ top }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose(false);
      }}
    >
      {items.map(([words, to]) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          disabled={to < 0 || to >= count || to === place}
          onClick={() => onMove(to)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
