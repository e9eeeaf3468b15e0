// The door of the room: people and the offices they hold.
export { type OfficeRow, officesById, type TermRow, termsOfCountries } from "./office.ts";
export { type LeaderRow, leadersById } from "./store.ts";
