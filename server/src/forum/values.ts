/** What a forum is; see `ForumKind` in the contract. */
export const FORUM_KINDS = [
  "ORGANISATION",
  "INTERGOVERNMENTAL_GROUP",
  "NEGOTIATION_FORMAT",
  "TREATY_COMMUNITY",
  "SUMMIT_SERIES",
  "BUSINESS_FORUM",
] as const;

/** In what capacity a country belongs to a forum; see `MembershipRole` in the contract. */
export const MEMBERSHIP_ROLES = [
  "FULL",
  "FOUNDING",
  "OBSERVER",
  "INVITED",
  "APPLICANT",
  "ACCEDING",
  "PARTNER",
  "DIALOGUE_PARTNER",
  "GUARANTOR",
  "HOST",
  "PARTICIPANT",
  "MEDIATOR",
  "PERMANENT",
] as const;

/** How a session meets; see `SessionMode` in the contract. */
export const SESSION_MODES = ["IN_PERSON", "VIRTUAL", "HYBRID"] as const;
