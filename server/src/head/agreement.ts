/** An agreement as a Legislation of schema.org, or as a CreativeWork when it binds nobody in law. */
import { wordOf } from "../feeds/feeds.ts";
import { type Dated, endsOf } from "./dates.ts";
import { citations, countryActing, type NamedCountry, organization, type Said } from "./nodes.ts";
import { listed, sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";
import { workOf } from "./work.ts";

export interface AgreementFacts {
  slug: string;
  title: string;
  shortTitle: string;
  aliases: string[];
  kind: string;
  binding: string;
  subject: string | null;
  status: string;
  disputed: boolean;
  when: Dated & { text: string };
  parties: {
    name: string;
    entity:
      | ({ __typename: "Country" } & NamedCountry)
      | { __typename: "Forum"; slug: string; name: string };
  }[];
  stages: { status: string; disputed: boolean; when: Dated }[];
  topics: { name: string }[];
  reports: { nodes: Said[] };
}

/**
 * Whether a status is one of a text in force. What is applied provisionally is not in force yet; what is suspended is in force without being
 * applied, which schema.org has no word for.
 */
const FORCE: Readonly<Record<string, "InForce" | null>> = { IN_FORCE: "InForce", SUSPENDED: null };

/** What the page of an agreement tells. */
export function agreement(facts: AgreementFacts, site: Site): Told {
  const { slug, shortTitle } = facts;
  return {
    title: shortTitle,
    description: described(facts, site),
    path: `/agreements/${encodeURIComponent(slug)}`,
    type: "website",
    linked: linked(facts, site),
    files: [{ view: "events", by: { agreement: slug } }],
  };
}

/** `Treaty between Russia and Iran: in force, 2 October 2025, sources disagree.` */
function described({ kind, parties, status, when, disputed }: AgreementFacts, site: Site): string {
  const names = parties.map(({ name }) => name);
  const between = names.length > 1 ? " between" : " of";
  return sentence(
    [
      `${wordOf(kind)}${names.length > 0 ? `${between} ${listed(names)}` : ""}: ${wordOf(status)}`,
      when.text,
      disputed && "sources disagree",
    ]
      .filter(Boolean)
      .join(", "),
    site,
  );
}

function linked(facts: AgreementFacts, { origin }: Site): Linked {
  const { slug, title, shortTitle, aliases, binding, kind, subject, parties, topics } = facts;
  const work = workOf(origin, { slug, name: title, binding });
  return {
    ...work,
    alternateName: [...new Set([shortTitle, ...aliases])].filter((name) => name !== title),
    ...(work["@type"] === "Legislation" ? inLaw(facts) : { dateCreated: signedOn(facts) }),
    genre: work["@type"] === "Legislation" ? null : wordOf(kind),
    creativeWorkStatus: wordOf(facts.status),
    abstract: subject,
    keywords: topics.map(({ name }) => name),
    about: parties.map(({ entity }) =>
      entity.__typename === "Country"
        ? countryActing(origin, entity)
        : organization(origin, entity),
    ),
    citation: citations(origin, facts.reports.nodes),
  };
}

function inLaw(facts: AgreementFacts): Record<string, unknown> {
  const { kind, status } = facts;
  const force = status in FORCE ? FORCE[status] : "NotInForce";
  return {
    legislationType: wordOf(kind),
    legislationDate: signedOn(facts),
    legislationLegalForce: force && `https://schema.org/${force}`,
  };
}

/** The day of its signing, which is that of `legislationDate`; null when it is not signed, or sources disagree on when. */
function signedOn({ stages }: AgreementFacts): string | null {
  const signed = stages.find(({ status }) => status === "SIGNED");
  return signed && !signed.disputed ? endsOf(signed.when).from : null;
}
