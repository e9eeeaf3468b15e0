import { colourOf, type Look, lookOf, type Standing } from "./status.ts";

/** What stands inside the ring: a pie that fills as the text becomes more binding, or a sign. On a 12-unit square. */
const INSIDE: Record<Look, { fill?: string; line?: string }> = {
  proposed: {},
  negotiating: { fill: "M6 6V1.4A4.6 4.6 0 0 1 10.6 6Z" },
  agreed: { fill: "M6 6V1.4A4.6 4.6 0 0 1 9.25 9.25Z" },
  signed: { fill: "M6 1.4A4.6 4.6 0 0 1 6 10.6Z" },
  partly: { fill: "M6 1.4A4.6 4.6 0 0 1 6 10.6ZM3.7 4.9a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2Z" },
  ratified: { fill: "M6 6H1.4A4.6 4.6 0 1 0 6 1.4Z" },
  provisional: { fill: "M6 4.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2Z" },
  inforce: { fill: "M6 3.1a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8Z" },
  suspended: { line: "M4.7 4v4M7.3 4v4" },
  ended: { line: "M2.9 9.1 9.1 2.9" },
};

/** The ring that fills: an agreement's status at 12 px (or `size`). Its word stands beside it, so it is silent itself. */
export function StatusGlyph({ of, size = 12 }: { of: Standing; size?: number }) {
  const look = lookOf(of);
  const { fill, line } = INSIDE[look];
  return (
    <svg
      aria-hidden="true"
      className="glyph"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
    >
      <g style={{ color: colourOf(look) }} stroke="currentColor" strokeWidth="1.25">
        <circle
          cx="6"
          cy="6"
          r="5"
          strokeDasharray={look === "proposed" ? "1.6 1.54" : undefined}
        />
        {fill && <path d={fill} fill="currentColor" stroke="none" />}
        {line && <path d={line} strokeWidth="1.4" />}
      </g>
    </svg>
  );
}
