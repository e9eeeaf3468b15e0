/** What a country is in international law; see `CountryKind` in the contract. */
export const COUNTRY_KINDS = ["STATE", "FORMER_STATE", "ORGANISATION"] as const;
