import type { Palette } from "../colours.ts";
import type { Day } from "../day.ts";
import type { Measure } from "../scene.ts";
import { FACES, type Face } from "../type.ts";

/** What the painter of documents needs beside the drawing. Lengths are px. */
export interface Ink {
  palette: Palette;
  /** In front of this drawing's own ids, so that two drawings can stand on one page. */
  prefix: string;
  /** Where knowledge ends, and whether its day is a past one. */
  lineX: number;
  /** Where the record ends, at the line or left of it, and on which day. */
  horizonX: number;
  horizon: Day;
  travelling: boolean;
  /** Whether two days of knowledge are shown, and the colour of what only the later one knows. */
  comparing: boolean;
  since: string;
  /** Right edge of the plot. */
  edge: number;
  measure: Measure;
  /** What a mark or bar is called, then or now (`since`); empty when it has no name of its own. */
  nameOf: (id: string, since?: boolean) => string;
}

/** The ground at an x: paper, what the record does not reach, or what lies ahead of a past day of knowledge. */
export function groundAt({ palette, lineX, horizonX, travelling }: Ink, x: number): string {
  if (x < horizonX) return palette.paper;
  return travelling && x >= lineX ? palette.aheadThen : palette.ahead;
}

/** The colour of a shape: ink, or that of what is known since. */
export function inkOf(
  { palette, since }: Ink,
  one: { since?: boolean },
  ink = palette.ink,
): string {
  return one.since ? since : ink;
}

type Value = string | number | null | undefined | false;

/** An element of SVG as text. Attributes that are null, undefined or false are left out; numbers are rounded to 0.01. */
export function el(name: string, attributes: Record<string, Value>, ...children: string[]): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(
      ([key, value]) => ` ${key}="${typeof value === "number" ? num(value) : escaped(`${value}`)}"`,
    );
  const inside = children.join("");
  return inside === ""
    ? `<${name}${said.join("")}/>`
    : `<${name}${said.join("")}>${inside}</${name}>`;
}

/** A number as short as a hundredth of a px allows. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** Text for XML: the five signs that mean something there are spelt out, and what XML forbids is left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids these even when spelt out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}

/** A filled rectangle; nothing when it has no size. */
export function box(x: number, y: number, width: number, height: number, fill: string): string {
  return width > 0 && height > 0 ? el("rect", { x, y, width, height, fill }) : "";
}

interface Said {
  x: number;
  y: number;
  face: Face;
  fill: string;
  /** A line of the ground's colour around the letters. */
  halo?: string;
  /** Its width as it was measured: a reader's other font is fitted to it, so that no name runs into another. */
  width?: number;
}

/** A line of text on the plot; `y` is its baseline. */
export function line(text: string, { x, y, face, fill, halo, width }: Said): string {
  const { weight, size } = FACES[face];
  return el(
    "text",
    {
      x,
      y,
      "font-size": size,
      "font-weight": weight,
      fill,
      ...(halo && {
        stroke: halo,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      }),
      ...(width !== undefined && { textLength: width, lengthAdjust: "spacingAndGlyphs" }),
    },
    escaped(text),
  );
}
