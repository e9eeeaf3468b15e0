// The lists of the API that have pages, each with how it is asked for.

/** Where a list is, with what tells its nodes apart, and the size of a page of which there are several. */
export const LISTS: readonly [where: string, id?: string, size?: number][] = [
  ["events"],
  ["events orderBy: { field: WHEN, direction: DESC }"],
  ["events orderBy: { field: TITLE, direction: DESC }"],
  ["events orderBy: { field: KNOWN, direction: ASC }", "slug", 30],
  [`events filter: { between: { from: "2024-06-01", to: "2025-03-01" } }`],
  [`events filter: { planned: true } asOf: "2024-12-05"`, "slug", 3],
  ["upcoming", "slug", 2],
  [`upcoming asOf: "2024-12-05"`, "slug", 2],
  ["agreements", "slug", 6],
  ["agreements orderBy: { field: STATUS, direction: ASC }", "slug", 7],
  ["agreements orderBy: { field: TITLE, direction: DESC }", "slug", 5],
  ["leaders", "slug", 17],
  ["countries", "slug", 7],
  ["places", "slug", 11],
  ["offices", "slug", 19],
  ["forums", "slug", 4],
  ["sources", "slug", 40],
  ["storiesConnection", "slug", 2],
  ["topicsConnection", "slug", 3],
  [`country(code: "IR") { events`],
  [`country(code: "RU") { agreements`, "slug", 4],
  [`country(code: "RU") { memberships`, "forum { slug } from role", 3],
  [`country(code: "RU") { offices`, "leader { slug } from title", 3],
  [`forum(slug: "brics") { sessions`, "slug", 4],
  [`leader(slug: "vladimir-putin") { events`],
  [`agreement(slug: "ru-ir-2025") { events`, "slug", 3],
  [`agreement(slug: "ru-ir-2025") { reports`, "id", 4],
  [`event(slug: "visit-pezeshkian-moscow-2025") { reports`, "id", 3],
  [`source(slug: "jpost-2024-12-05") { reports`, "id", 4],
  [`story(slug: "the-timing-has-not-yet-been-fixed") { facts`],
  [`leader(slug: "vladimir-putin") { offices`, "title from", 1],
];

/** The field of an item of `LISTS`, asked with arguments. */
export function listed(where: string, args: string, fields: string): string {
  const [outer, inner] = partsOf(where);
  const [name, ...rest] = inner.split(" ");
  return `${outer}${name}(${rest.join(" ")} ${args}) { ${fields} } ${outer === "" ? "" : "}"}`;
}

/** The page in the value of an outermost field. */
// biome-ignore lint/suspicious/noExplicitAny: what the API answered.
export function pageIn(where: string, value: any) {
  const [outer, inner] = partsOf(where);
  return outer === "" ? value : value?.[inner.split(" ")[0] ?? ""];
}

/** `country(code: "IR") { ` and `events`; the first is empty for a field of the first level. */
function partsOf(where: string): [outer: string, inner: string] {
  const end = where.indexOf(") { ");
  return end < 0 ? ["", where] : [where.slice(0, end + 4), where.slice(end + 4)];
}
