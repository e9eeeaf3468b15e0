import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { StatusSwatch } from "../agreement/StatusSwatch.tsx";
import { EventMark } from "../event/EventMark.tsx";

const MARKS = [
  ["Meeting", { kind: "MEETING", status: "HELD" }],
  ["Summit", { kind: "SUMMIT", status: "HELD" }],
  ["Visit", { kind: "VISIT", status: "HELD" }],
  ["Talks", { kind: "TALKS", status: "HELD" }],
  ["Planned, dated", { kind: "MEETING", status: "SCHEDULED" }],
  ["Planned, date not fixed", { kind: "VISIT", status: "EXPECTED", fixed: false }],
] as const;

const STATUSES = [
  ["Proposed", "PROPOSED"],
  ["Negotiating", "NEGOTIATING"],
  ["Signed", "SIGNED"],
  ["Ratified", "RATIFIED"],
  ["In force", "IN_FORCE"],
] as const;

/** What the marks and bars mean. */
export function Key() {
  return (
    <section className="key t-small" aria-label="Key">
      <ul>
        {MARKS.map(([name, mark]) => (
          <li key={name}>
            <EventMark {...mark} /> {name}
          </li>
        ))}
      </ul>
      <ul>
        {STATUSES.map(([name, status]) => (
          <li key={name}>
            <StatusGlyph of={{ status, ratified: 0, mustRatify: 0 }} />
            <StatusSwatch of={{ status, ratified: 0, mustRatify: 0 }} /> {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
