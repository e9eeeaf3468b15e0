import type { ReactNode } from "react";
import { StatusGlyph } from "../agreement/StatusGlyph.tsx";
import { StatusSwatch } from "../agreement/StatusSwatch.tsx";

/** What each figure stands for, drawn as it stands in the plot: one event is one mark in each lane, joined. */
const MARKS: { name: string; width: number; figure: ReactNode }[] = [
  {
    name: "Meeting",
    width: 14,
    figure: (
      <>
        <path className="key-line" d="M7 5v13" />
        <circle cx="7" cy="5" r="4" />
        <circle cx="7" cy="17.5" r="4" />
      </>
    ),
  },
  { name: "Summit", width: 14, figure: <path d="M7 5.4 13 11.4 7 17.4 1 11.4Z" /> },
  {
    name: "Visit, guest to host",
    width: 14,
    figure: (
      <>
        <path className="key-line" d="M7 6v13" />
        <rect x="1" y="2" width="12" height="8.4" rx="4.2" />
        <rect x="1.5" y="17.5" width="11" height="3" />
      </>
    ),
  },
  {
    name: "Planned, dated",
    width: 14,
    figure: <circle className="key-hollow" cx="7" cy="11.4" r="5.2" />,
  },
  {
    name: "Planned, date not fixed",
    width: 42,
    figure: (
      <>
        <rect className="key-hollow" x="1.2" y="7.4" width="11" height="8" rx="4" />
        <path className="key-dashes" d="M16.5 11.4H41" />
      </>
    ),
  },
];

const STATUSES = [
  ["Proposed", "PROPOSED"],
  ["Negotiating", "NEGOTIATING"],
  ["Signed", "SIGNED"],
  ["Ratified", "RATIFIED"],
  ["In force", "IN_FORCE"],
] as const;

/** What tells, in a comparison with a later day, what was known from what is. */
const COMPARED = (known: string): typeof MARKS => [
  {
    name: `Known on ${known}`,
    width: 14,
    figure: <circle cx="7" cy="11.4" r="5.2" />,
  },
  {
    name: "Known now, not then",
    width: 14,
    figure: <circle className="key-hollow key-since" cx="7" cy="11.4" r="5.2" />,
  },
];

const FAR: typeof MARKS = [
  {
    name: "Facts",
    width: 22,
    figure: <path d="M0 18v-5h3v5M6 18V9h3v9M12 18V4h3v14M18 18v-8h3v8" />,
  },
  {
    name: "Planned",
    width: 12,
    figure: <path className="key-hollow" d="M1 18V7h4v11M7 18v-7h4v7" />,
  },
  { name: "Session", width: 10, figure: <path d="M5 7.4 9 11.4 5 15.4 1 11.4Z" /> },
];

/** What the marks and bars mean; `compared` is the day, in words, that a later one is compared with; `far`: what densities mean. */
export function Key({ compared, far = false }: { compared: string | null; far?: boolean }) {
  const marks = far ? FAR : compared === null ? MARKS : COMPARED(compared);
  return (
    <section className="key t-small" data-compare={compared !== null} aria-label="Key">
      <ul>
        {marks.map(({ name, width, figure }) => (
          <li key={name}>
            <svg className="key-figure" width={width} height="22" aria-hidden="true">
              {figure}
            </svg>
            {name}
          </li>
        ))}
      </ul>
      {far && (
        <p className="quiet">
          Marks appear once a month is wider than 12 px, names once there is room for them
        </p>
      )}
      <ul hidden={far}>
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
