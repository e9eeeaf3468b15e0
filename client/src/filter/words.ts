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

export const KINDS: Choice<EventKind>[] = [
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
];

export const LEVELS: Choice<EventLevel>[] = [
  { word: "leader", label: "Leaders", stands: ["LEADERS"] },
  { word: "minister", label: "Ministers", stands: ["MINISTERS"] },
  { word: "official", label: "Officials", stands: ["OFFICIALS"] },
];

/** What the chosen words stand for; null when none of these choices is among them, which means all. */
export function standing<Value>(choices: Choice<Value>[], chosen: string[]): Set<Value> | null {
  const values = choices
    .filter(({ word }) => chosen.includes(word))
    .flatMap(({ stands }) => stands);
  return values.length > 0 ? new Set(values) : null;
}

/** Text as it is compared: no case, no accents. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
