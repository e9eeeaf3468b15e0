/** Where an event can stand; see `EventStatus` in the contract. */
export const EVENT_STATUSES = ["EXPECTED", "SCHEDULED", "HELD", "POSTPONED", "CANCELLED"] as const;

/** What sort of event it is; see `EventKind` in the contract. */
export const EVENT_KINDS = [
  "MEETING",
  "TALKS",
  "VISIT",
  "SUMMIT",
  "CALL",
  "STATEMENT",
  "MESSAGE",
  "SIGNING",
  "VOTE",
  "ELECTION",
  "INAUGURATION",
  "OTHER",
] as const;

/** On what level an event takes place, the highest first; see `EventLevel` in the contract. */
export const EVENT_LEVELS = ["LEADERS", "MINISTERS", "OFFICIALS"] as const;

/** In what role somebody takes part; see `ParticipantRole` in the contract. */
export const PARTICIPANT_ROLES = [
  "GUEST",
  "HOST",
  "PARTICIPANT",
  "SPEAKER",
  "SIGNATORY",
  "CHAIR",
  "WINNER",
  "SUBJECT",
  "MEDIATOR",
  "VICTIM",
  "CANDIDATE",
  "SENDER",
  "RECIPIENT",
  "FOR",
  "AGAINST",
] as const;

/** How an event bears on an agreement; see `AgreementRelation` in the contract. */
export const AGREEMENT_RELATIONS = ["DISCUSSED", "PREPARED", "SIGNED", "RATIFIED"] as const;
