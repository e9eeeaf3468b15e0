import type { TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { resolved } from "./palette.ts";
import { onRecolour } from "./recolour.ts";
import { dayForLine } from "./travel.ts";
import type { ViewStore } from "./view.ts";
import { dayAt, PAD_END, pxPerDay, type Viewport, xOf } from "./viewport.ts";

/** The painter's side of the rail. */
export interface Track {
  show(columns: TimelineColumns, today: Day): void;
  /** Whether the track has no plot above it to agree with (phone): then it always holds today, and its ticks stand apart. */
  alone(isAlone: boolean): void;
  /** The day that a line at a client x stands for, snapped; null before anything is shown. */
  dayAt(clientX: number): Day | null;
  destroy(): void;
}

const LINE_Y = 26;
const TICKS_Y = 33;
/** Alone: room on either side for the line's round ends, and a tick's own room, px. */
const ALONE_PAD = 2;
const TICK_ROOM = 4;
/** Alone: the share of the track that lies beyond today at least. */
const BEYOND = 0.08;

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
  let isAlone = false;
  // Alone: the earliest day that the reader asked for, so that nothing shifts under a thumb.
  let reach = Number.POSITIVE_INFINITY;
  let request = 0;

  const viewport = (): Viewport => {
    const { from, to, known } = view.get();
    const width = box.clientWidth;
    if (!isAlone) return { from, to, width: Math.max(1, width - PAD_END) };
    if (view.settled().known === null) reach = Number.POSITIVE_INFINITY;
    reach = Math.min(reach, known ?? today);
    const first = Math.min(from, reach);
    const last = Math.max(to, today + 1 + (today + 1 - first) * BEYOND);
    const perPx = (last - first) / Math.max(1, width - 2 * ALONE_PAD);
    return { from: first - ALONE_PAD * perPx, to: last + ALONE_PAD * perPx, width };
  };

  const draw = () => {
    request = 0;
    const ratio = window.devicePixelRatio || 1;
    const width = box.clientWidth;
    const height = box.clientHeight;
    // The handle is placed in rem: what is drawn grows with it.
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    if (
      canvas.width !== Math.round(width * ratio) ||
      canvas.height !== Math.round(height * ratio)
    ) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const token = resolved(box);
    const known = view.get().known;
    const now = viewport();
    const lineX = xOf(now, (known ?? today) + 1);
    const end = isAlone ? width - ALONE_PAD : now.width;
    const ink = token(known === null ? "ink" : "stamp");
    const rest = token("line2");
    line(ctx, isAlone ? ALONE_PAD : 0, end, LINE_Y * unit, rest);
    line(ctx, isAlone ? ALONE_PAD : 0, Math.min(lineX, end), LINE_Y * unit, ink);
    if (columns) {
      for (const { day, count } of apart(columns.ticks, isAlone ? TICK_ROOM / pxPerDay(now) : 0)) {
        const x = xOf(now, day + 1);
        if (x < 0 || x > width) continue;
        const isKnown = day <= (known ?? today);
        ctx.globalAlpha = isKnown ? 0.72 : 1;
        ctx.fillStyle = isKnown ? ink : rest;
        // Alone, a tick stands for several days.
        const many = isAlone ? count / 3 : count;
        ctx.fillRect(x - 0.9, TICKS_Y * unit, 1.8, (many > 3 ? 14 : many > 1 ? 11 : 7.5) * unit);
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
  const stopRecolour = onRecolour(invalidate);

  return {
    show(next, day) {
      columns = next;
      today = day;
      invalidate();
    },
    alone(next) {
      isAlone = next;
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
      stopRecolour();
      cancelAnimationFrame(request);
    },
  };
}

/** Ticks with so many days between them at least; what falls closer is counted with the one before. */
export function apart(
  { day, count }: TimelineColumns["ticks"],
  days: number,
): { day: Day; count: number }[] {
  const ticks: { day: Day; count: number }[] = [];
  for (const [index, at] of day.entries()) {
    const before = ticks[ticks.length - 1];
    if (before && at - before.day < days) before.count += count[index] ?? 1;
    else ticks.push({ day: at, count: count[index] ?? 1 });
  }
  return ticks;
}

function line(
  ctx: CanvasRenderingContext2D,
  from: number,
  to: number,
  y: number,
  colour: string,
): void {
  if (to <= from) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 4;
  ctx.lineCap = "round";
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
}
