import { inked } from "../timeline/colours.ts";
import { flagWords, lineWords } from "../timeline/flag.ts";
import { readPalette } from "../timeline/palette.ts";
import { measureOn } from "../timeline/type.ts";
import { SANS, SERIF, type Width } from "./face.ts";
import { fontsFor } from "./fonts.ts";
import { drawSheet, type Pens, type SheetOf } from "./sheet.ts";

/** A finished drawing; sizes in px. */
export interface Drawn {
  svg: string;
  width: number;
  height: number;
}

/** In front of the ids of one drawing: those of another on the same page begin otherwise. */
const newPrefix = () => `e${Math.random().toString(36).slice(2, 10)}-`;

/**
 * The pens for documents. They are light paper whatever the theme of the page is, since they go to readers who did not
 * choose it, into reports and onto slides.
 */
function pensOf(): Pens {
  const swatch = document.createElement("div");
  swatch.className = "on-paper";
  document.body.append(swatch);
  const palette = readPalette(swatch);
  swatch.remove();
  // One for the plot's faces and one for the others: the former remembers which face it has.
  const ctx = contextOf();
  const other = contextOf();
  const width: Width = (text, { size, weight, serif }) => {
    other.font = `${weight} ${size}px ${serif ? SERIF : SANS}`;
    other.fontStretch = serif ? "normal" : "semi-condensed";
    return other.measureText(text).width;
  };
  const own = { ...palette, family: SANS };
  const measure = measureOn(ctx, SANS);
  return { palette: own, prefix: newPrefix(), since: palette.stamp, measure, width };
}

/** A context on a canvas of its own. Throws where there is none. */
export function contextOf(width = 1, height = 1): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("This browser has no 2D canvas.");
  return ctx;
}

/** The faces that a document sets its text in: they are measured, so they must have come. */
export async function fontsCome(): Promise<void> {
  const faces = [400, 500, 600, 650].map((weight) => `${weight} 12px ${SANS}`);
  await Promise.all([...faces, `520 27px ${SERIF}`].map((face) => document.fonts.load(face)));
}

/** Where the flag would lie beyond an edge, it says so with an arrow. */
function flagOf({ columns, view }: Omit<SheetOf, "flag">): string {
  const day = view.known ?? columns.today;
  const beyond = day + 1 < view.from ? "left" : day + 1 > view.to ? "right" : null;
  return flagWords(lineWords(day, view.known === null), beyond);
}

/** The document of a view as SVG that can stand alone, with the fonts inside, or without, for a page that has them. */
export async function drawPicture(of: Omit<SheetOf, "flag">, withFonts: boolean): Promise<Drawn> {
  await fontsCome();
  const whole = { ...of, flag: flagOf(of) };
  const pens = pensOf();
  const drawn = drawSheet(whole, pens);
  if (!withFonts) return drawn;
  const words = drawn.svg.replace(/<style>.*?<\/style>|<[^>]*>/gs, "");
  const fonts = await fontsFor(words, `${of.title} ${of.compared?.sentence} Entente`);
  return drawSheet(whole, { ...pens, fonts });
}

/** The same for print, at once: in ink on white, what is known since in a paler one, with the page's own fonts. */
export function drawForPrint(of: Omit<SheetOf, "flag">): Drawn {
  const pens = pensOf();
  return drawSheet(
    { ...of, flag: flagOf(of) },
    { ...pens, palette: inked(pens.palette), since: pens.palette.ink3 },
  );
}
