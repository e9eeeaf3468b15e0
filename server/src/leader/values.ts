/** How high an office is; see `OfficeRank` in the contract. */
export const OFFICE_RANKS = ["LEADER", "MINISTER", "OFFICIAL"] as const;
