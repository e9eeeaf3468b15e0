import type { SourceKind } from "../app/operations.gen.ts";

const WORDS: Record<SourceKind, string> = {
  NEWSPAPER: "newspaper",
  NEWS_AGENCY: "wire",
  PHOTO_AGENCY: "photo agency",
  BROADCASTER: "broadcaster",
  AGGREGATOR: "aggregator, carries other people’s reports",
  ONLINE_NEWS: "online news",
  DOCUMENT_ARCHIVE: "document archive",
  GOVERNMENT: "official",
  BLOG: "blog",
  INTERNATIONAL_ORGANISATION: "international organisation",
  BUSINESS_ASSOCIATION: "business association",
  EDUCATION: "university",
  PRESENTATION: "presentation",
  ENCYCLOPAEDIA: "encyclopaedia",
  OTHER: "other",
  GENERAL_KNOWLEDGE: "general knowledge",
};

/** What sort of publisher it is; state media are named as such. */
export function sourceKindWords({
  kind,
  stateMedia,
}: {
  kind: SourceKind;
  stateMedia: boolean;
}): string {
  return stateMedia && kind !== "GOVERNMENT" ? `${WORDS[kind]}, state media` : WORDS[kind];
}
