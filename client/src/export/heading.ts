import type { Palette } from "../timeline/colours.ts";
import { el } from "../timeline/svg/ink.ts";
import {
  BRAND,
  COMPARED,
  SENTENCE,
  type SheetFace,
  TITLE,
  text,
  UNDER,
  type Width,
  wrapped,
} from "./face.ts";

/** What stands over a drawing. */
export interface Headed {
  title: string;
  /** Which two days are compared, and what became of everything in between; null where one day stands alone. */
  compared: { days: string; sentence: string } | null;
  /** The window, the day known, how many facts, and what is filtered by. */
  under: string;
}

/** From a baseline to the next, px. */
const LINES = { title: 33, compared: 24, sentence: 28, under: 19 };
/** Between the title and what stands beside it, and what the wordmark takes of the first line. */
const AFTER_TITLE = 16;
const BRAND_ROOM = 110;
/** From the top to the first baseline, and from the last one to what the heading stands over. */
const [FIRST, LAST] = [22, 16];

/** The heading of a document with its wordmark, in as many lines as a width (px) needs. Answers the drawing and its height, px. */
export function drawHeading(
  palette: Palette,
  { title, compared, under }: Headed,
  room: number,
  width: Width,
): { body: string; height: number } {
  const parts = [brand(palette, room)];
  let y = FIRST - LINES.title;
  const put = (words: string[], face: SheetFace, step: number, fill: string, spacing?: number) => {
    for (const line of words) {
      y += step;
      parts.push(text(line, face, 0, y, fill, spacing ? { "letter-spacing": spacing } : {}));
    }
  };
  const titles = wrapped(title, TITLE, room - BRAND_ROOM, width);
  put(titles, TITLE, LINES.title, palette.ink, -0.3);
  if (compared) {
    const beside = width(titles.at(-1) ?? "", TITLE) + AFTER_TITLE;
    const fits = beside + width(compared.days, COMPARED) <= room - BRAND_ROOM;
    if (fits) parts.push(text(compared.days, COMPARED, beside, y, palette.stamp));
    else
      put(wrapped(compared.days, COMPARED, room, width), COMPARED, LINES.compared, palette.stamp);
    put(wrapped(compared.sentence, SENTENCE, room, width), SENTENCE, LINES.sentence, palette.ink);
    y += 2;
  }
  put(wrapped(under, UNDER, room, width), UNDER, LINES.under + (compared ? 2 : 5), palette.ink2);
  return { body: el("g", { class: "heading" }, ...parts), height: y + LAST };
}

/** The wordmark, ending at an x. */
function brand(palette: Palette, x: number): string {
  return (
    el(
      "g",
      { transform: `translate(${x - 82} 4)`, stroke: palette.ink, "stroke-width": 1.6 },
      el("path", { d: "M4.5 4v9" }),
      el("circle", { cx: 4.5, cy: 4, r: 3.2, fill: palette.ink, stroke: "none" }),
      el("circle", { cx: 4.5, cy: 15, r: 2.6, fill: "none" }),
    ) + text("Entente", BRAND, x, 20, palette.ink, { "text-anchor": "end" })
  );
}
