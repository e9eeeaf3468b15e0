import type { NamesQuery } from "../app/operations.gen.ts";

/** One thing that the search box offers. */
export interface Match {
  group: "Leaders" | "Countries" | "Forums" | "Agreements" | "Events";
  to: string;
  name: string;
  /** What tells it from others of the same name: a country, a date. */
  aside: string | null;
}

/** The answer as one list, in the order in which the box shows it. */
export function matchesOf(names: NamesQuery): Match[] {
  return [
    ...names.leaders.nodes.map(
      (leader): Match => ({
        group: "Leaders",
        to: `/leaders/${leader.slug}`,
        name: leader.name,
        aside: leader.country?.name ?? null,
      }),
    ),
    ...names.countries.nodes.map(
      (country): Match => ({
        group: "Countries",
        to: `/countries/${country.code}`,
        name: country.name,
        aside: null,
      }),
    ),
    ...names.forums.nodes.map(
      (forum): Match => ({
        group: "Forums",
        to: `/forums/${forum.slug}`,
        name: forum.name,
        aside: null,
      }),
    ),
    ...names.agreements.nodes.map(
      (agreement): Match => ({
        group: "Agreements",
        to: `/agreements/${agreement.slug}`,
        name: agreement.shortTitle,
        aside: null,
      }),
    ),
    ...names.events.nodes.map(
      (event): Match => ({
        group: "Events",
        to: `/events/${event.slug}`,
        name: event.title,
        aside: event.when.text,
      }),
    ),
  ];
}
