/** Nodes of a page whose caller did not say how many. */
export const USUAL = 20;

/** The same of fields that are mostly wanted whole. */
export const USUALS: Readonly<Record<string, number>> = {
  "Agreement.reports": 100,
  "Event.reports": 100,
  "Story.facts": 100,
  "Query.changes": 50,
  "Country.memberships": 50,
  "Forum.memberships": 50,
  "Forum.sessions": 50,
  "Query.countries": 50,
  "Query.forums": 50,
  "Query.leaders": 50,
  "Query.offices": 50,
  "Query.places": 50,
  "Query.storiesConnection": 50,
  "Query.topicsConnection": 50,
};
