// The door of the room: every change, who made it and when; requests carried out once.

export { type ChangeFilter, revisionIn, type Wanted, wantedOf } from "./filter.ts";
export { follow, type Step, startOf } from "./follow.ts";
export {
  fingerprint,
  keepOutcome,
  type Outcome,
  outcomeOf,
} from "./idempotency.ts";
export { lastChanged } from "./latest.ts";
export { ledFilter } from "./led.ts";
export {
  followed,
  halfOf,
  type Merged,
  mergedBy,
  mergedInto,
  splitBy,
} from "./merged.ts";
export { changesOf } from "./pages.ts";
export { keyText, type Past, pastAt } from "./past.ts";
export { CHANGED, type Changed, type ChangeRecord, type NewChange } from "./record.ts";
export { recordersOf } from "./recorder.ts";
export { type ChangeRow, changeRow } from "./row.ts";
export { seal, sealed } from "./seal.ts";
export {
  changesAfter,
  changesOfRevisions,
  lastChange,
  lastChangeOf,
  lastStamp,
  lastTouchOf,
  recordChange,
  revision,
} from "./store.ts";
export { wordOf } from "./words.ts";
