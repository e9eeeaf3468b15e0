/** How sure a fact is, the surest first; see `Confidence` in the contract. */
export const CONFIDENCES = ["CERTAIN", "WELL_ESTABLISHED", "UNCERTAIN"] as const;

/** What a report is about. */
export const SUBJECTS = ["EVENT", "AGREEMENT"] as const;

/** What a report does in the ledger; see `ReportAct` in the contract. */
export const REPORT_ACTS = ["CLAIM", "RETRACTION", "PREFERENCE"] as const;

/** Where a report's day of knowledge comes from; see `KnownOnBasis` in the contract. */
export const KNOWN_ON_BASES = ["SOURCE", "EVENT_DAY", "HORIZON", "EDITOR"] as const;

/** Who stands behind a claim; see `Standing` in the contract. */
export const STANDINGS = ["PARTY", "OUTLET"] as const;

/** `knownTo` of what is still known: later than every day, so that ranges need no special case. */
export const OPEN = 2_147_483_647;
