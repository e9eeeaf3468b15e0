/** A view as CSV (RFC 4180): a row of names, then a row an entry; CRLF, UTF-8 without a mark. */
import type {
  AgreementEntry,
  ChangeEntry,
  CountryEntry,
  Dated,
  Entry,
  EventEntry,
  LeaderEntry,
  Said,
} from "./entry.ts";
import { historyOf, pageOf } from "./place.ts";
import type { Taken } from "./take.ts";
import type { View } from "./values.ts";

/** What a cell is made from. Text is guarded, the rest written as it is. */
type Value = string | number | boolean | null | undefined;

/** Columns in order: the name in the first row, and what stands below it. */
type Columns<Row> = readonly (readonly [head: string, of: (row: Row) => Value])[];

const joined = (parts: readonly (string | null | undefined | false)[]) =>
  [...new Set(parts)].filter(Boolean).join("; ");

const dates = <Row extends { when: Dated }>(): Columns<Row> => [
  ["date", ({ when }) => when.edtf],
  ["earliest", ({ when }) => when.earliest],
  ["latest", ({ when }) => when.latest],
  ["precision", ({ when }) => when.precision],
  ["fixed", ({ when }) => when.fixed],
  ["date_text", ({ when }) => when.text],
];

const origins = <
  Row extends { reports: Said[]; confidence: string; version: number },
>(): Columns<Row> => [
  ["confidence", ({ confidence }) => confidence],
  ["first_known", ({ reports }) => reports.map(({ knownOn }) => knownOn).sort()[0]],
  [
    "last_known",
    ({ reports }) =>
      reports
        .map(({ knownOn }) => knownOn)
        .sort()
        .at(-1),
  ],
  ["reports", ({ reports }) => reports.length],
  ["sources", ({ reports }) => joined(publications(reports).map(({ publisher }) => publisher))],
  ["source_slugs", ({ reports }) => joined(publications(reports).map(({ slug }) => slug))],
  ["source_urls", ({ reports }) => joined(publications(reports).map(({ url }) => url))],
  ["version", ({ version }) => version],
];

/** The publications that reports rest on, those of reports that were taken back left out. */
const publications = (reports: readonly Said[]) =>
  reports.filter(({ retracted }) => !retracted).flatMap(({ sources }) => sources);

const EVENT: Columns<EventEntry> = [
  ["slug", ({ slug }) => slug],
  ["kind", ({ kind }) => kind],
  ["title", ({ title }) => title],
  ["status", ({ status }) => status],
  ...dates<EventEntry>(),
  ["disputed", ({ disputed }) => disputed],
  ["overdue", ({ overdue }) => overdue],
  ["level", ({ level }) => level],
  ["place", ({ place }) => place?.name],
  ["place_country", ({ place }) => place?.country?.code],
  ["latitude", ({ place }) => place?.latitude],
  ["longitude", ({ place }) => place?.longitude],
  ["countries", ({ participants }) => joined(participants.map(({ country }) => country?.code))],
  ["leaders", ({ participants }) => joined(participants.map(({ leader }) => leader?.slug))],
  ["participants", ({ participants }) => joined(participants.map(whoTakesPart))],
  ["forum", ({ session }) => session?.forum.slug],
  ["session", ({ session }) => session?.slug],
  ["part_of", ({ partOf }) => partOf?.slug],
  ["agreements", ({ agreements }) => joined(agreements.map(({ agreement }) => agreement.slug))],
  ["topics", ({ topics }) => joined(topics.map(({ slug }) => slug))],
  ["summary", ({ summary }) => summary],
  ...origins<EventEntry>(),
];

/** `Vladimir Putin (President of Russia)`. */
function whoTakesPart({ leader, country, forum, office }: EventEntry["participants"][number]) {
  const name = leader?.name ?? country?.name ?? forum?.shortName;
  return name && office ? `${name} (${office.title})` : name;
}

const AGREEMENT: Columns<AgreementEntry> = [
  ["slug", ({ slug }) => slug],
  ["kind", ({ kind }) => kind],
  ["title", ({ title }) => title],
  ["short_title", ({ shortTitle }) => shortTitle],
  ["status", ({ status }) => status],
  ...dates<AgreementEntry>(),
  ["disputed", ({ disputed }) => disputed],
  ["binding", ({ binding }) => binding],
  ["requires_ratification", ({ requiresRatification }) => requiresRatification],
  ["ratified", ({ ratified }) => ratified],
  ["must_ratify", ({ mustRatify }) => mustRatify],
  ["parties", ({ parties }) => joined(parties.map(({ key }) => key))],
  ["party_names", ({ parties }) => joined(parties.map(({ name }) => name))],
  ["supersedes", ({ supersedes }) => supersedes?.slug],
  ["superseded_by", ({ supersededBy }) => supersededBy?.slug],
  ["topics", ({ topics }) => joined(topics.map(({ slug }) => slug))],
  ...origins<AgreementEntry>(),
];

