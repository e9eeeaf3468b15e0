import type { Stage } from "./stage.ts";
import { dayAt } from "./viewport.ts";

const LEAST_PX = 8;

/** A drag along the axis selects a window to zoom to; the stretch is outlined while it lasts. Returns how to stop. */
export function attachWindow(axis: HTMLElement, stage: Stage): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const outline = document.createElement("div");
  outline.className = "timeline-window";
  outline.hidden = true;
  axis.append(outline);
  let from: number | null = null;

  const at = (event: PointerEvent) => event.clientX - axis.getBoundingClientRect().left;
  axis.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      from = at(event);
      axis.setPointerCapture(event.pointerId);
    },
    options,
  );
  axis.addEventListener(
    "pointermove",
    (event) => {
      if (from === null) return;
      const x = at(event);
      outline.hidden = Math.abs(x - from) < LEAST_PX;
      outline.style.insetInlineStart = `${Math.min(x, from)}px`;
      outline.style.width = `${Math.abs(x - from)}px`;
    },
    options,
  );
  axis.addEventListener(
    "pointerup",
    (event) => {
      if (from === null) return;
      const [left = 0, right = 0] = [from, at(event)].sort((a, b) => a - b);
      from = null;
      outline.hidden = true;
      if (right - left < LEAST_PX) return;
      const now = stage.camera.viewport();
      const unit = stage.unit();
      stage.camera.glideTo({ ...now, from: dayAt(now, left / unit), to: dayAt(now, right / unit) });
    },
    options,
  );
  return () => {
    stop.abort();
    outline.remove();
  };
}
