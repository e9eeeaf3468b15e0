import { useEffect } from "react";

/** Goes to the part of the page that the address names, once that part is there: the browser looked for it before it had come. */
export function useAnchor(there: boolean): void {
  useEffect(() => {
    if (there && location.hash.length > 1) location.replace(location.hash);
  }, [there]);
}
