import { el, escaped } from "../timeline/svg/ink.ts";

/** A face of the text around the plot; `size` in px. */
export interface SheetFace {
  size: number;
  weight: number;
  serif?: boolean;
}

/** How wide a text is in a face, px. */
export type Width = (text: string, face: SheetFace) => number;

export const TITLE: SheetFace = { size: 27, weight: 520, serif: true };
export const BRAND: SheetFace = { size: 18, weight: 560, serif: true };
export const COMPARED: SheetFace = { size: 15, weight: 600 };
export const SENTENCE: SheetFace = { size: 18, weight: 500, serif: true };
export const UNDER: SheetFace = { size: 13.5, weight: 400 };
export const LANE: SheetFace = { size: 13.5, weight: 600 };
export const SECOND: SheetFace = { size: 12.5, weight: 400 };
export const GROUP: SheetFace = { size: 11.5, weight: 600 };
export const MONOGRAM: SheetFace = { size: 10.5, weight: 650 };
export const SMALL: SheetFace = { size: 12.5, weight: 400 };
export const PAIR: SheetFace = { size: 12.5, weight: 400 };

/** The families by name, each with others to fall back on where a reader has no fonts of ours. */
export const SANS =
  "'IBM Plex Sans Variable', 'IBM Plex Sans', 'Vazirmatn Variable', Vazirmatn, 'Helvetica Neue', Arial, sans-serif";
export const SERIF =
  "'Source Serif 4 Variable', 'Source Serif 4', 'Source Serif Pro', Georgia, serif";

/** A line of text in a face; `y` is its baseline. */
export function text(
  words: string,
  face: SheetFace,
  x: number,
  y: number,
  fill: string,
  more: Record<string, string | number> = {},
): string {
  return el(
    "text",
    {
      x,
      y,
      "font-size": face.size,
      "font-weight": face.weight,
      ...(face.serif && { "font-family": SERIF, "font-stretch": "100%" }),
      fill,
      ...more,
    },
    escaped(words),
  );
}

/** Text in as many lines as a width needs; words longer than a line are broken, since addresses have no spaces. */
export function wrapped(words: string, face: SheetFace, room: number, width: Width): string[] {
  const lines: string[] = [];
  let rest = words.trim();
  while (rest !== "") {
    let fits = rest.length;
    while (fits > 1 && width(rest.slice(0, fits), face) > room) fits--;
    const space = fits < rest.length ? rest.lastIndexOf(" ", fits) : fits;
    const end = space > 0 ? space : fits;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return lines;
}
