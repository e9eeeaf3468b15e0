/** How exact a date is; see `WhenPrecision` in the contract. */
export const PRECISIONS = ["DAY", "MONTH", "YEAR", "INTERVAL", "NONE"] as const;

/** What a date says about its own certainty; see `WhenQualifier` in the contract. */
export const QUALIFIERS = ["APPROXIMATE", "UNCERTAIN", "UNCERTAIN_AND_APPROXIMATE"] as const;
