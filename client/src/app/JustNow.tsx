import { useEffect, useRef } from "react";
import type { Fresh } from "./fresh.ts";
import { newsOf } from "./news.ts";
import "./justnow.css";

/** So many are named. */
const MOST = 2;
/** Keys that lead to the strip, and are no gesture. */
const LEADING = ["Tab", "Shift", "Control", "Alt", "Meta", "F6"];

/** What was just shown, in a line above the rail; the next gesture elsewhere takes it away. Each leads to its fact. */
export function JustNow({
  told,
  onSelect,
  onGone,
}: {
  told: Fresh[];
  onSelect: (id: string) => void;
  onGone: () => void;
}) {
  const strip = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const isOurs = (target: EventTarget | null) =>
      target instanceof Node && strip.current?.contains(target);
    const gesture = (event: Event) => {
      if (!isOurs(event.target)) onGone();
    };
    const press = (event: KeyboardEvent) => {
      if (event.repeat || LEADING.includes(event.key) || isOurs(event.target)) return;
      onGone();
    };
    addEventListener("pointerdown", gesture);
    addEventListener("wheel", gesture, { passive: true });
    addEventListener("keydown", press);
    return () => {
      removeEventListener("pointerdown", gesture);
      removeEventListener("wheel", gesture);
      removeEventListener("keydown", press);
    };
  }, [onGone]);
  const more = told.length - MOST;
  return (
    <p className="just-now t-ui" ref={strip}>
      <strong>Just now</strong>
      {told.slice(0, MOST).map((one) => (
        <button
          key={one.id}
          type="button"
          disabled={one.change === "gone"}
          onClick={() => {
            onGone();
            onSelect(one.id);
          }}
        >
          {one.state.title}: {newsOf(one)}
        </button>
      ))}
      {more > 0 && <span>and {more} more</span>}
    </p>
  );
}
