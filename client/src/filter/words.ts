import type { AgreementStatus, EventKind, EventLevel, EventStatus } from "../app/operations.gen.ts";

/** The words that addresses use for what can be filtered by, each with what it stands for and how it reads. */
export interface Choice<Value> {
  word: string;
  label: string;
  stands: readonly Value[];
}

export const EVENT_STATUSES: Choice<EventStatus>[] = [
  { word: "planned", label: "Planned", stands: ["EXPECTED", "SCHEDULED"] },
  { word: "held", label: "Held", stands: ["HELD"] },
  { word: "postponed", label: "Postponed", stands: ["POSTPONED"] },
  { word: "cancelled", label: "Cancelled", stands: ["CANCELLED"] },
];

export const AGREEMENT_STATUSES: Choice<AgreementStatus>[] = [
  { word: "proposed", label: "Proposed", stands: ["PROPOSED"] },
  { word: "negotiating", label: "Negotiating", stands: ["NEGOTIATING"] },
  { word: "agreed", label: "Text agreed", stands: ["AGREED"] },
  { word: "signed", label: "Signed", stands: ["SIGNED"] },
  { word: "ratified", label: "Ratified", stands: ["RATIFIED"] },
  { word: "provisional", label: "Provisionally applied", stands: ["PROVISIONALLY_APPLIED"] },
  { word: "inforce", label: "In force", stands: ["IN_FORCE"] },
  { word: "suspended", label: "Suspended", stands: ["SUSPENDED"] },
  { word: "ended", label: "Ended", stands: ["EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"] },
];

export const KINDS: Choice<EventKind | null>[] = [
  { word: "meeting", label: "Meetings", stands: ["MEETING"] },
  { word: "visit", label: "Visits", stands: ["VISIT"] },
  { word: "summit", label: "Summits", stands: ["SUMMIT"] },
  { word: "talks", label: "Talks", stands: ["TALKS"] },
  { word: "call", label: "Calls", stands: ["CALL"] },
  { word: "statement", label: "Remarks", stands: ["STATEMENT"] },
  { word: "message", label: "Messages", stands: ["MESSAGE"] },
  { word: "signing", label: "Signings", stands: ["SIGNING"] },
  { word: "vote", label: "Votes", stands: ["VOTE"] },
  { word: "election", label: "Elections", stands: ["ELECTION"] },
  { word: "inauguration", label: "Inaugurations", stands: ["INAUGURATION"] },
  { word: "other", label: "Other events", stands: ["OTHER"] },
  { word: "agreement", label: "Agreements", stands: [null] },
];

export const LEVELS: Choice<EventLevel>[] = [
  { word: "leader", label: "Leaders", stands: ["LEADERS"] },
  { word: "minister", label: "Ministers", stands: ["MINISTERS"] },
  { word: "official", label: "Officials", stands: ["OFFICIALS"] },
];

export const DISPUTED: Choice<boolean>[] = [
  { word: "yes", label: "Sources disagree", stands: [true] },
  { word: "no", label: "Sources agree", stands: [false] },
];

export const FIXED: Choice<boolean>[] = [
  { word: "no", label: "Date not fixed", stands: [false] },
  { word: "yes", label: "Date fixed", stands: [true] },
];

/** The word of a value. Every value has one. */
export function wordOf<Value>(choices: Choice<Value>[], value: Value): string {
  return choices.find(({ stands }) => stands.includes(value))?.word ?? "";
}

/** Text as it is compared: no case, no accents. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
