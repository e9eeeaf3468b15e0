/** What there is a plain view of. */
export const VIEWS = ["events", "agreements", "leaders", "countries"] as const;

/** One of them. */
export type View = (typeof VIEWS)[number];

/** In what form it comes. */
export type Format = "json" | "csv" | "ics";

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
};

const OF: Record<View, { holds: string; formats: readonly Format[] }> = {
  events: { holds: "Events, earliest first", formats: ["json", "csv", "ics"] },
  agreements: { holds: "Agreements, by status", formats: ["json", "csv"] },
  leaders: { holds: "Leaders and the offices they held, by name", formats: ["json", "csv"] },
  countries: { holds: "Countries, by name", formats: ["json", "csv"] },
};

/** Every file there is. */
export const FILES: readonly File[] = VIEWS.flatMap((view) =>
  OF[view].formats.map((format) => ({
    path: `/${view}.${format}`,
    view,
    format,
    holds: OF[view].holds,
    ...FORMATS[format],
  })),
);
