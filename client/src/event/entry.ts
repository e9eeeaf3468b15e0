import type {
  EventStatus,
  EventWholeFragment,
  SourceLineFragment,
  WhenPartsFragment,
} from "../app/operations.gen.ts";
import { sourceKindWords } from "../source/kind.ts";
import { isGeneral } from "../source/numbers.ts";
import { edtfWords } from "../when/words.ts";
import type { CalendarEntry } from "./calendar.ts";
import { numbersOf } from "./numbers.ts";
import { eventStatusWord } from "./words.ts";

interface Dated {
  of: "event" | "session";
  slug: string;
  title: string;
  status: EventStatus;
  when: Pick<WhenPartsFragment, "earliest" | "latest" | "fixed" | "precision" | "text">;
  place?: string | undefined;
  summary?: string | null | undefined;
  sources: readonly SourceLineFragment[];
}

/**
 * A fact as a calendar takes it: a date as whole days, a window or a month as a tentative span. Null where nobody gave both a first
 * and a last day: no date is made up. `url` is the absolute address of its page.
 */
export function entryOf(fact: Dated, url: string): CalendarEntry | null {
  const { earliest, latest, fixed, precision, text } = fact.when;
  if (earliest === null || latest === null) return null;
  const sure = fixed && precision === "DAY" && fact.status !== "POSTPONED";
  const cancelled = fact.status === "CANCELLED";
  const said = fact.sources.filter((source) => !isGeneral(source));
  return {
    uid: `${fact.of}-${fact.slug}@entente`,
    title: fact.title,
    first: earliest,
    last: latest,
    status: cancelled ? "CANCELLED" : sure ? "CONFIRMED" : "TENTATIVE",
    place: fact.place,
    url,
    description: [
      `${eventStatusWord(fact.status)}: ${text}.`,
      fact.summary,
      said.length > 0 && ["Sources:", ...said.map(lineOf)].join("\n"),
    ]
      .filter(Boolean)
      .join("\n\n"),
  };
}

/** An event as a calendar takes it; `origin` is this site's, such as `https://example.org`. */
export function entryOfEvent(event: EventWholeFragment, origin: string): CalendarEntry | null {
  const place = event.place && [event.place.name, event.place.country?.name];
  return entryOf(
    {
      ...event,
      of: "event",
      place: place ? [...new Set(place)].filter(Boolean).join(", ") : undefined,
      sources: numbersOf(event).list,
    },
    `${origin}/events/${event.slug}`,
  );
}

/** `1. Kremlin, official, 17 Jan 2025, https://…`. */
function lineOf(source: SourceLineFragment, index: number): string {
  const when = source.publishedOn && edtfWords(source.publishedOn, "short");
  const parts = [source.publisher, sourceKindWords(source), when, source.url];
  return `${index + 1}. ${parts.filter(Boolean).join(", ")}`;
}
