/** The table's keys, for those who have any. Screen readers hear them from the table's caption. */
export function Hints() {
  return (
    <p className="table-hints t-small" aria-hidden="true">
      Move <kbd>↑</kbd> <kbd>↓</kbd> Open <kbd>Enter</kbd> Sort <kbd>S</kbd>
    </p>
  );
}
