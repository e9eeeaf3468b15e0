/** Height of a row, px at the usual size of text. */
const ROW_HEIGHT = 34;

/**
 * The row that a key goes to from row `at` of `count`, or null when the key does not move: arrows by one, PageUp and PageDown by what a
 * height of so many px shows, Home and End to the ends.
 */
export function rowAfter(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  at: number,
  count: number,
  height: number,
): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 3);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[event.key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}
