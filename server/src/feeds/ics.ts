/**
 * Events as a calendar (RFC 5545, with the names of RFC 7986): whole days without a time zone. Days that somebody gave are confirmed; a month, a
 * year or a window is its whole span and tentative; what has no date, or none on one side, is named in the description and never dated.
 */
import { wordOf } from "../history/history.ts";
import { dayOf, isoOf } from "../when/day.ts";
import type { EventEntry } from "./entry.ts";
import { pageOf, type Where } from "./place.ts";
import type { Taken } from "./take.ts";
import { begun, lastOf } from "./words.ts";

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** How long a program that follows the calendar may wait before it asks again. */
const EVERY = "PT6H";

/** An event with a first and a last day. */
type DatedEvent = EventEntry & { when: { earliest: string; latest: string } };

/** Writes the calendar. The same entries give the same bytes: no moment of writing is in it. */
export function icsOf(taken: Taken, where: Where): string {
  const events = taken.entries as EventEntry[];
  const dated = events.filter(isDated);
  const name = `Entente${taken.asOf ? `, as known on ${taken.asOf}` : ""}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Entente//Timeline//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...["DESCRIPTION", "X-WR-CALDESC"].map((key) => `${key}:${escaped(about(taken, where))}`),
    `SOURCE;VALUE=URI:${where.self}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${EVERY}`,
    `X-PUBLISHED-TTL:${EVERY}`,
    ...dated.flatMap((event) => linesOf(event, taken.asOf, where.origin)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function isDated(event: EventEntry): event is DatedEvent {
  return event.when.earliest !== null && event.when.latest !== null;
}

/** What the calendar is, what it leaves out, and where that is. */
function about({ title, licence, entries, totalCount, asOf }: Taken, where: Where): string {
  const undated = (entries as EventEntry[]).filter((event) => !isDated(event));
  const none = "Without a fixed date, and so in none of the days:";
  const left = totalCount - entries.length;
  return [
    `${title} (${licence}). ${where.origin}/`,
    ...(where.next
      ? [`${entries.length} of ${totalCount} events; the next are at ${where.next}`]
      : []),
    ...(left > 0 && !where.self.includes("after=")
      ? [
          `${entries.length} of ${totalCount} events: those to come, and the latest. ${left} are left out; ask for fewer by country, leader, kind, level, topic, from or to, as ${where.origin}/docs/files says.`,
        ]
      : []),
    ...(undated.length > 0 ? ["", none] : []),
    ...undated.map(
      (event) => `${event.title}, ${event.when.text}: ${pageOf(event, where.origin, asOf)}`,
    ),
  ].join("\n");
}

function linesOf(event: DatedEvent, asOf: string | null, origin: string): string[] {
  const { when, place } = event;
  const stamp = momentOf(lastOf(event.reports.map(({ recordedAt }) => recordedAt)));
  const where = place && [...new Set([place.name, place.country?.name])].filter(Boolean).join(", ");
  const isOnMap = place && place.latitude !== null && place.longitude !== null;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(`event-${event.slug}@entente`)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.version}`,
    `DTSTART;VALUE=DATE:${basic(when.earliest)}`,
    // The calendar's end is the day after the last.
    `DTEND;VALUE=DATE:${basic(isoOf(dayOf(when.latest) + 1))}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(isOnMap ? [`GEO:${place.latitude};${place.longitude}`] : []),
    `CATEGORIES:${escaped(begun(wordOf(event.kind)))}`,
    `URL:${pageOf(event, origin, asOf)}`,
    `DESCRIPTION:${escaped(described(event))}`,
    `STATUS:${statusOf(event)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function statusOf({ status, when: { fixed, precision } }: EventEntry): string {
  if (status === "CANCELLED") return "CANCELLED";
  const isExact = fixed && (precision === "DAY" || precision === "INTERVAL");
  return isExact && status !== "POSTPONED" ? "CONFIRMED" : "TENTATIVE";
}

function described(event: EventEntry): string {
  const sources = event.reports
    .filter(({ retracted }) => !retracted)
    .flatMap(({ sources }) => sources);
  const said = sources.map(({ publisher, publishedOn, url }) =>
    [publisher, publishedOn, url].filter(Boolean).join(", "),
  );
  return [
    `${begun(wordOf(event.status))}: ${event.when.text}.${event.disputed ? " Sources disagree." : ""}`,
    event.summary,
    said.length > 0 && ["Sources:", ...new Set(said)].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

const basic = (iso: string) => iso.replaceAll("-", "");

/** `20250117T093000Z` of an ISO moment. */
const momentOf = (iso: string) => iso.replace(/[-:]|\.\d+/g, "");

/** TEXT of RFC 5545, 3.3.11: commas, semicolons, backslashes and line ends escaped, other control characters left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** Breaks a line so that none is longer than 75 octets of UTF-8, and never within a character. */
export function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
