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

const HEX = /^#[0-9a-f]{6}$/i;

/**
 * Reads a token's colour as it is in force at an element, as `#rrggbb`: under forced colours tokens hold the names of system colours,
 * which only the browser knows.
 */
export function resolved(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => {
    const value = style.getPropertyValue(`--${name}`).trim();
    return HEX.test(value) ? value : probe(element, value);
  };
}

function probe(element: Element, value: string): string {
  const at = document.createElement("i");
  at.hidden = true;
  at.style.cssText = `forced-color-adjust: none; color: ${value}`;
  element.append(at);
  const { color } = getComputedStyle(at);
  at.remove();
  // What is mixed comes in shares of one, everything else in shares of 255.
  const whole = color.startsWith("color(") ? 255 : 1;
  const channels = color.match(/[\d.]+/g)?.slice(0, 3) ?? [];
  const hex = channels.map((one) =>
    Math.round(+one * whole)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${hex.join("")}`;
}

/** Reads the palette from the custom properties that are in force at an element. */
export function readPalette(element: Element): Palette {
  const token = resolved(element);
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
    key: `${paper}${token("signed")}${token("signed-fill")}`,
    family:
      getComputedStyle(element).getPropertyValue("--font-sans").trim() || "system-ui, sans-serif",
  };
}
