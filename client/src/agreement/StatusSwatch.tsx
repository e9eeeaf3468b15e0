import { lookOf, type Standing } from "./status.ts";
import "./patterns.css";

/** A small stretch of a bar in a standing's pattern: more ink, more binding. `share` of a partly ratified one shows from below. */
export function StatusSwatch({ of, wide = false }: { of: Standing; wide?: boolean }) {
  const look = lookOf(of);
  const share = of.mustRatify > 0 ? of.ratified / of.mustRatify : 0;
  return (
    <span
      aria-hidden="true"
      className={`swatch ${look}${wide ? " wide" : ""}`}
      style={
        look === "partly"
          ? ({ "--share": `${Math.round(share * 100)}%` } as React.CSSProperties)
          : undefined
      }
    />
  );
}
