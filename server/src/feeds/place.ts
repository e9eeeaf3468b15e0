/** Where things are: absolute addresses of pages and files. */

/** Where a file stands. */
export interface Where {
  /** `https://example.org`, without a slash at its end. */
  origin: string;
  /** The file's own address, parameters included, as everybody writes it. */
  self: string;
  /** The address of the page after this one; null on the last. */
  next: string | null;
}

/** The addresses of a file: its own, and that of the page that goes on after a cursor. */
export function whereOf(
  origin: string,
  path: string,
  said: URLSearchParams,
  next: string | null,
): Where {
  const at = (parameters: URLSearchParams) => {
    const query = String(parameters);
    return `${origin}${path}${query ? `?${query}` : ""}`;
  };
  if (next === null) return { origin, self: at(said), next };
  const more = new URLSearchParams(said);
  more.set("after", next);
  return { origin, self: at(said), next: at(more) };
}

const ROOMS = { Event: "events", Agreement: "agreements", Leader: "leaders", Country: "countries" };

/** What has a page. */
type Shown =
  | { __typename: "Country"; code: string }
  | { __typename: "Event" | "Agreement" | "Leader"; slug: string };

/** The address of an entry's page, as of the day that was asked for. */
export function pageOf(entry: Shown, origin: string, asOf: string | null): string {
  const name = entry.__typename === "Country" ? entry.code : entry.slug;
  return `${origin}/${ROOMS[entry.__typename]}/${name}${asOf ? `?known=${asOf}` : ""}`;
}

/** The address of the page of what a change was made to; of its history where it has none, and where it was of many things. */
export function pageOfChange(
  change: {
    entity: { __typename: string; slug: string } | null;
    entityType: string | null;
    entitySlug: string | null;
  },
  origin: string,
): string {
  const { entity } = change;
  const hasPage = entity !== null && entity.__typename !== "Country" && entity.__typename in ROOMS;
  return hasPage ? pageOf(entity as Shown, origin, null) : historyOf(change, origin);
}

/** The address of the history that a change belongs to: of the one thing that it was made to, or of all. */
export function historyOf(
  { entityType, entitySlug }: { entityType: string | null; entitySlug: string | null },
  origin: string,
): string {
  const of = entityType && entitySlug ? `/${entityType.toLowerCase()}/${entitySlug}` : "";
  return `${origin}/history${of}`;
}
