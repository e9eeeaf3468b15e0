import { AXIS_HEIGHT } from "./paintaxis.ts";
import { fitCanvas, slabAt } from "./slab.ts";
import { forgetFace } from "./type.ts";

/** How much there is to paint on: px of the drawing, device pixels to a px of the page, px of the page to one of the drawing. */
export interface Size {
  width: number;
  height: number;
  ratio: number;
  unit: number;
}

/** What the canvases lie in. */
export interface Around {
  /** Scrolls the lanes. */
  body: HTMLElement;
  plot: HTMLElement;
  canvas: HTMLCanvasElement;
  axis: HTMLCanvasElement;
}

/** Takes the two canvases of a timeline in hand, and fits them to what shows. Throws where the browser has no 2D canvas. */
export function createEasel({ body, plot, canvas, axis }: Around) {
  const ctx = canvas.getContext("2d", { alpha: false });
  const axisCtx = axis.getContext("2d", { alpha: false });
  if (!ctx || !axisCtx) throw new Error("This browser has no 2D canvas.");
  let size: Size = { width: 0, height: 0, ratio: 1, unit: 1 };
  // The canvas is a slab of the lanes, a little taller than what shows; long timelines scroll it along.
  let slab = { top: 0, height: 0 };

  const lay = () => {
    slab = slabAt(size.height, body.clientHeight / size.unit, body.scrollTop / size.unit);
    canvas.style.transform = `translateY(${slab.top * size.unit}px)`;
  };

  return {
    ctx,
    axisCtx,
    size: () => size,
    /** Fits the canvases to lanes of `lanesHeight` px; answers whether that changed them, which leaves them blank. */
    fit(lanesHeight: number): boolean {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      const width = plot.clientWidth / unit;
      const height = Math.max(lanesHeight, body.clientHeight / unit);
      const ratio = window.devicePixelRatio || 1;
      const same =
        width === size.width &&
        height === size.height &&
        ratio === size.ratio &&
        unit === size.unit;
      if (same) return false;
      size = { width, height, ratio, unit };
      forgetFace(ctx);
      forgetFace(axisCtx);
      plot.style.height = `${height * unit}px`;
      lay();
      fitCanvas(canvas, width, slab.height, ratio * unit, unit);
      fitCanvas(axis, width, AXIS_HEIGHT, ratio * unit, unit);
      return true;
    },
    /** Follows the lanes where they were scrolled; answers whether the slab had to move, which leaves the wrong lanes on it. */
    follow(): boolean {
      const top = body.scrollTop / size.unit;
      const shown = body.clientHeight / size.unit;
      if (top >= slab.top && top + shown <= slab.top + slab.height) return false;
      lay();
      return true;
    },
    /** Readies the plot to be painted anew, in px of the drawing; answers device pixels to one of them. */
    readyPlot(): number {
      const scale = size.ratio * size.unit;
      ctx.setTransform(scale, 0, 0, scale, 0, -slab.top * scale);
      return scale;
    },
    /** The same of the axis. */
    readyAxis(): number {
      const scale = size.ratio * size.unit;
      axisCtx.setTransform(scale, 0, 0, scale, 0, 0);
      return scale;
    },
  };
}
