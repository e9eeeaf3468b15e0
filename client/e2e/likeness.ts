// Whether two pictures show the same. Both are blurred first: a letter that another build of the browser sets a pixel further, or smooths
// otherwise, then weighs little; a glyph that is gone, another pattern, another colour or a bar elsewhere still shows.
import type { Page } from "@playwright/test";

/** Radius of the blur, CSS px: wider than the stroke of a letter, narrower than a glyph. */
const BLUR_PX = 3;
/** How far a channel (0 to 255) may be off after the blur. A letter one pixel further comes to about 10. */
const CHANNEL = 12;
/** So many pixels may be further off: less than the half of a 12 px glyph or of a swatch. */
const PIXELS = 60;

/** What differs between two pictures; null where nothing does. */
export interface Unlike {
  /** How many pixels are too far off. */
  pixels: number;
  /** Where: left, top, right and bottom, px. */
  box: [number, number, number, number];
}

/** Compares two PNG files, in a page of its own choosing. Sizes may differ by 2 px, as lines of text break alike but round otherwise. */
export async function unlike(page: Page, one: Buffer, other: Buffer): Promise<Unlike | null> {
  return (await page.evaluate(
    async ({ files, blur, channel, most }) => {
      const images = await Promise.all(
        files.map(async (file) => {
          const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
          return createImageBitmap(new Blob([bytes], { type: "image/png" }));
        }),
      );
      const [first, second] = images as [ImageBitmap, ImageBitmap];
      const width = Math.max(first.width, second.width);
      const height = Math.max(first.height, second.height);
      if (Math.abs(first.width - second.width) > 2 || Math.abs(first.height - second.height) > 2)
        return { pixels: width * height, box: [0, 0, width, height] };
      const [a, b] = images.map((image) => {
        const ctx = new OffscreenCanvas(width, height).getContext("2d");
        if (!ctx) throw new Error("No canvas to compare on.");
        ctx.drawImage(image, 0, 0, width, height);
        ctx.filter = `blur(${blur}px)`;
        ctx.drawImage(image, 0, 0, width, height);
        return ctx.getImageData(0, 0, width, height).data;
      }) as [Uint8ClampedArray, Uint8ClampedArray];
      const box = [width, height, 0, 0];
      let pixels = 0;
      for (let at = 0; at < a.length; at += 4) {
        const off = Math.max(
          ...[0, 1, 2].map((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0))),
        );
        if (off <= channel) continue;
        pixels += 1;
        const x = (at / 4) % width;
        const y = Math.floor(at / 4 / width);
        box[0] = Math.min(box[0] ?? x, x);
        box[1] = Math.min(box[1] ?? y, y);
        box[2] = Math.max(box[2] ?? x, x);
        box[3] = Math.max(box[3] ?? y, y);
      }
      return pixels > most ? { pixels, box } : null;
    },
    {
      files: [one, other].map((file) => file.toString("base64")),
      blur: BLUR_PX,
      channel: CHANNEL,
      most: PIXELS,
    },
  )) as Unlike | null;
}
