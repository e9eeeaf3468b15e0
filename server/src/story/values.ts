/** How a publication states a fact; see `FactCertainty` in the contract. */
export const FACT_CERTAINTIES = ["STATED", "ATTRIBUTED", "IMPLIED", "INFERRED"] as const;

/** What sort of fact it is; see `FactKind` in the contract. */
export const FACT_KINDS = [
  "CONTEXT",
  "ENTITY",
  "EVENT",
  "CLAIM",
  "RELATION",
  "UNCERTAINTY",
  "STATEMENT",
] as const;

/** What a fact or a step of a story can be about: the types of the contract that have an id. */
export const REF_TYPES = [
  "Source",
  "Country",
  "Place",
  "Forum",
  "Session",
  "Leader",
  "Office",
  "Agreement",
  "Event",
  "Story",
  "Fact",
  "Topic",
] as const;
