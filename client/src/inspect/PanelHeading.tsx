import { useEffect, useRef } from "react";
import { say } from "../page/say.ts";

/**
 * The panel's heading. It takes focus when it appears, so that a screen reader begins there; not from the buttons that lead on to the
 * next fact, which would be lost at every step: there it is read out instead. Nor from a plot where facts are only marked, or from
 * the rail, where the reader has gone on to meanwhile.
 */
export function PanelHeading({ children }: { children: string | string[] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (active?.closest("[data-keeps-focus='true']")) return;
    if (active?.closest(".panel-ways")) say(heading.current?.textContent ?? "");
    else heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 className="t-detail panel-heading" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
}
