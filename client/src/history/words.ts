/** What changes are called, and where what they were made to has its page. Pure. */
import type {
  ChangedType,
  ChangeLineFragment,
  HistoryReportFragment,
} from "../app/operations.gen.ts";

/** What can be changed: one and many of it in words, and the room of its pages; null where it has none. */
export const TYPES: Record<ChangedType, { one: string; many: string; room: string | null }> = {
  AGREEMENT: { one: "agreement", many: "Agreements", room: "agreements" },
  EVENT: { one: "event", many: "Events", room: "events" },
  LEADER: { one: "leader", many: "Leaders", room: "leaders" },
  OFFICE: { one: "office", many: "Offices", room: null },
  FORUM: { one: "forum", many: "Forums", room: "forums" },
  COUNTRY: { one: "country", many: "Countries", room: "countries" },
  PLACE: { one: "place", many: "Places", room: null },
  SOURCE: { one: "source", many: "Sources", room: "sources" },
  STORY: { one: "story", many: "Stories", room: "stories" },
};

const ACTIONS: Readonly<Record<string, string>> = {
  load: "Data set loaded",
  reportAgreementStatus: "Status reported",
  reportEventStatus: "Status reported",
  reportPartyStep: "A party’s step reported",
  planVisit: "Visit planned",
  recordEvent: "Event recorded",
  retractReport: "Report taken back",
  preferReport: "Report preferred",
  undoChange: "A change undone",
  importBundle: "Import",
};

/** What was done, in words: `Status reported`, `Leader corrected`. */
export function actionWords(action: string): string {
  const own = ACTIONS[action];
  if (own !== undefined) return own;
  const [, verb = "", thing = action] =
    /^(create|update|merge|delete)([A-Z].*)$/.exec(action) ?? [];
  const words = thing.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const done = { create: "added", update: "corrected", merge: "merged", delete: "withdrawn" }[verb];
  return done ? `${name} ${done}` : name;
}

/** A slug as a name, where nothing better is known: `Saudi Arabia`. */
export function nameOf(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** What a change was made to: its name, its page, and its own history. Null for a change of many at once. */
export function subjectOf({
  entityType,
  entitySlug,
  entity,
  node,
}: Pick<ChangeLineFragment, "entityType" | "entitySlug" | "entity" | "node">): {
  name: string;
  page: string | null;
  history: string;
} | null {
  if (entityType === null || entitySlug === null) return null;
  const { room, one } = TYPES[entityType];
  const source = node?.__typename === "Source" ? node : null;
  const short = entity?.__typename === "Agreement" ? entity.shortTitle : entity?.title;
  const name = short ?? source?.title ?? source?.publisher ?? nameOf(entitySlug);
  const slug = entity?.__typename === "Country" ? entity.code : (entity?.slug ?? source?.slug);
  return {
    name,
    page: room !== null && slug !== undefined ? `/${room}/${slug}` : null,
    history: `/history/${one}/${entitySlug}`,
  };
}

/** A moment of recording, of UTC: `5 Jan 2026` and `08:00`. */
export function momentOf(at: string): [day: string, time: string] {
  return [at.slice(0, 10), at.slice(11, 16)];
}

/** What a report says: `Signed 17 January 2025`; `Signing postponed, date not fixed`. */
export function reportWords({
  act,
  status,
  step,
  when,
}: Pick<HistoryReportFragment, "act" | "status" | "step" | "when">): string {
  if (act !== "CLAIM") return act === "RETRACTION" ? "Takes a report back" : "Prefers a report";
  const text = (step ?? status).toLowerCase().replaceAll("_", " ");
  const word = text.charAt(0).toUpperCase() + text.slice(1);
  return when.text === "" ? word : `${word}${/^\d/.test(when.text) ? " " : ", "}${when.text}`;
}
