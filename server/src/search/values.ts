/** What can be found; see `SearchKind` in the contract. */
export const SEARCH_KINDS = [
  "COUNTRY",
  "LEADER",
  "FORUM",
  "SESSION",
  "AGREEMENT",
  "EVENT",
  "SOURCE",
  "STORY",
  "TOPIC",
] as const;

/** One of them. */
export type SearchKind = (typeof SEARCH_KINDS)[number];
