import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { StatusSwatch } from "../agreement/StatusSwatch.tsx";
import type { Standing } from "../agreement/status.ts";
import { LOOKS, type Look, lookWord } from "../timeline/look.ts";
import { StatusGlyph as PlotGlyph } from "../timeline/StatusGlyph.tsx";
import { Drawing } from "./Drawing.tsx";
import { Plate } from "./Plate.tsx";
import { bar } from "./parts.ts";

const MEANING: Record<Look, string> = {
  proposed: "One side has put it forward",
  negotiating: "Parties are working on a text",
  agreed: "The text is settled, not yet signed",
  signed: "Signed, not yet binding",
  partlyRatified: "Filled by the share of parties",
  ratified: "By every party that must",
  provisional: "Applied before it is in force",
  inforce: "Binding from this date",
  suspended: "Binding effect paused",
  ended: "Expired, terminated or replaced",
};

const STANDING: Record<Look, Standing> = {
  proposed: { status: "PROPOSED", ratified: 0, mustRatify: 2 },
  negotiating: { status: "NEGOTIATING", ratified: 0, mustRatify: 2 },
  agreed: { status: "AGREED", ratified: 0, mustRatify: 2 },
  signed: { status: "SIGNED", ratified: 0, mustRatify: 2 },
  partlyRatified: { status: "SIGNED", ratified: 1, mustRatify: 2 },
  ratified: { status: "RATIFIED", ratified: 2, mustRatify: 2 },
  provisional: { status: "PROVISIONALLY_APPLIED", ratified: 0, mustRatify: 2 },
  inforce: { status: "IN_FORCE", ratified: 2, mustRatify: 2 },
  suspended: { status: "SUSPENDED", ratified: 2, mustRatify: 2 },
  ended: { status: "TERMINATED", ratified: 2, mustRatify: 2 },
};

/** Every status: its glyph, word, bar in the plot, swatch on pages, and meaning. */
export function Statuses() {
  return (
    <Plate name="statuses" title="Agreement status: more ink, more binding">
      <ul className="statuses">
        {LOOKS.map((look) => (
          <OneStatus key={look} look={look} />
        ))}
      </ul>
    </Plate>
  );
}

const DRAWN = Object.fromEntries(
  LOOKS.map((look) => [look, () => [bar(look, 1, 114, 3, { share: 0.5 })]]),
) as Record<Look, () => ReturnType<typeof bar>[]>;

function OneStatus({ look }: { look: Look }) {
  return (
    <li>
      <StatusGlyph of={STANDING[look]} />
      <PlotGlyph look={look} />
      <b className="t-ui">{lookWord(look)}</b>
      <Drawing width={114} height={24} of={DRAWN[look]} />
      <StatusSwatch of={STANDING[look]} />
      <span className="second">{MEANING[look]}</span>
    </li>
  );
}
