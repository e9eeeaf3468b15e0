// The door of the room: every change, who made it and when; requests carried out once.
export {
  fingerprint,
  keepOutcome,
  type Outcome,
  outcomeOf,
} from "./idempotency.ts";
export { keyText, type Past, pastAt } from "./past.ts";
export { type ChangeRow, changeRow } from "./row.ts";
export {
  type ChangeRecord,
  changesOfEntities,
  changesOfRevisions,
  countChangesOfEntities,
  lastChange,
  lastChangeOf,
  lastStamp,
  recordChange,
  revision,
} from "./store.ts";
