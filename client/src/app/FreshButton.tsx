import { useEffect, useRef } from "react";
import { useKey } from "../page/keys.ts";
import { plural } from "../when/words.ts";

/** Says how much is new, and shows it when it is pressed, or N. */
export function FreshButton({ count, onShow }: { count: number; onShow: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useKey("n", onShow);
  // Gone with the focus on it, it leaves the focus to the plot.
  useEffect(() => {
    const own = button.current;
    return () => {
      if (document.activeElement === own || document.activeElement === document.body)
        document.getElementById("plot")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <button
      type="button"
      className="button fresh-button"
      aria-keyshortcuts="N"
      ref={button}
      onClick={onShow}
    >
      Show {plural(count, "new fact")}
    </button>
  );
}