const LEADER: Columns<LeaderEntry> = [
  ["slug", ({ slug }) => slug],
  ["name", ({ name }) => name],
  ["also_known_as", ({ alsoKnownAs }) => joined(alsoKnownAs)],
  ["country", ({ country }) => country?.code],
  ["country_name", ({ country }) => country?.name],
  ["born", ({ born }) => born],
  ["died", ({ died }) => died],
  ["offices", ({ offices }) => joined(offices.map(termOf))],
];

/** `President of Iran (2024-07-28/..)`: the term as EDTF, open at the end while it lasts. */
function termOf({ title, from, to }: LeaderEntry["offices"][number]): string {
  return from || to ? `${title} (${from ?? ".."}/${to ?? ".."})` : title;
}

const COUNTRY: Columns<CountryEntry> = [
  ["code", ({ code }) => code],
  ["alpha3", ({ alpha3 }) => alpha3],
  ["slug", ({ slug }) => slug],
  ["name", ({ name }) => name],
  ["official_name", ({ officialName }) => officialName],
  ["kind", ({ kind }) => kind],
  ["capital", ({ capital }) => capital?.name],
  ["capital_latitude", ({ capital }) => capital?.latitude],
  ["capital_longitude", ({ capital }) => capital?.longitude],
];

const CHANGE: Columns<ChangeEntry> = [
  ["revision", ({ revision }) => revision],
  ["recorded_at", ({ at }) => at],
  ["recorded_by", ({ by }) => by],
  ["action", ({ action }) => action],
  ["type", ({ entityType }) => entityType],
  ["slug", ({ entitySlug }) => entitySlug],
  ["title", ({ entity }) => entity?.title],
  ["version", ({ version }) => version],
  ["note", ({ note }) => note],
  ["status_before", ({ statusBefore }) => statusBefore],
  ["status_after", ({ statusAfter }) => statusAfter],
  [
    "before",
    ({ differences }) => joined(differences.map((each) => stood(each.field, each.before))),
  ],
  ["after", ({ differences }) => joined(differences.map((each) => stood(each.field, each.after)))],
  ["claimant", ({ report }) => report?.claimant],
  ["sources", (change) => joined(restingOn(change).map(({ publisher }) => publisher))],
  ["source_slugs", (change) => joined(restingOn(change).map(({ slug }) => slug))],
  ["source_urls", (change) => joined(restingOn(change).map(({ url }) => url))],
  ["previous_hash", ({ prevHash }) => prevHash],
  ["hash", ({ hash }) => hash],
  ["canonical", ({ canonical }) => canonical],
];

/** What a change rests on: the sources of its report, and the one that a correction was given. */
const restingOn = ({ report, source }: ChangeEntry) => [
  ...(report?.sources ?? []),
  ...(source ? [source] : []),
];

const stood = (field: string, value: string | null) => value !== null && `${field}: ${value}`;

const COLUMNS: Partial<Record<View, Columns<never>>> = {
  events: EVENT,
  agreements: AGREEMENT,
  leaders: LEADER,
  countries: COUNTRY,
  changes: CHANGE,
};

/** The names of a view's columns, the last of them `url`: the address of the entry's page. */
export function headsOf(view: View): string[] {
  return [...(COLUMNS[view] ?? []).map(([head]) => head), "url"];
}

/** The entries as CSV. `origin` is this site's. */
export function csvOf(view: View, { entries, asOf }: Taken, origin: string): string {
  const columns = (COLUMNS[view] ?? []) as Columns<Entry>;
  const rows = entries.map((entry) => [
    ...columns.map(([, of]) => cell(of(entry))),
    cell(
      entry.__typename === "Change"
        ? historyOf(entry, origin)
        : pageOf(entry as EventEntry, origin, asOf),
    ),
  ]);
  return [headsOf(view), ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/** One cell. Spreadsheets run text that begins like a formula, so an apostrophe goes before it, which they do not show. */
export function cell(value: Value): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
