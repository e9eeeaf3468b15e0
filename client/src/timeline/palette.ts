import type { Look } from "./look.ts";

/** Colours of the theme in force, as the canvas needs them. */
export interface Palette {
  paper: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  line2: string;
  stamp: string;
  focus: string;
  warn: string;
  /** What lies beyond today, and beyond a past day of knowledge; opaque, so that text can be knocked out of it. */
  ahead: string;
  aheadThen: string;
  stroke: Record<Look, string>;
  fill: Record<Look, string>;
  /** Distinguishes palettes: pattern tiles are kept by it. */
  key: string;
  /** Family for canvas text. */
  family: string;
}

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

/** `share` of the second colour over the first; both `#rrggbb`. */
export function mix(under: string, over: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const blended = [1, 3, 5].map((at) =>
    Math.round(channel(under, at) * (1 - share) + channel(over, at) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${blended.join("")}`;
}
