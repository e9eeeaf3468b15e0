import { GLYPH_STROKE, GLYPHS } from "./glyphs.ts";
import type { Look } from "./look.ts";

const TOKEN: Record<Look, string> = {
  proposed: "proposed",
  negotiating: "negotiating",
  agreed: "negotiating",
  signed: "signed",
  partlyRatified: "signed",
  ratified: "ratified",
  provisional: "inforce",
  inforce: "inforce",
  suspended: "suspended",
  ended: "terminated",
};

/** The custom property that holds the colour of a look. */
export function colourOf(look: Look): string {
  return `var(--${TOKEN[look]})`;
}

/** A status as its ring; the word beside it carries its meaning, so that it is hidden from assistive technology. */
export function StatusGlyph({ look, size = 12 }: { look: Look; size?: number }) {
  const { ring, dash, fill, stroke } = GLYPHS[look];
  return (
    <svg
      width={size}
      height={size}
      viewBox="-6 -6 12 12"
      aria-hidden="true"
      style={{ color: colourOf(look), flex: "none" }}
    >
      <g fill="none" stroke="currentColor" strokeWidth={GLYPH_STROKE}>
        <path d={ring} strokeDasharray={dash?.join(" ")} />
        {stroke && <path d={stroke} />}
      </g>
      {fill && <path d={fill} fill="currentColor" fillRule="evenodd" />}
    </svg>
  );
}
