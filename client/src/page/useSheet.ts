import { type RefObject, useEffect, useRef } from "react";

/** A sheet let go this far down (of its height), or moving down this fast (px a millisecond), closes. */
const FAR = 0.3;
const FAST = 0.5;
/** A hand that has not moved so far (px) has only touched. */
const TOUCH = 8;
/** What of a drag counts for its speed, ms. */
const RECENT_MS = 100;
/** How long a sheet takes to go down, ms: as the panel's own motion. */
const DOWN_MS = 220;

/**
 * Makes the panel a sheet over the page: all else is inert while it is there, and a hand that takes it by its handle
 * drags it down and away. The parts are looked up when it appears; nothing happens while `asSheet` is false. The panel itself says that it is
 * a dialog then, and beside the page a part of it.
 */
export function useSheet(
  panel: RefObject<HTMLElement | null>,
  asSheet: boolean,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const sheet = panel.current;
    if (!asSheet || !sheet) return;
    const wake = alone(sheet);
    const release = attachDown(sheet, () => close.current());
    sheet.ariaModal = "true";
    return () => {
      wake();
      release();
      sheet.ariaModal = null;
    };
  }, [panel, asSheet]);
}

/** Takes everything but an element, its veil and what is read out out of reach. Returns how to give it back. */
function alone(element: HTMLElement): () => void {
  const still: HTMLElement[] = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (!(other instanceof HTMLElement) || other === at || other.inert) continue;
      if (other.matches(".sheet-veil, [role=status], script, style")) continue;
      other.inert = true;
      still.push(other);
    }
  }
  return () => {
    for (const other of still) other.inert = false;
  };
}

/** Follows a hand from the sheet's handle, and closes the sheet when it was let go far down or moving fast. */
function attachDown(sheet: HTMLElement, onClose: () => void): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const handle = sheet.querySelector<HTMLElement>(".sheet-handle");
  const veil = sheet.parentElement?.querySelector<HTMLElement>(".sheet-veil");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let from: number | null = null;
  let trail: { at: number; y: number }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (down: number, moves: boolean) => {
    const motion = moves && !calm.matches ? `${DOWN_MS}ms ease-out` : "none";
    sheet.style.transition = motion === "none" ? motion : `transform ${motion}`;
    sheet.style.transform = down > 0 ? `translateY(${down}px)` : "";
    if (!veil) return;
    veil.style.transition = motion === "none" ? motion : `opacity ${motion}`;
    veil.style.opacity = down > 0 ? String(Math.max(0, 1 - down / sheet.offsetHeight)) : "";
  };

  handle?.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      from = event.clientY;
      trail = [{ at: event.timeStamp, y: event.clientY }];
      handle.setPointerCapture(event.pointerId);
    },
    options,
  );
  handle?.addEventListener(
    "pointermove",
    (event) => {
      if (from === null || !event.isPrimary) return;
      trail = trail.filter(({ at }) => event.timeStamp - at < RECENT_MS);
      trail.push({ at: event.timeStamp, y: event.clientY });
      show(Math.max(0, event.clientY - from), false);
    },
    options,
  );
  const end = (event: PointerEvent) => {
    if (from === null || !event.isPrimary) return;
    const down = event.clientY - from;
    const first = trail[0];
    const speed = first ? (event.clientY - first.y) / Math.max(event.timeStamp - first.at, 1) : 0;
    from = null;
    const away =
      event.type === "pointerup" &&
      (down > sheet.offsetHeight * FAR || (down > TOUCH && speed > FAST));
    show(away ? sheet.offsetHeight : 0, true);
    if (away) timer = setTimeout(onClose, calm.matches ? 0 : DOWN_MS);
  };
  handle?.addEventListener("pointerup", end, options);
  handle?.addEventListener("pointercancel", end, options);
  return () => {
    stop.abort();
    clearTimeout(timer);
    show(0, false);
  };
}
