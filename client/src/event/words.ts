import type { EventKind, EventLevel, EventStatus, ParticipantRole } from "../app/operations.gen.ts";

const KINDS: Record<EventKind, string> = {
  MEETING: "Meeting",
  TALKS: "Talks",
  VISIT: "Visit",
  SUMMIT: "Summit",
  CALL: "Call",
  STATEMENT: "Remarks",
  MESSAGE: "Message",
  SIGNING: "Signing",
  VOTE: "Vote",
  ELECTION: "Election",
  INAUGURATION: "Inauguration",
  OTHER: "Event",
};

/** A kind of event in one word. */
export function kindWord(kind: EventKind): string {
  return KINDS[kind];
}

/** Kinds in the order in which they are offered. */
export const EVENT_KINDS = Object.keys(KINDS) as EventKind[];

/** A level in words. */
export function levelWord(level: EventLevel): string {
  return { LEADERS: "Leaders", MINISTERS: "Ministers", OFFICIALS: "Officials" }[level];
}

/** A status in one word: both kinds of expectation are planned. */
export function eventStatusWord(status: EventStatus): string {
  return {
    EXPECTED: "Planned",
    SCHEDULED: "Planned",
    HELD: "Held",
    POSTPONED: "Postponed",
    CANCELLED: "Cancelled",
  }[status];
}

/** `Official visit, held`, as the panel's first line says it: the sort of visit where the title names it. */
export function kindAndStatus(kind: EventKind, status: EventStatus, title = ""): string {
  const sort =
    kind === "VISIT" ? /\b(official|state|working) visit\b/i.exec(title)?.[1] : undefined;
  const word = sort ? `${sort.charAt(0).toUpperCase()}${sort.slice(1)} visit` : kindWord(kind);
  return `${word}, ${eventStatusWord(status).toLowerCase()}`;
}

/** What a participant's role is called before the name. */
export function roleWord(role: ParticipantRole): string {
  const words: Record<ParticipantRole, string> = {
    GUEST: "Guest",
    HOST: "Host",
    PARTICIPANT: "Who",
    SPEAKER: "Speaker",
    SIGNATORY: "Signed by",
    CHAIR: "Chair",
    WINNER: "Won by",
    SUBJECT: "About",
    MEDIATOR: "Mediator",
    VICTIM: "Died or hurt",
    CANDIDATE: "Candidate",
    SENDER: "From",
    RECIPIENT: "To",
    FOR: "For",
    AGAINST: "Against",
  };
  return words[role];
}
