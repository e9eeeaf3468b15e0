import { mix, type Palette } from "./colours.ts";
import type { Look } from "./look.ts";

export { mix, type Palette };

/** The token behind each look; `partlyRatified` is drawn of two. */
const TOKENS: Record<Look, string> = {
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

/** Reads the palette from the custom properties that are in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const looks = Object.entries(TOKENS) as [Look, string][];
  const of = (suffix: string) =>
    Object.fromEntries(looks.map(([look, name]) => [look, token(name + suffix)])) as Record<
      Look,
      string
    >;
  const paper = token("paper");
  return {
    paper,
    ink: token("ink"),
    ink2: token("ink2"),
    ink3: token("ink3"),
    line: token("line"),
    line2: token("line2"),
    stamp: token("stamp"),
    focus: token("focus"),
    warn: token("warn"),
    ahead: mix(paper, token("well"), 0.6),
    aheadThen: mix(paper, token("stamp-wash"), 0.52),
    stroke: of(""),
    fill: of("-fill"),
    key: `${paper}${token("signed-fill")}`,
    family: token("font-sans") || "system-ui, sans-serif",
  };
}
