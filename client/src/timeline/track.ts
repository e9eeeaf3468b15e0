import type { TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { PAD_END } from "./stage.ts";
import { dayForLine, firstDay } from "./travel.ts";
import type { ViewStore } from "./view.ts";
import { dayAt, type Viewport, xOf } from "./viewport.ts";

/** The painter's side of the rail. */
export interface Track {
  show(columns: TimelineColumns, today: Day): void;
  /** Whether the track shows all days there are (phone) instead of the plot's window. */
  whole(isWhole: boolean): void;
  /** The day that a line at a client x stands for, snapped; null before anything is shown. */
  dayAt(clientX: number): Day | null;
  destroy(): void;
}

const LINE_Y = 26;
const TICKS_Y = 33;
const WHOLE_PAD = 8;

/** Paints track and ticks and moves the handle, frame by frame, from the view store. */
export function createTrack(
  parts: { box: HTMLElement; canvas: HTMLCanvasElement; handle: HTMLElement },
  view: ViewStore,
  onOff: (isOff: boolean) => void,
): Track {
  const { box, canvas, handle } = parts;
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("This browser has no 2D canvas.");
  let columns: TimelineColumns | null = null;
  let today = 0;
  let isWhole = false;
  let request = 0;

  const viewport = (): Viewport => {
    const width = box.clientWidth;
    if (!isWhole || !columns) {
      const { from, to } = view.get();
      return { from, to, width: Math.max(1, width - PAD_END) };
    }
    // All days, with the handle's width to spare on either side.
    const first = firstDay(columns.ticks, today);
    const span = Math.max(30, today + 1 - first) * 1.12;
    const scale = (width - 2 * WHOLE_PAD) / span;
    const from = first - WHOLE_PAD / scale;
    return { from, to: from + width / scale, width };
  };

  const draw = () => {
    request = 0;
    const ratio = window.devicePixelRatio || 1;
    const width = box.clientWidth;
    const height = box.clientHeight;
    if (
      canvas.width !== Math.round(width * ratio) ||
      canvas.height !== Math.round(height * ratio)
    ) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const style = getComputedStyle(box);
    const known = view.get().known;
    const now = viewport();
    const lineX = xOf(now, (known ?? today) + 1);
    const end = isWhole ? width - WHOLE_PAD : now.width;
    const ink = style.getPropertyValue(known === null ? "--ink" : "--stamp").trim();
    const rest = style.getPropertyValue("--line2").trim();
    line(ctx, isWhole ? WHOLE_PAD : 0, end, rest);
    line(ctx, isWhole ? WHOLE_PAD : 0, Math.min(lineX, end), ink);
    if (columns) {
      const { day, count } = columns.ticks;
      for (const [index, tick] of day.entries()) {
        const x = xOf(now, tick + 1);
        if (x < 0 || x > width) continue;
        const number = count[index] ?? 1;
        ctx.globalAlpha = 0.72;
        ctx.fillStyle = tick <= (known ?? today) ? ink : rest;
        if (tick > (known ?? today)) ctx.globalAlpha = 1;
        ctx.fillRect(x - 0.9, TICKS_Y, 1.8, number > 3 ? 14 : number > 1 ? 11 : 7.5);
      }
      ctx.globalAlpha = 1;
    }
    const off = lineX < 0 || lineX > end + 1;
    if (handle.dataset.off !== String(off)) onOff(off);
    handle.dataset.off = String(off);
    handle.style.transform = `translateX(${Math.min(Math.max(lineX, 0), end)}px)`;
  };

  const invalidate = () => {
    if (!request) request = requestAnimationFrame(draw);
  };
  const unsubscribe = view.subscribe(invalidate);
  const observer = new ResizeObserver(invalidate);
  observer.observe(box);
  const theme = new MutationObserver(invalidate);
  theme.observe(document.documentElement, { attributes: true });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", invalidate);

  return {
    show(next, day) {
      columns = next;
      today = day;
      invalidate();
    },
    whole(next) {
      isWhole = next;
      invalidate();
    },
    dayAt(clientX) {
      if (!columns) return null;
      const x = clientX - box.getBoundingClientRect().left;
      const now = viewport();
      if (dayAt(now, x) >= today + 1) return today;
      return dayForLine(now, x, columns.ticks, today);
    },
    destroy() {
      unsubscribe();
      observer.disconnect();
      theme.disconnect();
      dark.removeEventListener("change", invalidate);
      cancelAnimationFrame(request);
    },
  };
}

function line(ctx: CanvasRenderingContext2D, from: number, to: number, colour: string): void {
  if (to <= from) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 4;
  ctx.lineCap = "round";
  ctx.beginPath();
  ctx.moveTo(from, LINE_Y);
  ctx.lineTo(to, LINE_Y);
  ctx.stroke();
}
