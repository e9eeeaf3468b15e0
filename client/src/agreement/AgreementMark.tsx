/** A bar, for an agreement where events have their marks. Silent: its word stands beside it. */
export function AgreementMark() {
  return (
    <svg aria-hidden="true" className="mark" width="18" height="18" viewBox="0 0 18 18">
      <rect x="1.5" y="5" width="15" height="8" fill="var(--ink3)" />
    </svg>
  );
}
