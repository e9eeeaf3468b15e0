import { type ChangeRecord, type NewChange, recordChange } from "../src/history/history.ts";
import type { Storage } from "../src/storage/storage.ts";

/** A change of many at once, of which nothing else matters. */
export const CHANGE: NewChange = {
  at: "2026-01-05T08:00:00.000Z",
  by: "a test",
  action: "test",
  entityType: null,
  entityId: null,
  version: null,
  note: null,
  reportId: null,
  before: null,
  after: null,
};

/** Records one change, with what matters to the test. */
export function changed(storage: Storage, detail: Partial<NewChange> = {}): Promise<ChangeRecord> {
  return storage.write((tx) => recordChange(tx, { ...CHANGE, ...detail }));
}
