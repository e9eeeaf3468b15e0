/** What there is a plain view of. */
export const VIEWS = ["events", "agreements", "leaders", "countries", "changes"] as const;

/** One of them. */
export type View = (typeof VIEWS)[number];

/** In what form it comes. */
export type Format = "json" | "csv" | "ics" | "atom";

/** A view in one form, at an address of its own. */
export interface File {
  /** `/events.csv`. */
  path: string;
  view: View;
  format: Format;
  /** What it holds, for people. */
  holds: string;
  /** Media type of the answer. */
  type: string;
  /** Entries when nobody says how many. */
  usual: number;
  /** The most that can be asked for at once. */
  most: number;
}

const FORMATS: Record<Format, Pick<File, "type" | "usual" | "most">> = {
  json: { type: "application/json; charset=utf-8", usual: 100, most: 100 },
  csv: { type: "text/csv; charset=utf-8; header=present", usual: 1000, most: 1000 },
  ics: { type: "text/calendar; charset=utf-8", usual: 1000, most: 1000 },
  atom: { type: "application/atom+xml; charset=utf-8", usual: 50, most: 100 },
};

const OF: Record<View, Partial<Record<Format, string>>> = {
  events: {
    json: "Events, earliest first",
    csv: "Events, earliest first",
    ics: "Events as a calendar",
    atom: "Events, last edited first",
  },
  agreements: {
    json: "Agreements, by status",
    csv: "Agreements, by status",
    atom: "Agreements, last edited first",
  },
  leaders: {
    json: "Leaders and the offices they held, by name",
    csv: "Leaders and the offices they held, by name",
  },
  countries: { json: "Countries, by name", csv: "Countries, by name" },
  changes: { csv: "Recorded changes, newest first", atom: "Recorded changes, newest first" },
};

/** Every file there is. */
export const FILES: readonly File[] = VIEWS.flatMap((view) =>
  Object.entries(OF[view]).map(([name, holds]) => {
    const format = name as Format;
    return { path: `/${view}.${format}`, view, format, holds, ...FORMATS[format] };
  }),
);
