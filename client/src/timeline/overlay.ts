import type { Stop } from "./stops.ts";

/** Focusable nodes over the canvas: one list a lane, one item and button a stop, one of all in the tab order. */
export interface Overlay {
  /** Puts nodes for these stops, and takes away those of others; the focused one stays. */
  sync(stops: Stop[], labelledBy: (lane: number) => string): void;
  /** Focuses a stop that is there. */
  focus(key: string): boolean;
  /** The key of the stop that has the focus now, or null. */
  focused(): string | null;
  /** The key of the stop that Tab goes to. */
  current(): string | null;
  destroy(): void;
}

/** Nodes at most, however many marks there are. */
export const MOST_NODES = 300;

interface Node {
  item: HTMLDivElement;
  button: HTMLButtonElement;
}

/** Makes the overlay of a root element. `onFocus` and `onPress` are told a stop's key. */
export function createOverlay(
  root: HTMLElement,
  on: { focus(key: string | null): void; press(key: string): void },
): Overlay {
  const nodes = new Map<string, Node>();
  const lists = new Map<number, HTMLDivElement>();
  let current: string | null = null;

  const make = (key: string): Node => {
    const item = document.createElement("div");
    item.setAttribute("role", "listitem");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "timeline-stop";
    button.tabIndex = -1;
    button.addEventListener("focus", () => {
      point(key);
      on.focus(key);
    });
    button.addEventListener("blur", () => on.focus(null));
    // A pointer's click is told by the gestures; this one comes from assistive technology.
    button.addEventListener("click", (event) => {
      if (event.detail === 0) on.press(key);
    });
    item.append(button);
    return { item, button };
  };

  const point = (key: string | null) => {
    const before = current === null ? undefined : nodes.get(current);
    if (before) before.button.tabIndex = -1;
    current = key;
    const now = key === null ? undefined : nodes.get(key);
    if (now) now.button.tabIndex = 0;
  };

  const listOf = (lane: number, labelledBy: string) => {
    let list = lists.get(lane);
    if (!list) {
      list = document.createElement("div");
      list.setAttribute("role", "list");
      lists.set(lane, list);
    }
    list.setAttribute("aria-labelledby", labelledBy);
    return list;
  };

  return {
    sync(stops, labelledBy) {
      const wanted = new Set(stops.map(({ key }) => key));
      for (const [key, { item }] of nodes)
        if (!wanted.has(key)) {
          item.remove();
          nodes.delete(key);
        }
      const used = new Set<number>();
      let list: HTMLDivElement | null = null;
      let place = 0;
      for (const stop of stops) {
        if (!used.has(stop.lane)) {
          const at = used.size;
          used.add(stop.lane);
          list = listOf(stop.lane, labelledBy(stop.lane));
          if (root.children[at] !== list) root.insertBefore(list, root.children[at] ?? null);
          place = 0;
        }
        const node = nodes.get(stop.key) ?? make(stop.key);
        nodes.set(stop.key, node);
        write(node.button, stop);
        // Moving a focused node would take its focus: only those out of place are moved.
        if (list && list.children[place] !== node.item)
          list.insertBefore(node.item, list.children[place] ?? null);
        place++;
      }
      for (const [lane, element] of lists)
        if (!used.has(lane)) {
          element.remove();
          lists.delete(lane);
        }
      if (current === null || !nodes.has(current)) point(stops[0]?.key ?? null);
      else point(current);
    },
    focus(key) {
      const node = nodes.get(key);
      node?.button.focus({ preventScroll: false });
      return node !== undefined;
    },
    focused: () =>
      current !== null && nodes.get(current)?.button === document.activeElement ? current : null,
    current: () => current,
    destroy() {
      root.replaceChildren();
      nodes.clear();
      lists.clear();
    },
  };
}

function write(button: HTMLButtonElement, stop: Stop): void {
  const name = stop.name();
  if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
  button.dataset.id = stop.id;
  if (stop.selected) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  button.style.transform = `translate(${Math.round(stop.x)}px, ${Math.round(stop.y)}px)`;
  button.style.width = `${Math.round(stop.width)}px`;
  button.style.height = `${Math.round(stop.height)}px`;
}
