import type { EventKind, EventLevel, EventStatus } from "../app/operations.gen.ts";

export interface MarkOf {
  kind: EventKind;
  status: EventStatus;
  level?: EventLevel;
  /** Whether a date is set; without one a plan is drawn as a lead. */
  fixed?: boolean;
  disputed?: boolean;
}

const RADIUS: Record<EventLevel, number> = { LEADERS: 5.6, MINISTERS: 4.6, OFFICIALS: 3.6 };

/**
 * An event's mark, as in the plot: one shape a kind, in ink; filled when held, hollow when planned, struck when put off, crossed
 * when called off, ringed when sources disagree. Silent: its words stand beside it.
 */
export function EventMark({
  kind,
  status,
  level = "LEADERS",
  fixed = true,
  disputed = false,
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
        <Shape kind={kind} r={r} />
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

/** The shape of a kind around (9, 9): the same figures as in the plot, told apart in grey and at 9 px. */
function Shape({ kind, r }: { kind: EventKind; r: number }) {
  switch (kind) {
    case "VISIT":
      return <rect x="2.6" y="4.8" width="12.8" height="8.4" rx="4.2" />;
    case "SUMMIT":
      return <path d={`M9 ${7.4 - r}L${10.6 + r} 9 9 ${10.6 + r} ${7.4 - r} 9Z`} />;
    case "STATEMENT":
      return <path d="M5 16V2h10l-2.4 4 2.4 4H6.8v6Z" />;
    case "INAUGURATION":
      return <path d="M7 16V2h4.8v4H8.7v10Z" />;
    case "TALKS":
      return <path d="M4.1 4.1h9.8v9.8H4.1Z" />;
    case "CALL":
      return <path d="M8 3.4a5.6 5.6 0 0 0 0 11.2ZM10 3.4a5.6 5.6 0 0 1 0 11.2Z" />;
    case "MESSAGE":
      return <path d="M2.6 4.8 9 10.1l6.4-5.3v8.7H2.6Z" />;
    case "SIGNING":
      return <path d="M3.6 3.4h10.8l-1.3 6.2L9 16 4.9 9.6Z" />;
    case "VOTE":
      return <path d="M2.4 12.4a6.6 6.6 0 0 1 13.2 0Z" />;
    case "ELECTION":
      return <path fillRule="evenodd" d="M3.4 3.4h11.2v11.2H3.4ZM5.9 5.6v1.4h6.2V5.6Z" />;
    case "OTHER":
      return <path d="M7 3.4h4V7h3.6v4H11v3.6H7V11H3.4V7H7Z" />;
    default:
      return <circle cx="9" cy="9" r={r} />;
  }
}
