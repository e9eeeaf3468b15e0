/** What the documents of the plain views are answered with, as far as a file is written from it. */

/** A date, as the API says it. */
export interface Dated {
  edtf: string | null;
  fixed: boolean;
  earliest: string | null;
  latest: string | null;
  precision: string;
  text: string;
}

/** A country or forum by name. */
interface Named {
  code?: string;
  slug?: string;
  name?: string;
  shortName?: string;
}

/** A publication. */
export interface Publication {
  slug: string;
  publisher: string;
  title: string | null;
  url: string | null;
  publishedOn: string | null;
}

/** As much of a publication as tells it from others. */
type Outlet = Pick<Publication, "slug" | "publisher" | "url">;

/** A dated claim. */
export interface Said {
  knownOn: string;
  status: string;
  claimant: string;
  recordedAt: string;
  retracted: boolean;
  sources: Publication[];
}

/** What everything has that reports are folded into. */
interface Folded {
  id: string;
  slug: string;
  title: string;
  kind: string;
  status: string;
  disputed: boolean;
  version: number;
  confidence: string;
  when: Dated;
  topics: { slug: string }[];
  reports: Said[];
  /** The last change, for a feed that goes by changes. */
  changes?: { nodes: { at: string }[] };
}

export interface EventEntry extends Folded {
  __typename: "Event";
  summary: string | null;
  level: string;
  overdue: boolean;
  place: {
    name: string;
    latitude: number | null;
    longitude: number | null;
    country: { code: string; name: string } | null;
  } | null;
  participants: {
    role: string;
    leader: { slug: string; name: string } | null;
    country: { code: string; name: string } | null;
    forum: Named | null;
    office: { title: string } | null;
  }[];
  session: { slug: string; name: string; forum: { slug: string } } | null;
  partOf: { slug: string } | null;
  agreements: { agreement: { slug: string } }[];
}

export interface AgreementEntry extends Folded {
  __typename: "Agreement";
  shortTitle: string;
  binding: string;
  requiresRatification: boolean;
  ratified: number;
  mustRatify: number;
  parties: { key: string; name: string }[];
  supersedes: { slug: string } | null;
  supersededBy: { slug: string } | null;
}

export interface LeaderEntry {
  __typename: "Leader";
  id: string;
  slug: string;
  name: string;
  alsoKnownAs: string[];
  born: string | null;
  died: string | null;
  country: { code: string; name: string } | null;
  offices: { title: string; from: string | null; to: string | null }[];
}

export interface CountryEntry {
  __typename: "Country";
  id: string;
  slug: string;
  code: string;
  alpha3: string | null;
  name: string;
  officialName: string;
  kind: string;
  capital: { name: string; latitude: number | null; longitude: number | null } | null;
}

export interface ChangeEntry {
  __typename: "Change";
  revision: number;
  at: string;
  by: string;
  action: string;
  note: string | null;
  version: number | null;
  statusBefore: string | null;
  statusAfter: string | null;
  hash: string | null;
  prevHash: string | null;
  canonical: string;
  differences: { field: string; before: string | null; after: string | null }[];
  report: { claimant: string; sources: Outlet[] } | null;
  source: Outlet | null;
  entityType: string | null;
  entitySlug: string | null;
  entity: { __typename: string; slug: string; title: string } | null;
}

/** One line or item of a file. */
export type Entry = EventEntry | AgreementEntry | LeaderEntry | CountryEntry | ChangeEntry;
