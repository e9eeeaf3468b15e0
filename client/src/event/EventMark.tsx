import type { EventKind, EventLevel, EventStatus } from "../app/operations.gen.ts";

export interface MarkOf {
  kind: EventKind;
  status: EventStatus;
  level?: EventLevel;
  /** Whether a date is set; without one a plan is drawn as a lead. */
  fixed?: boolean;
  disputed?: boolean;
  /** A held visit whole, from guest to host, where there is one line of room for it. */
  whole?: boolean;
}

const RADIUS: Record<EventLevel, number> = { LEADERS: 5.6, MINISTERS: 4.6, OFFICIALS: 3.6 };

/**
 * An event's mark, as in the plot: five figures, in ink; filled when held, hollow when planned, struck when put off, crossed
 * when called off, ringed when sources disagree. Silent: its words stand beside it.
 */
export function EventMark({
  kind,
  status,
  level = "LEADERS",
  fixed = true,
  disputed = false,
  whole = false,
}: MarkOf) {
  const lead = status === "EXPECTED" && !fixed;
  const r = RADIUS[level];
  return (
    <svg
      aria-hidden="true"
      className="mark"
      width={lead ? 34 : 18}
      height="18"
      viewBox={`0 0 ${lead ? 34 : 18} 18`}
    >
      <g
        fill={status === "HELD" ? "var(--ink)" : "var(--paper)"}
        stroke="var(--ink)"
        strokeWidth={status === "HELD" ? 0 : 1.7}
        strokeLinejoin="round"
      >
        {whole && kind === "VISIT" && status === "HELD" ? (
          <path d="M5 .5h8a3 3 0 0 1 0 6H9.9V15H14v2.5H4V15h4.1V6.5H5a3 3 0 0 1 0-6Z" />
        ) : (
          <Shape kind={kind} r={r} />
        )}
      </g>
      {lead && <path d="M17 9h16" stroke="var(--ink)" strokeWidth="1.7" strokeDasharray="2.5 3" />}
      {status === "POSTPONED" && <path d="M4 14 14 4" stroke="var(--ink)" strokeWidth="1.7" />}
      {status === "CANCELLED" && (
        <path d="M4 14 14 4M4 4l10 10" stroke="var(--ink)" strokeWidth="1.7" />
      )}
      {disputed && (
        <circle
          cx="9"
          cy="9"
          r="8.1"
          fill="none"
          stroke="var(--warn)"
          strokeWidth="1.4"
          strokeDasharray="2.2 1.8"
        />
      )}
    </svg>
  );
}

/** The figure of a kind around (9, 9), one of the plot's five: told apart in grey and at 9 px. */
function Shape({ kind, r }: { kind: EventKind; r: number }) {
  switch (kind) {
    case "VISIT":
      return <rect x="2.6" y="4.8" width="12.8" height="8.4" rx="4.2" />;
    case "SUMMIT":
      return <path d={`M9 ${7.4 - r}L${10.6 + r} 9 9 ${10.6 + r} ${7.4 - r} 9Z`} />;
    case "MESSAGE":
    case "STATEMENT":
      return <path d="M5 16V2h10l-2.4 4 2.4 4H6.8v6Z" />;
    case "ELECTION":
    case "INAUGURATION":
      return <path d="M7 16V2h4.8v4H8.7v10Z" />;
    default:
      return <circle cx="9" cy="9" r={r} />;
  }
}
