// What the pages ask of the API: one fixed document each, so that a page's head and its body never disagree.

const WHEN = "{ edtf fixed text }";
const COUNTRY = "{ code name }";
const SOURCE = "{ slug kind publisher title url }";

/** The latest reports, which hold all the sources that a page cites but for those of long histories. */
const REPORTS = `reports(last: 20) { nodes { retracted sources ${SOURCE} } }`;

const document = (name: string, field: string, key: string, fields: string) =>
  `query ${name}Page($name: String!, $asOf: Date) { found: ${field}(${key}: $name, asOf: $asOf) { ${fields} } }`;

/** The document of each room, by the first part of its pages' paths. */
export const DOCUMENTS = {
  events: document(
    "Event",
    "event",
    "slug",
    `slug kind title status disputed
    when ${WHEN}
    formerWhen ${WHEN}
    place { name latitude longitude country ${COUNTRY} }
    participants { role leader { slug name } country ${COUNTRY} forum { slug name } office { title } }
    partOf { slug title }
    agreements { agreement { slug shortTitle binding } }
    ${REPORTS}`,
  ),
  agreements: document(
    "Agreement",
    "agreement",
    "slug",
    `slug title shortTitle aliases kind binding subject status disputed
    when ${WHEN}
    parties { name entity { __typename ... on Country ${COUNTRY} ... on Forum { slug name } } }
    stages { status disputed when ${WHEN} }
    topics { name }
    ${REPORTS}`,
  ),
  leaders: document(
    "Leader",
    "leader",
    "slug",
    `slug name alsoKnownAs born died country ${COUNTRY}
    offices(first: 20) { nodes { from to office { title country ${COUNTRY} } } }`,
  ),
  forums: document(
    "Forum",
    "forum",
    "slug",
    `slug name shortName kind founded
    memberships(first: 100) { nodes { role from to country ${COUNTRY} } }`,
  ),
  countries: document(
    "Country",
    "country",
    "code",
    "code name alpha3 officialName kind capital { name }",
  ),
  sources: document(
    "Source",
    "source",
    "slug",
    "slug kind publisher title url language publishedOn description reports(first: 1) { totalCount }",
  ),
  stories: document(
    "Story",
    "story",
    "slug",
    `slug title summary source ${SOURCE} steps { sources ${SOURCE} }`,
  ),
} as const;
