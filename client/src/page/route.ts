import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}

/** The path and query that the reader is at, such as `/explore?known=2024-12-05`. */
export function here(): string {
  return location.pathname + location.search;
}

/** The path and query, kept up to date. */
export function useHere(): string {
  return useSyncExternalStore(subscribe, here, here);
}

/** How many of the addresses before it an entry of the history remembers. */
const TRAIL = 24;

/** The addresses of the entries before this one that this site added itself, the nearest last. */
function trail(): string[] {
  const kept: unknown = history.state?.trail;
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
}

let isTold = true;

/**
 * Takes away what the server told of the first page in its head: its address and its facts are not those of the next. Browsers share a page by
 * the address it gives as its own.
 */
function forget(): void {
  if (!isTold) return;
  isTold = false;
  for (const told of document.querySelectorAll("[data-told]")) told.remove();
}

/** Goes to a path of this site. `replace` leaves no step in the history: for pan and zoom. */
export function go(to: string, how: "push" | "replace" = "push"): void {
  if (to === here() + location.hash) return;
  forget();
  if (how === "push") history.pushState({ trail: [...trail(), here()].slice(-TRAIL) }, "", to);
  else history.replaceState(history.state, "", to);
  for (const listener of listeners) listener();
}

/**
 * Takes back the steps that led here: goes to the nearest entry before this one that `isPlace` knows, and makes it say `to`; as `how`
 * answers for what it said, in its place or as a step of its own. It never leaves the page's own path, and never goes where this site
 * did not come from: without such an entry, this one says `to`.
 */
export function goBack(
  to: string,
  isPlace: (address: string) => boolean,
  how: (landed: string) => "push" | "replace",
): Promise<void> {
  const [path] = here().split("?");
  const before = trail().reverse();
  const steps = before.findIndex((one) => one.split("?")[0] !== path || isPlace(one));
  const place = before[steps];
  if (place === undefined || !isPlace(place) || place.split("?")[0] !== path) {
    go(to, "replace");
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const arrive = () => {
      if (here() !== to) go(to, how(here()));
      resolve();
    };
    // Before anybody else is told of the new place: they see it as it is to be.
    addEventListener("popstate", arrive, { once: true, capture: true });
    history.go(-steps - 1);
  });
}

/** What stays with the reader from page to page: the day of knowledge. */
const CARRIED = ["known"];

/** A link's address with the day of knowledge of the page it stands on, unless it names one itself. */
export function carrying(to: string, from: string = here()): string {
  const [path = "", hash] = to.split("#");
  const [name = "", query] = path.split("?");
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams(from.split("?")[1]);
  for (const key of CARRIED) {
    const value = kept.get(key);
    if (value !== null && !given.has(key)) given.set(key, value);
  }
  const text = given
    .toString()
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%3B", ";");
  return name + (text ? `?${text}` : "") + (hash === undefined ? "" : `#${hash}`);
}

/** The day of knowledge that pages read by, as an ISO day; undefined for today's. A comparison reads by the later of its two days. */
export function useKnown(): string | undefined {
  const asked = new URLSearchParams(useHere().split("?")[1]);
  const known = asked.get("compare") ?? asked.get("known");
  return known !== null && /^\d{4}-\d\d-\d\d$/.test(known) ? known : undefined;
}
