/** Px painted above and below what shows. */
const OVERSCAN = 600;

/** The part of the lanes that the canvas covers. */
export function slabAt(
  content: number,
  shown: number,
  scrolled: number,
): { top: number; height: number } {
  const height = Math.min(content, shown + 2 * OVERSCAN);
  const top = Math.min(Math.max(0, scrolled - OVERSCAN), content - height);
  return { top, height };
}

/** Sizes a canvas to `width` × `height` px of the drawing, `ratio` device pixels each; `unit` is px of the page to one. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
  unit: number,
): void {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width * unit}px`;
  canvas.style.height = `${height * unit}px`;
}
