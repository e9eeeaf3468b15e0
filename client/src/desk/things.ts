// What the things of the record consist of, as editors correct and make them: data for one form. `things.test.ts` holds it against the contract. Pure.
import { EVENT_KINDS } from "../event/words.ts";
import type { Correctable } from "../page/correctable.ts";
import { capital, type FieldOf, type Options } from "./thing.ts";

/** How one type of thing is asked for, corrected and made. */
export interface Thing {
  /** Its type in the contract. */
  type: string;
  noun: string;
  article: "a" | "an";
  pronoun?: "them";
  /** The field that asks for it by its key: a slug, a code, or an id. */
  ask: string;
  fields: readonly FieldOf[];
  /** The field of the answer that a part belongs to: its version counts. */
  owner?: string;
  /** What belongs to it and is corrected from its form. */
  parts?: readonly PartOf[];
  /** Whether it needs no source beside those it names. */
  isOwnSource?: true;
  /** Whether reports are on it, or rest on it. */
  isReported?: true;
  /** Where its page is; null where it has none. */
  room: string | null;
  /** The field of the thing by which a new one is called. */
  called: string;
}

/** A list of what belongs to a thing: what to ask for, under the alias `list`, and what a new one is told of whom it belongs to. */
export interface PartOf {
  of: Name;
  heading: string;
  /** The list, with a hole for what to ask of each. It is asked beside the thing where it is no field of it. */
  ask: string;
  beside?: true;
}

export type Name = Correctable;

/** Values of an enum with their words: `FULL: Member`, or `OBSERVER` for its own name. */
function choice(...values: string[]): Options {
  return values.map((each) => {
    const [value = "", words = capital(value.toLowerCase().replaceAll("_", " "))] =
      each.split(": ");
    return [value, words] as const;
  });
}

const NONE: Options = [["", "Not said"]];
const CONFIDENCE: FieldOf = {
  name: "confidence",
  label: "How sure",
  kind: "choice",
  options: choice("CERTAIN", "WELL_ESTABLISHED", "UNCERTAIN"),
};
const REMARK: FieldOf = { name: "remark", label: "Remark", kind: "long", read: "remark: note" };
const FROM: FieldOf = { name: "from", label: "From", kind: "date", sourced: true };
const TO: FieldOf = {
  name: "to",
  label: "Until",
  aside: "empty while it lasts",
  kind: "date",
  sourced: true,
};
const COUNTRY: FieldOf = {
  name: "country",
  label: "Country",
  kind: "one",
  finds: ["COUNTRY"],
  read: "country { code name }",
  sourced: true,
  placeholder: "Iran",
};
const TOPICS: FieldOf = {
  name: "topics",
  label: "Topics",
  kind: "many",
  finds: ["TOPIC"],
  read: "topics { slug name }",
  placeholder: "Trade, energy",
};
const EVENT_STATUS = choice(
  "HELD",
  "SCHEDULED: Planned, date fixed",
  "EXPECTED: Hoped for, date not fixed",
  "POSTPONED",
  "CANCELLED",
);
const OFFICE: FieldOf = {
  name: "office",
  label: "Office",
  kind: "one",
  finds: ["OFFICE"],
  needs: true,
  only: "new",
  placeholder: "Minister of Foreign Affairs of Iran",
};

