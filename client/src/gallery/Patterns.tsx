import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { LOOKS, type Look } from "../timeline/look.ts";
import { Drawing } from "./Drawing.tsx";
import { Plate } from "./Plate.tsx";
import { bar } from "./parts.ts";

const LARGE = 3;
const DRAWN = LOOKS.map((look) => ({
  look,
  of: () => [bar(look, 2, 40, 4, { share: 0.5 })],
}));

/** The patterns as the plot paints them and as drawings fill with them, and the glyphs: so large that a wrong line shows. */
export function Patterns() {
  return (
    <Plate name="patterns" title="Patterns, three times as large">
      <div className="patterns">
        {DRAWN.map(({ look, of }) => (
          <div key={look}>
            <Drawing width={40} height={26} of={of} scale={LARGE} />
            <Fill look={look} />
          </div>
        ))}
      </div>
      <div className="glyphs">
        {(
          [
            ["PROPOSED", 0],
            ["NEGOTIATING", 0],
            ["AGREED", 0],
            ["SIGNED", 0],
            ["SIGNED", 1],
            ["RATIFIED", 2],
            ["PROVISIONALLY_APPLIED", 2],
            ["IN_FORCE", 2],
            ["SUSPENDED", 2],
            ["TERMINATED", 2],
          ] as const
        ).map(([status, ratified]) => (
          <StatusGlyph
            key={`${status}${ratified}`}
            of={{ status, ratified, mustRatify: 2 }}
            size={36}
          />
        ))}
      </div>
    </Plate>
  );
}

/** What has no pattern is flat. */
function Fill({ look }: { look: Look }) {
  const flat: Partial<Record<Look, string>> = {
    partlyRatified: "url(#pattern-ratified)",
    inforce: "var(--inforce-fill)",
    ended: "var(--terminated-fill)",
  };
  return (
    <svg viewBox="0 0 40 12" className="pattern-fill" aria-hidden="true">
      <rect width="40" height="12" fill={flat[look] ?? `url(#pattern-${look})`} />
    </svg>
  );
}
