import type { EventStatus } from "../app/operations.gen.ts";

interface Props {
  status: EventStatus;
  /** Whether a date is set: a plan without one is a lead, drawn dashed. */
  fixed: boolean;
  disputed: boolean;
  size?: number;
}

/** An event's status at 13 px, whatever its kind: filled when held, hollow when planned, struck, crossed. Its word stands beside it. */
export function EventStatusGlyph({ status, fixed, disputed, size = 13 }: Props) {
  const planned = status === "EXPECTED" || status === "SCHEDULED";
  return (
    <svg
      aria-hidden="true"
      className="glyph"
      width={size}
      height={size}
      viewBox="0 0 13 13"
      fill="none"
      stroke="var(--ink)"
      strokeWidth="1.5"
    >
      {planned && !fixed ? (
        <rect x="0.75" y="2.75" width="11.5" height="7.5" rx="3.75" strokeDasharray="2.4 1.7" />
      ) : (
        <circle cx="6.5" cy="6.5" r="4.4" fill={status === "HELD" ? "var(--ink)" : "none"} />
      )}
      {status === "POSTPONED" && <path d="M1.5 11.5 11.5 1.5" />}
      {status === "CANCELLED" && <path d="M1.5 11.5 11.5 1.5M1.5 1.5l10 10" />}
      {disputed && (
        <circle cx="6.5" cy="6.5" r="5.8" stroke="var(--warn)" strokeDasharray="2.2 1.6" />
      )}
    </svg>
  );
}
