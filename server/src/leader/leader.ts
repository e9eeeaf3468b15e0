// The door of the room: people and the offices they hold.
export { MERGING_LEADERS } from "./merge.ts";
export {
  type LeaderRow,
  leaderAsOf,
  leadersById,
  type OfficeRow,
  officesById,
  type TermRow,
  termsOfCountries,
  termsOfLeaders,
} from "./store.ts";
export { LEADER, OFFICE } from "./thing.ts";
