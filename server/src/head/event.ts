/** An event as an Event of schema.org. */
import { wordOf } from "../feeds/feeds.ts";
import { type Dated, endsOf } from "./dates.ts";
import {
  citations,
  countryActing,
  idOf,
  type Named,
  type NamedCountry,
  organization,
  person,
  placeAt,
  type Said,
} from "./nodes.ts";
import { listed, sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";
import { workOf } from "./work.ts";

export interface EventFacts {
  slug: string;
  kind: string;
  title: string;
  status: string;
  disputed: boolean;
  when: Dated & { text: string };
  formerWhen: Dated | null;
  place: {
    name: string;
    latitude: number | null;
    longitude: number | null;
    country: NamedCountry | null;
  } | null;
  participants: {
    role: string;
    leader: Named | null;
    country: NamedCountry | null;
    forum: Named | null;
    office: { title: string } | null;
  }[];
  partOf: { slug: string; title: string } | null;
  agreements: { agreement: { slug: string; shortTitle: string; binding: string } }[];
  reports: { nodes: Said[] };
}

type Participant = EventFacts["participants"][number];

/** In what capacity of schema.org somebody is there, where it is not as one of those who attend. */
const CAPACITY: Readonly<Record<string, "organizer" | "about">> = {
  HOST: "organizer",
  CHAIR: "organizer",
  SENDER: "organizer",
  SUBJECT: "about",
  VICTIM: "about",
  WINNER: "about",
  CANDIDATE: "about",
};

/** What the page of an event tells. */
export function event(facts: EventFacts, site: Site): Told {
  return {
    title: facts.title,
    description: described(facts, site),
    path: `/events/${encodeURIComponent(facts.slug)}`,
    type: "website",
    linked: linked(facts, site),
    files: [],
  };
}

/** `Visit, held 17 January 2025 in Moscow: Masoud Pezeshkian and Vladimir Putin.` */
function described(
  { kind, status, when, place, participants, disputed }: EventFacts,
  site: Site,
): string {
  const names = participants.map(nameOf);
  const date = `${when.fixed ? " " : ", "}${when.text}`;
  return sentence(
    [
      `${wordOf(kind)}, ${wordOf(status)}${date}`,
      place && `${when.fixed ? "" : ","} in ${place.name}`,
      disputed && ", sources disagree",
      names.length > 0 && `: ${listed(names)}`,
    ]
      .filter(Boolean)
      .join(""),
    site,
  );
}

function linked(facts: EventFacts, { origin }: Site): Linked {
  const { slug, title, place, participants, partOf, agreements, reports } = facts;
  const as = (capacity: string) =>
    participants
      .filter(({ role }) => (CAPACITY[role] ?? "attendee") === capacity)
      .map((one) => nodeOf(origin, one));
  return {
    "@type": "Event",
    "@id": idOf(origin, "events", slug),
    name: title,
    ...times(facts),
    location: place && placeAt(origin, place),
    organizer: as("organizer"),
    attendee: as("attendee"),
    superEvent: partOf && {
      "@type": "Event",
      "@id": idOf(origin, "events", partOf.slug),
      name: partOf.title,
    },
    about: [
      ...as("about"),
      ...agreements.map(({ agreement }) =>
        workOf(origin, { ...agreement, name: agreement.shortTitle }),
      ),
    ],
    // Only works cite; an event is what others write about.
    subjectOf: citations(origin, reports.nodes),
  };
}

/**
 * Its status and dates. schema.org's statuses all speak of a start that was given: an event that is only hoped for has none, and so no status
 * either. Postponed with a new date is what schema.org calls rescheduled.
 */
function times({ status, when, formerWhen }: EventFacts): Record<string, unknown> {
  const { from, to } = endsOf(when);
  const former = formerWhen && endsOf(formerWhen).from;
  return {
    eventStatus: status === "EXPECTED" ? null : `https://schema.org/${statusOf(status, from)}`,
    startDate: from,
    endDate: to,
    previousStartDate: former,
  };
}

function statusOf(status: string, from: string | null): string {
  if (status === "CANCELLED") return "EventCancelled";
  if (status === "POSTPONED") return from === null ? "EventPostponed" : "EventRescheduled";
  return "EventScheduled";
}

const nameOf = ({ leader, country, forum }: Participant) =>
  leader?.name ?? country?.name ?? forum?.name ?? "";

function nodeOf(origin: string, { leader, country, forum, office }: Participant): Linked {
  if (leader) return person(origin, leader, office?.title ?? null);
  if (country) return countryActing(origin, country);
  if (forum) return organization(origin, forum);
  throw new TypeError("A participant is a leader, a country or a forum");
}
