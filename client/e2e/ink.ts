// What a canvas shows: the words painted on it, and where there is ink.
import type { Page } from "@playwright/test";

/** A text as the last frame painted it; x and y are px from the plot's top left corner. */
export interface Word {
  text: string;
  x: number;
  y: number;
}

/** A part of the plot, in px from its top left corner. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A frame begins where the painter sets its scale; from there on its words are kept. */
const RECORDER = `{
  const words = new WeakMap();
  const { setTransform, fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...matrix) {
    words.set(this.canvas, []);
    return setTransform.apply(this, matrix);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
    words.get(this.canvas)?.push({ text, x, y });
    return fillText.call(this, text, x, y, ...rest);
  };
  globalThis.wordsOn = (canvas) => words.get(canvas) ?? [];
}`;

const PLOT = ".timeline-plot canvas";

/** Keeps what is painted from the next page on. Before `goto`. */
export async function watchInk(page: Page): Promise<void> {
  await page.addInitScript({ content: RECORDER });
}

/** The words that the last frame of the plot painted. */
export async function wordsOnPlot(page: Page): Promise<Word[]> {
  return page.locator(PLOT).evaluate((canvas) => {
    const { wordsOn } = globalThis as unknown as { wordsOn: (canvas: Element) => Word[] };
    return wordsOn(canvas);
  });
}

/** The texts alone, in the order of painting, between bars. */
export async function textOnPlot(page: Page): Promise<string> {
  return (await wordsOnPlot(page)).map(({ text }) => text).join(" | ");
}

/** What stands beside a name on the plot, such as its date; null when either is not painted. */
export async function wordBeside(page: Page, name: string): Promise<string | null> {
  const words = await wordsOnPlot(page);
  const own = words.find(({ text }) => text === name);
  if (!own) return null;
  const after = words.filter(({ x, y }) => Math.abs(y - own.y) < 1 && x > own.x);
  return after.sort((a, b) => a.x - b.x)[0]?.text ?? null;
}

/** Which pixels of a part are ink, row by row: nearer to the colour of text than to the ground. */
async function inkIn(page: Page, part: Part): Promise<boolean[][]> {
  return page.locator(PLOT).evaluate((element, { x, y, width, height }) => {
    const canvas = element as HTMLCanvasElement;
    const scale = canvas.width / canvas.clientWidth;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("The plot has no canvas to read.");
    const image = context.getImageData(
      Math.round(x * scale),
      Math.round(y * scale),
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    return Array.from({ length: image.height }, (_, row) =>
      Array.from({ length: image.width }, (_, column) => {
        const at = (row * image.width + column) * 4;
        const [red = 0, green = 0, blue = 0] = image.data.subarray(at, at + 3);
        return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
      }),
    );
  }, part);
}

/** The share of a part that is ink, in the light theme. */
export async function inkShare(page: Page, part: Part): Promise<number> {
  const pixels = (await inkIn(page, part)).flat();
  return pixels.filter(Boolean).length / pixels.length;
}

/** How many separate dashes a horizontal line of pixels crosses. */
export async function dashesAlong(page: Page, from: number, to: number, y: number) {
  const [row = []] = await inkIn(page, { x: from, y, width: to - from, height: 1 });
  return row.filter((isInk, at) => isInk && !row[at - 1]).length;
}
