/** Where an agreement can stand, in the usual order; see `AgreementStatus` in the contract. */
export const AGREEMENT_STATUSES = [
  "PROPOSED",
  "NEGOTIATING",
  "AGREED",
  "SIGNED",
  "RATIFIED",
  "PROVISIONALLY_APPLIED",
  "IN_FORCE",
  "SUSPENDED",
  "EXPIRED",
  "TERMINATED",
  "SUPERSEDED",
  "ABANDONED",
] as const;

/** What sort of text an agreement is; see `AgreementKind` in the contract. */
export const AGREEMENT_KINDS = [
  "TREATY",
  "AGREEMENT",
  "CONVENTION",
  "PLAN_OF_ACTION",
  "JOINT_STATEMENT",
  "INTERIM_TRADE_AGREEMENT",
  "DECLARATION",
  "PROGRAMME",
  "PROTOCOL",
  "MEMORANDUM",
  "FREE_TRADE_AGREEMENT",
  "ARRANGEMENT",
  "CONTRACT",
] as const;

/** Whether a text binds; see `Bindingness` in the contract. */
export const BINDINGS = ["LEGAL", "POLITICAL", "NONE"] as const;
