import { type ReactNode, useEffect, useRef } from "react";
import { useKey } from "./keys.ts";

interface Props {
  children: ReactNode;
  onShow: () => void;
  className?: string;
}

/** Says what is new, and shows it when it is pressed, or N. */
export function FreshButton({ children, onShow, className = "" }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useKey("n", onShow);
  // Gone with the focus on it, it leaves the focus to the plot, or to the page.
  useEffect(() => {
    const own = button.current;
    return () => {
      if (document.activeElement === own || document.activeElement === document.body)
        (document.getElementById("plot") ?? document.getElementById("main"))?.focus({
          preventScroll: true,
        });
    };
  }, []);
  return (
    <button
      type="button"
      className={`button fresh-button ${className}`}
      aria-keyshortcuts="N"
      ref={button}
      onClick={onShow}
    >
      {children}
    </button>
  );
}
