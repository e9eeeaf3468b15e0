import { type Day, dayOf, isoOf } from "../when/day.ts";

/** One dated thing for a calendar. Days are ISO days, the last one included; the calendar's own exclusive end is made here. */
export interface CalendarEntry {
  /** The same for the same thing in every file, such as `event-visit-moscow-2025@entente.example`. */
  uid: string;
  title: string;
  first: string;
  last: string;
  /** How sure the days are: a window or a hoped-for date is tentative. */
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  place?: string | undefined;
  /** Address of its page, absolute. */
  url?: string | undefined;
  description?: string | undefined;
}

/** Octets of a line of a calendar, without its end (RFC 5545, 3.1). */
const LINE = 75;

/**
 * Writes entries as an iCalendar file (RFC 5545): whole days without a time zone, lines folded at 75 octets and ended with CRLF.
 * `at` is the moment of writing, `about` what the calendar as a whole is called and says. Throws a RangeError on a day that is no day or on an entry that ends before it begins.
 */
export function calendarOf(
  entries: readonly CalendarEntry[],
  at: Date = new Date(),
  about?: { name: string; description: string },
): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Entente//Timeline//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(about ? headOf(about) : []),
    ...entries.flatMap((entry) => linesOf(entry, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** The standard's own names (RFC 7986) and those that older calendars read. */
function headOf({ name, description }: { name: string; description: string }): string[] {
  return [
    ...["NAME", "X-WR-CALNAME"].map((key) => `${key}:${escaped(name)}`),
    ...["DESCRIPTION", "X-WR-CALDESC"].map((key) => `${key}:${escaped(description)}`),
  ];
}

function linesOf(entry: CalendarEntry, stamp: string): string[] {
  const first = dayOf(entry.first);
  const last = dayOf(entry.last);
  if (last < first) throw new RangeError(`Ends before it begins: ${entry.first} to ${entry.last}`);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(first)}`,
    `DTEND;VALUE=DATE:${basic(last + 1)}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    ...(entry.url ? [`URL:${entry.url}`] : []),
    ...(entry.description ? [`DESCRIPTION:${escaped(entry.description)}`] : []),
    `STATUS:${entry.status}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const basic = (day: Day): string => isoOf(day).replaceAll("-", "");

/** TEXT of RFC 5545, 3.3.11: commas, semicolons, backslashes and line ends escaped, other control characters left out. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** Breaks a line so that none is longer than 75 octets of UTF-8, and never within a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
