import type { LaneRow } from "./lanes.ts";
import { dropAt } from "./order.ts";

const DRAG_PX = 4;
/** A finger that stays this long lifts the lane; one that moves before scrolls. */
const LIFT_MS = 350;

interface Carried {
  head: HTMLElement;
  lane: number;
  pointer: number;
  /** Client y where the hand came down, and where it is. */
  from: number;
  at: number;
  lifted: boolean;
  to: number | null;
}

/** What a carry needs of the lanes. Rows are in px of the drawing; `unit` turns them into px of the page. */
export interface Carriers {
  rows(): LaneRow[];
  unit(): number;
  /** A lane was let go at another place (from 0) of its group. */
  drop(lane: number, to: number): void;
}

/**
 * Lets a hand carry lanes by their heads (`[data-lane]`) to another place in their group: a line shows where, nothing else moves,
 * Escape puts it back. Returns how to stop.
 */
export function attachCarry(heads: HTMLElement, by: Carriers): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const line = document.createElement("div");
  line.className = "timeline-drop";
  line.hidden = true;
  heads.append(line);
  let carried: Carried | null = null;
  // The click that ends a carry is no click.
  let wasCarried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lift = () => {
    if (!carried) return;
    carried.lifted = true;
    carried.head.dataset.carried = "true";
    heads.setPointerCapture(carried.pointer);
    follow();
  };
  const follow = () => {
    if (!carried?.lifted) return;
    const y = (carried.at - heads.getBoundingClientRect().top) / by.unit();
    const { to, line: top } = dropAt(by.rows(), carried.lane, y);
    carried.to = top === null ? null : to;
    carried.head.style.translate = `0 ${carried.at - carried.from}px`;
    line.hidden = top === null;
    if (top !== null) line.style.top = `${top * by.unit()}px`;
  };
  const end = (drops: boolean) => {
    clearTimeout(timer);
    const was = carried;
    carried = null;
    line.hidden = true;
    if (!was?.lifted) return;
    wasCarried = true;
    delete was.head.dataset.carried;
    was.head.style.translate = "";
    if (drops && was.to !== null) by.drop(was.lane, was.to);
  };

  heads.addEventListener(
    "pointerdown",
    (event) => {
      const head = (event.target as Element).closest<HTMLElement>("[data-lane]");
      wasCarried = false;
      if (!head || event.button !== 0 || carried) return;
      carried = {
        head,
        lane: Number(head.dataset.lane),
        pointer: event.pointerId,
        from: event.clientY,
        at: event.clientY,
        lifted: false,
        to: null,
      };
      if (event.pointerType !== "mouse") timer = setTimeout(lift, LIFT_MS);
    },
    options,
  );
  heads.addEventListener(
    "pointermove",
    (event) => {
      if (carried?.pointer !== event.pointerId) return;
      carried.at = event.clientY;
      if (carried.lifted) follow();
      else if (Math.abs(carried.at - carried.from) > DRAG_PX) {
        if (event.pointerType === "mouse") lift();
        else end(false);
      }
    },
    options,
  );
  heads.addEventListener("pointerup", () => end(true), options);
  heads.addEventListener("pointercancel", () => end(false), options);
  heads.addEventListener("click", (event) => wasCarried && event.stopPropagation(), {
    ...options,
    capture: true,
  });
  // A lifted lane goes with the finger; the page does not.
  heads.addEventListener("touchmove", (event) => carried?.lifted && event.preventDefault(), {
    ...options,
    passive: false,
  });
  heads.addEventListener("contextmenu", (event) => carried && event.preventDefault(), options);
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !carried?.lifted) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { ...options, capture: true },
  );
  return () => {
    end(false);
    stop.abort();
    line.remove();
  };
}
