import type { Look } from "./look.ts";

/** Colours of the theme in force, as painters need them. */
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
  /** Family of the plot's text. */
  family: string;
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

/** The palette for print: white paper, ink, patterns without fills; only what is solid stays solid. */
export function inked(palette: Palette): Palette {
  const paper = "#ffffff";
  const all = (colour: string) =>
    Object.fromEntries(
      Object.keys(palette.stroke).map((look) => [look, colour]),
    ) as Palette["fill"];
  return {
    ...palette,
    paper,
    ahead: paper,
    aheadThen: paper,
    stamp: palette.ink,
    focus: palette.ink,
    warn: palette.ink,
    stroke: all(palette.ink),
    fill: { ...all(paper), inforce: palette.ink },
    key: "print",
  };
}
