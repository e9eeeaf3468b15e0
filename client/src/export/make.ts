import { countsOf } from "../compare/lists.ts";
import { sentenceOf } from "../compare/sentence.ts";
import { factsOf, type TimelineColumns } from "../timeline/columns.ts";
import { compareDays } from "../timeline/compare.ts";
import { type Row, rowsIn, rowsOf, sorted, sortOf } from "../timeline/rows.ts";
import type { View } from "../timeline/view.ts";
import { type Day, isoOf } from "../when/day.ts";
import { longDay, longMonth, plural, shortDay } from "../when/words.ts";
import { type KnownOn, rowsOfBoth } from "./both.ts";
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
  /** The later day that the view's is compared with; null for none. */
  now: Day | null;
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

/** The rows of a view, as the table would show them; in a comparison those of both days, and on which each was known. */
export function rowsShown({ columns, view, now, sort }: Exported): Shown {
  const then = rowsOf(columns, view.known);
  const both = now === null ? null : rowsOfBoth(then, rowsOf(columns, now));
  const rows = rowsIn(both ? [...both.keys()] : then, view.from, view.to);
  return { rows: sorted(rows, sortOf(sort)), both };
}

/** What is shown of a view, in order. */
interface Shown {
  rows: Row[];
  both: ReadonlyMap<Row, KnownOn> | null;
}

/** What a drawing of a view says and shows. */
export function pictureOf(of: Exported): Omit<SheetOf, "flag"> {
  const { columns, view, now, title, counts, filter, pinned, link } = of;
  const day = view.known ?? columns.today;
  const only = filter && ` Filtered: ${filter}.`;
  const compared = now === null ? null : comparedOf(columns, day, now);
  const known = compared ? `${longDay(day)} and on ${longDay(now ?? day)}` : longDay(day);
  return {
    columns,
    view,
    pinned,
    title,
    compared,
    under: `${spanOf(view)}. As known on ${known}. ${compared?.counts ?? counts}.${only}`,
    sources: `Sources: ${plural(columns.sourceCount, "publication")}, listed with each fact at`,
    link,
  };
}

/** How two days are held against each other, in the words of the panel; and how many facts each knows. */
function comparedOf(columns: TimelineColumns, day: Day, now: Day) {
  const comparison = compareDays(columns, day, now);
  const isToday = now === columns.today;
  const later = isToday ? `today, ${shortDay(now)}` : shortDay(now);
  const then = plural(factsOf(comparison.was), "fact");
  return {
    now,
    days: `${shortDay(day)} compared with ${later}`,
    sentence: `${sentenceOf(countsOf(comparison))}.`,
    counts: `${then} known then, ${factsOf(comparison.is)} known ${isToday ? "now" : `on ${longDay(now)}`}`,
  };
}

/** `June 2024 to March 2026`, or in days where the window is short. The last day is the one before `to`. */
function spanOf({ from, to }: View): string {
  const words = to - from < 62 ? longDay : longMonth;
  return `${words(Math.floor(from))} to ${words(Math.ceil(to) - 1)}`;
}

/** Where a fact has its page, as known on a day; null: the latest. */
function linkTo({ of, slug, lanes }: Row, { columns, link }: Exported, day: Day | null): string {
  const forum = lanes.map((at) => columns.lanes[at]).find((lane) => lane?.kind === "FORUM");
  const path =
    of === "session"
      ? `/explore?lanes=;${forum?.slug ?? ""}&sel=session:${slug}`
      : `/${of === "event" ? "events" : "agreements"}/${slug}`;
  const known = day === null ? "" : `known=${isoOf(day)}`;
  const url = new URL(path, link);
  return url.href + (known && (url.search ? "&" : "?") + known);
}

/** Makes the file of a view in a format. Rejects where the browser cannot. */
export async function makeFile(of: Exported, format: Format): Promise<Made> {
  const { rows, both } = rowsShown(of);
  const { columns, view, now } = of;
  const name = fileName(of.title, view, now, of.filter !== "");
  const later = now === columns.today ? null : now;
  const linkOf = (row: Row) => linkTo(row, of, both?.get(row)?.was === false ? later : view.known);
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
      const text = csvOf(rows, columns.lanes, linkOf, both);
      const content = new Blob([text], { type: "text/csv;charset=utf-8" });
      return { name: `${name}.csv`, content, facts: new Set(rows.map(({ key }) => key)).size };
    }
    case "calendar": {
      // A calendar holds one state of each thing: that of the day shown.
      const known = view.known === null ? "" : `, as known on ${longDay(view.known)}`;
      const own = rows.filter((row) => both?.get(row)?.was !== false);
      const only = of.filter && `. Filtered: ${of.filter}`;
      const { text, facts } = icsOf(own, `${of.title}${known}${only}`, linkOf);
      const content = new Blob([text], { type: "text/calendar;charset=utf-8" });
      return { name: `${name}.ics`, content, facts };
    }
  }
}
