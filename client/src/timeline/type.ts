import type { Measure } from "./scene.ts";

/** The faces of text on the plot. */
export type Face = Parameters<Measure>[1] | "year" | "month" | "note";

/** Weight and size (px) of each face. */
export const FACES: Record<Face, { weight: number; size: number }> = {
  label: { weight: 500, size: 12 },
  strong: { weight: 650, size: 12 },
  date: { weight: 400, size: 12 },
  bar: { weight: 600, size: 11.5 },
  year: { weight: 650, size: 12.5 },
  month: { weight: 400, size: 12 },
  note: { weight: 400, size: 12 },
  count: { weight: 500, size: 10.5 },
};

const current = new WeakMap<CanvasRenderingContext2D, string>();

/** Forgets which face a context has, as after a change of its canvas's size, which resets it. */
export function forgetFace(ctx: CanvasRenderingContext2D): void {
  current.delete(ctx);
}

/**
 * Sets a face on a context, if it has another: parsing a font costs more than drawing a word. Not for use between `save`
 * and `restore`. Labels are narrowed through the width axis, as near to 85 % as canvas can name.
 */
export function setFace(ctx: CanvasRenderingContext2D, face: Face, family: string): void {
  if (current.get(ctx) === face + family) return;
  current.set(ctx, face + family);
  const { weight, size } = FACES[face];
  ctx.font = `${weight} ${size}px ${family}`;
  ctx.fontStretch = "semi-condensed";
  ctx.textBaseline = "alphabetic";
}

/** From the middle of a line to its baseline, px. */
export const TO_BASELINE = 4.2;

/** Measures texts on a context, each once; forget it when the fonts have come. */
export function measureOn(ctx: CanvasRenderingContext2D, family: string): Measure {
  const widths = new Map<string, number>();
  return (text, face) => {
    const key = `${face} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      setFace(ctx, face, family);
      width = ctx.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}