export const THINGS: Record<Name, Thing> = {
  leader: {
    type: "Leader",
    noun: "leader",
    article: "a",
    pronoun: "them",
    ask: "leader(slug: $slug)",
    room: "leaders",
    called: "name",
    fields: [
      {
        name: "name",
        label: "Name",
        aside: "as their own government romanises it",
        kind: "text",
        needs: true,
      },
      {
        name: "alsoKnownAs",
        label: "Other spellings",
        aside: "in any script, one on a line",
        kind: "lines",
      },
      COUNTRY,
      { name: "born", label: "Born", kind: "date", sourced: true },
      { name: "died", label: "Died", aside: "empty while alive", kind: "date", sourced: true },
      REMARK,
    ],
    parts: [{ of: "term", heading: "Times in office", ask: "offices(first: 100)" }],
  },
  term: {
    type: "Term",
    noun: "time in office",
    article: "a",
    ask: "node(id: $slug)",
    owner: "leader",
    room: null,
    called: "office",
    fields: [
      OFFICE,
      FROM,
      TO,
      {
        name: "how",
        label: "How they came to it",
        kind: "text",
        placeholder: "elected, appointed",
      },
      CONFIDENCE,
      REMARK,
    ],
    parts: [{ of: "office", heading: "The office itself", ask: "office" }],
  },
  office: {
    type: "Office",
    noun: "office",
    article: "an",
    ask: "node(id: $slug)",
    room: null,
    called: "title",
    fields: [
      {
        name: "title",
        label: "Title",
        aside: "with the country",
        kind: "text",
        needs: true,
        placeholder: "Minister of Foreign Affairs of Iran",
      },
      {
        name: "kind",
        label: "Kind",
        kind: "text",
        needs: true,
        placeholder: "head-of-state, minister, ambassador",
      },
      {
        name: "rank",
        label: "Rank",
        kind: "choice",
        options: choice("LEADER", "MINISTER", "OFFICIAL"),
        sourced: true,
      },
      { ...COUNTRY, aside: "that it serves" },
      {
        name: "forum",
        label: "Forum",
        aside: "that it serves, in place of a country",
        kind: "one",
        finds: ["FORUM"],
        read: "forum { slug name }",
        sourced: true,
      },
    ],
  },
  forum: {
    type: "Forum",
    noun: "forum",
    article: "a",
    ask: "forum(slug: $slug)",
    room: "forums",
    called: "name",
    fields: [
      { name: "name", label: "Name", kind: "text", needs: true },
      { name: "shortName", label: "Short name", kind: "text" },
      {
        name: "kind",
        label: "Kind",
        kind: "choice",
        options: choice(
          "ORGANISATION",
          "INTERGOVERNMENTAL_GROUP: Group of states",
          "NEGOTIATION_FORMAT: Negotiating format",
          "TREATY_COMMUNITY: States bound by one treaty",
          "SUMMIT_SERIES: Series of summits",
          "BUSINESS_FORUM: Business conference",
        ),
      },
      { name: "founded", label: "Founded", kind: "date", sourced: true },
      REMARK,
    ],
    parts: [
      { of: "session", heading: "Sessions", ask: "sessions(first: 100)" },
      { of: "membership", heading: "Members", ask: "memberships(first: 100)" },
    ],
  },
  membership: {
    type: "Membership",
    noun: "membership",
    article: "a",
    ask: "node(id: $slug)",
    owner: "forum",
    room: null,
    called: "country",
    fields: [
      { ...COUNTRY, only: "new", needs: true },
      {
        name: "role",
        label: "As",
        kind: "choice",
        sourced: true,
        options: choice(
          "FULL: Member",
          "FOUNDING: Founding member",
          "OBSERVER",
          "INVITED",
          "APPLICANT",
          "ACCEDING: Joining",
          "PARTNER",
          "DIALOGUE_PARTNER",
          "GUARANTOR",
          "HOST",
          "PARTICIPANT",
          "MEDIATOR",
          "PERMANENT: Permanent member",
        ),
      },
      FROM,
      TO,
      CONFIDENCE,
      REMARK,
    ],
  },
  session: {
    type: "Session",
    noun: "session",
    article: "a",
    ask: "node(id: $slug)",
    owner: "forum",
    room: null,
    called: "name",
    fields: [
      { name: "name", label: "Name", kind: "text", needs: true, placeholder: "16th BRICS summit" },
      { name: "status", label: "Stands as", kind: "choice", options: EVENT_STATUS, sourced: true },
      { name: "when", label: "When", kind: "date", read: "when { edtf }", sourced: true },
      {
        name: "place",
        label: "Place",
        kind: "one",
        finds: ["PLACE"],
        read: "place { slug name }",
        sourced: true,
        placeholder: "Kazan",
      },
      { name: "ordinal", label: "Number", aside: "as in 16th", kind: "number" },
      {
        name: "mode",
        label: "Meets",
        kind: "choice",
        options: [
          ...NONE,
          ...choice(
            "IN_PERSON: In one room",
            "VIRTUAL: By video",
            "HYBRID: In one room and by video",
          ),
        ],
      },
      { name: "theme", label: "Theme", kind: "text" },
      CONFIDENCE,
      REMARK,
    ],
  },
  country: {
    type: "Country",
    noun: "country",
    article: "a",
    ask: "country(code: $slug)",
    room: "countries",
    called: "name",
    fields: [
      { name: "name", label: "Name", kind: "text", needs: true },
      { name: "officialName", label: "Official name", kind: "text" },
      {
        name: "code",
        label: "ISO code",
        aside: "two letters; four of a former state",
        kind: "text",
        needs: true,
        sourced: true,
      },
      { name: "alpha3", label: "Three-letter code", kind: "text" },
      {
        name: "kind",
        label: "Kind",
        kind: "choice",
        options: choice("STATE", "FORMER_STATE", "ORGANISATION"),
        sourced: true,
      },
      {
        name: "capital",
        label: "Capital",
        kind: "one",
        finds: ["PLACE"],
        read: "capital { slug name }",
        sourced: true,
      },
      REMARK,
    ],
    parts: [
      {
        of: "place",
        heading: "Places",
        ask: "places(countries: [$slug], first: 100)",
        beside: true,
      },
      {
        of: "office",
        heading: "Offices",
        ask: "offices(countries: [$slug], first: 100)",
        beside: true,
      },
    ],
  },
  place: {
    type: "Place",
    noun: "place",
    article: "a",
    ask: "node(id: $slug)",
    room: null,
    called: "name",
    fields: [
      { name: "name", label: "Name", kind: "text", needs: true },
      COUNTRY,
      { name: "latitude", label: "Degrees north", kind: "number", placeholder: "55.75" },
      { name: "longitude", label: "Degrees east", kind: "number", placeholder: "37.62" },
      REMARK,
    ],
  },
  agreement: {
    type: "Agreement",
    noun: "agreement",
    article: "an",
    ask: "agreement(slug: $slug)",
    room: "agreements",
    isReported: true,
    called: "title",
    fields: [
      { name: "title", label: "Title", kind: "text", needs: true },
      { name: "shortTitle", label: "Short title", kind: "text" },
      { name: "aliases", label: "Other names", aside: "one on a line", kind: "lines" },
      {
        name: "kind",
        label: "Kind",
        kind: "choice",
        sourced: true,
        options: choice(
          "TREATY",
          "AGREEMENT",
          "CONVENTION",
          "PLAN_OF_ACTION",
          "JOINT_STATEMENT",
          "INTERIM_TRADE_AGREEMENT",
          "DECLARATION",
          "PROGRAMME",
          "PROTOCOL",
          "MEMORANDUM: Memorandum of understanding",
          "FREE_TRADE_AGREEMENT",
          "ARRANGEMENT",
          "CONTRACT",
        ),
      },
      {
        name: "binding",
        label: "Binds",
        kind: "choice",
        sourced: true,
        options: choice(
          "LEGAL: In law",
          "POLITICAL: As a political commitment",
          "NONE: Not at all",
        ),
      },
      { name: "requiresRatification", label: "Needs ratification", kind: "flag", sourced: true },
      {
        name: "parties",
        label: "Parties",
        aside: "in the order of the text",
        kind: "many",
        needs: true,
        finds: ["COUNTRY", "FORUM"],
        placeholder: "A country or a forum",
        read: "parties { key name role mustRatify remark: note entity { __typename ... on Country { code name } ... on Forum { slug name } } }",
        columns: [
          { name: "mustRatify", label: "Must ratify", usual: false },
          { name: "role", label: "Role", usual: "party" },
          { name: "remark", label: "Remark", usual: "" },
        ],
      },
      TOPICS,
      {
        name: "status",
        label: "Stands as",
        kind: "choice",
        only: "new",
        options: choice(
          "SIGNED",
          "PROPOSED",
          "NEGOTIATING",
          "AGREED: Text agreed",
          "RATIFIED",
          "PROVISIONALLY_APPLIED",
          "IN_FORCE",
          "SUSPENDED",
          "EXPIRED",
          "TERMINATED",
          "SUPERSEDED: Replaced",
          "ABANDONED",
        ),
      },
      { name: "when", label: "Since", kind: "date", only: "new", needs: true },
      {
        name: "supersedes",
        label: "Replaces",
        kind: "one",
        finds: ["AGREEMENT"],
        read: "supersedes { slug shortTitle }",
        sourced: true,
      },
      {
        name: "duration",
        label: "Runs for",
        kind: "text",
        sourced: true,
        placeholder: "20 years, then renewed every 5",
      },
      { name: "subject", label: "Subject", aside: "in a word or two", kind: "text" },
      REMARK,
    ],
  },
  source: {
    type: "Source",
    noun: "source",
    article: "a",
    ask: "source(slug: $slug)",
    room: "sources",
    isReported: true,
    called: "publisher",
    isOwnSource: true,
    fields: [
      { name: "publisher", label: "Publisher", kind: "text", needs: true },
      { name: "title", label: "Headline", kind: "text" },
      { name: "url", label: "Link", kind: "text", placeholder: "https://" },
      { name: "publishedOn", label: "Published on", kind: "date" },
      { name: "language", label: "Language", aside: "such as en, ru or fa", kind: "text" },
      {
        name: "kind",
        label: "Kind",
        kind: "choice",
        options: choice(
          "NEWSPAPER",
          "NEWS_AGENCY",
          "PHOTO_AGENCY",
          "BROADCASTER",
          "AGGREGATOR",
          "ONLINE_NEWS",
          "DOCUMENT_ARCHIVE",
          "GOVERNMENT",
          "BLOG",
          "INTERNATIONAL_ORGANISATION",
          "BUSINESS_ASSOCIATION",
          "EDUCATION: University",
          "PRESENTATION",
          "ENCYCLOPAEDIA",
          "OTHER",
          "GENERAL_KNOWLEDGE",
        ),
      },
      { name: "stateMedia", label: "State media", kind: "flag" },
      { name: "description", label: "Description", kind: "long" },
    ],
  },
  story: {
    type: "Story",
    noun: "story",
    article: "a",
    ask: "story(slug: $slug)",
    room: "stories",
    called: "title",
    isOwnSource: true,
    fields: [
      { name: "title", label: "Title", kind: "text", needs: true },
      { name: "summary", label: "Summary", kind: "long", needs: true },
      {
        name: "view",
        label: "Its timeline",
        aside: "the link of a view, from /explore on",
        kind: "text",
        needs: true,
        placeholder: "/explore?lanes=RU,IR",
      },
      { name: "quote", label: "Quote", kind: "long" },
      { name: "quoteBy", label: "Said by", aside: "when, and by way of whom", kind: "text" },
      {
        name: "publication",
        label: "Publication",
        aside: "that it quotes or follows",
        kind: "one",
        finds: ["SOURCE"],
        read: "publication: source { slug publisher title }",
      },
      { name: "featured", label: "On the first page", kind: "flag" },
      {
        name: "steps",
        label: "Steps",
        one: "step",
        kind: "list",
        needs: true,
        read: "steps { title text knownOn view about { __typename id ... on Versioned { slug title } ... on Session { slug name } ... on Source { slug publisher } ... on Topic { slug name } } sources { slug publisher title } }",
        among: [
          { name: "title", label: "Title", kind: "text", needs: true },
          { name: "text", label: "Text", kind: "long", needs: true },
          {
            name: "knownOn",
            label: "As known on",
            aside: "a day; empty for the latest",
            kind: "date",
          },
          {
            name: "view",
            label: "View",
            aside: "from /explore on",
            kind: "text",
            needs: true,
            placeholder: "/explore?known=2024-12-05",
          },
          {
            name: "about",
            label: "About",
            kind: "many",
            byId: true,
            finds: ["EVENT", "AGREEMENT", "LEADER", "COUNTRY", "FORUM"],
          },
          { name: "sources", label: "Rests on", kind: "many", needs: true, finds: ["SOURCE"] },
        ],
      },
    ],
  },
  event: {
    type: "Event",
    noun: "event",
    article: "an",
    ask: "event(slug: $slug)",
    room: "events",
    isReported: true,
    called: "title",
    fields: [
      { name: "title", label: "Title", kind: "text", needs: true },
      {
        name: "kind",
        label: "Kind",
        kind: "choice",
        sourced: true,
        options: choice(
          ...EVENT_KINDS.map((kind) => (kind === "STATEMENT" ? "STATEMENT: Remarks" : kind)),
        ),
      },
      {
        name: "level",
        label: "Level",
        kind: "choice",
        sourced: true,
        options: choice("LEADERS", "MINISTERS", "OFFICIALS"),
      },
      { name: "summary", label: "About", aside: "in a sentence", kind: "long", sourced: true },
      {
        name: "participants",
        label: "Who takes part",
        kind: "many",
        needs: true,
        sourced: true,
        finds: ["LEADER", "COUNTRY", "FORUM"],
        placeholder: "A leader, a country or a forum",
        read: "participants { role leader { slug name country { code } } country { code name } forum { slug name } }",
        columns: [
          {
            name: "role",
            label: "Role",
            usual: "PARTICIPANT",
            options: choice(
              "PARTICIPANT: Takes part",
              "GUEST",
              "HOST",
              "SPEAKER",
              "SIGNATORY: Signed by",
              "CHAIR",
              "MEDIATOR",
              "SENDER: From",
              "RECIPIENT: To",
              "SUBJECT: About",
              "CANDIDATE",
              "WINNER: Won by",
              "FOR",
              "AGAINST",
              "VICTIM: Died or hurt",
            ),
          },
        ],
      },
      {
        name: "agreements",
        label: "Agreements",
        aside: "that it bears on",
        kind: "many",
        sourced: true,
        finds: ["AGREEMENT"],
        placeholder: "A treaty, a memorandum",
        read: "agreements { relation agreement { slug shortTitle } }",
        columns: [
          {
            name: "relation",
            label: "How",
            usual: "DISCUSSED",
            options: choice("DISCUSSED", "PREPARED", "SIGNED", "RATIFIED"),
          },
        ],
      },
      {
        name: "partOf",
        label: "Part of",
        kind: "one",
        finds: ["EVENT"],
        read: "partOf { slug title }",
        sourced: true,
      },
      TOPICS,
    ],
  },
};

/** The fields of a thing that is new, or of one that is there. */
export function fieldsOf(thing: Thing, isNew: boolean): readonly FieldOf[] {
  return thing.fields.filter(({ only }) => only !== (isNew ? "old" : "new"));
}

/** The mutation that corrects a thing of this name, or makes it: `updateLeader`. */
export function actionOf(name: Name, isNew: boolean): string {
  return `${isNew ? "create" : "update"}${capital(name)}`;
}
