import type { TimelineColumns } from "../timeline/columns.ts";
import { type Row, rowsIn, rowsOf, sorted, sortOf } from "../timeline/rows.ts";
import type { View } from "../timeline/view.ts";
import { isoOf } from "../when/day.ts";
import { longDay, longMonth, plural } from "../when/words.ts";
import { csvOf } from "./csv.ts";
import { icsOf } from "./ics.ts";
import { fileName } from "./name.ts";
import { drawPicture } from "./picture.ts";
import { rasterise } from "./raster.ts";
import type { SheetOf } from "./sheet.ts";

/** A view to be taken away: what it shows and how it is called. */
export interface Exported {
  columns: TimelineColumns;
  view: View;
  pinned: ReadonlySet<string>;
  title: string;
  /** `42 facts, 128 sources`. */
  counts: string;
  /** What was filtered by, in words; empty for nothing. */
  filter: string;
  /** The order of rows, as the table has it. */
  sort: string;
  /** The address of this view as it is known on its day: it stands in every document. */
  link: string;
}

export type Format = "SVG" | "PNG" | "CSV" | "calendar";

/** The formats as they are offered. */
export const FORMATS: { format: Format; name: string; hint: string }[] = [
  { format: "SVG", name: "Drawing, SVG", hint: "Sharp at any size; its text stays text" },
  { format: "PNG", name: "Picture, PNG", hint: "For slides and messages" },
  { format: "CSV", name: "Facts, CSV", hint: "One row a fact, for spreadsheets" },
  { format: "calendar", name: "Calendar, ICS", hint: "Dated facts; plans are tentative" },
];

/** A file ready to be kept, and how many facts are in it. */
export interface Made {
  name: string;
  content: Blob;
  facts: number;
}

/** The rows of a view, as the table would show them. */
export function rowsShown({ columns, view, sort }: Exported): Row[] {
  const rows = rowsIn(rowsOf(columns, view.known), view.from, view.to);
  return sorted(rows, sortOf(sort));
}

/** What a drawing of a view says and shows. */
export function pictureOf(of: Exported): Omit<SheetOf, "flag"> {
  const { columns, view, title, counts, filter, pinned, link } = of;
  const known = `As known on ${longDay(view.known ?? columns.today)}.`;
  const only = filter && ` Only ${filter}.`;
  return {
    columns,
    view,
    pinned,
    title,
    under: `${spanOf(view)}. ${known} ${counts}.${only}`,
    sources: `Sources: ${plural(columns.sourceCount, "publication")}, listed with each fact at`,
    link,
  };
}

/** `June 2024 to March 2026`, or in days where the window is short. The last day is the one before `to`. */
function spanOf({ from, to }: View): string {
  const words = to - from < 62 ? longDay : longMonth;
  return `${words(Math.floor(from))} to ${words(Math.ceil(to) - 1)}`;
}

/** Where a fact has its page, as known on the day of the view. */
function linkTo({ of, slug, lanes }: Row, { columns, view, link }: Exported): string {
  const forum = lanes.map((at) => columns.lanes[at]).find((lane) => lane?.kind === "FORUM");
  const path =
    of === "session"
      ? `/explore?lanes=;${forum?.slug ?? ""}&sel=session:${slug}`
      : `/${of === "event" ? "events" : "agreements"}/${slug}`;
  const known = view.known === null ? "" : `known=${isoOf(view.known)}`;
  const url = new URL(path, link);
  return url.href + (known && (url.search ? "&" : "?") + known);
}

/** Makes the file of a view in a format. Rejects where the browser cannot. */
export async function makeFile(of: Exported, format: Format): Promise<Made> {
  const rows = rowsShown(of);
  const name = fileName(of.title, of.view);
  const things = new Set(rows.map((row) => `${row.of}:${row.slug}`)).size;
  switch (format) {
    case "SVG": {
      const { svg } = await drawPicture(pictureOf(of), true);
      const content = new Blob([svg], { type: "image/svg+xml" });
      return { name: `${name}.svg`, content, facts: things };
    }
    case "PNG": {
      const drawn = await drawPicture(pictureOf(of), false);
      return { name: `${name}.png`, content: await rasterise(drawn), facts: things };
    }
    case "CSV": {
      const text = csvOf(rows, of.columns.lanes, (row) => linkTo(row, of));
      const content = new Blob([text], { type: "text/csv;charset=utf-8" });
      return { name: `${name}.csv`, content, facts: rows.length };
    }
    case "calendar": {
      const known = of.view.known === null ? "" : `, as known on ${longDay(of.view.known)}`;
      const { text, facts } = icsOf(rows, `${of.title}${known}`, (row) => linkTo(row, of));
      const content = new Blob([text], { type: "text/calendar;charset=utf-8" });
      return { name: `${name}.ics`, content, facts };
    }
  }
}
