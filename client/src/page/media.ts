import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds, such as `(max-width: 639px)`. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}

export const PHONE = "(max-width: 639px)";
export const BELOW_DESKTOP = "(max-width: 1023px)";
/** Where the panel lies over the end of the plot instead of beside it. */
export const PANEL_OVER = "(min-width: 1024px) and (max-width: 1279px)";
