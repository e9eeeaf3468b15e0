import { type ReactNode, useEffect, useRef } from "react";

/** The panel's heading. It takes focus when it appears, so that a screen reader begins there. */
export function PanelHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 className="t-detail panel-heading" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
}
