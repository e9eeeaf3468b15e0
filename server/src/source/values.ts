/** What sort of publisher a source is; see `SourceKind` in the contract. */
export const SOURCE_KINDS = [
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
  "EDUCATION",
  "PRESENTATION",
  "ENCYCLOPAEDIA",
  "GENERAL_KNOWLEDGE",
  "OTHER",
] as const;
