// What a change is hashed as. Pure.
//
//   change 1        change 2        change 3
//   prevHash  ┌───▶ prevHash  ┌───▶ prevHash
//   …         │     …         │     …
//   hash ─────┘     hash ─────┘     hash ───▶ the head: it stands for everything before it
//
// A change that was altered has another hash, so that every later one would have to be altered, too, and whoever noted a head sees it.
import { createHash } from "node:crypto";
import { canonical, held } from "./canonical.ts";
import type { ChangeRecord } from "./record.ts";

/** What of a change is hashed: everything but the hash. A column that comes later is named here, and changes no hash of before while it is empty. */
const HASHED: Record<keyof Omit<ChangeRecord, "hash">, true> = {
  revision: true,
  at: true,
  by: true,
  action: true,
  entityType: true,
  entityId: true,
  version: true,
  note: true,
  reportId: true,
  sourceId: true,
  undoes: true,
  before: true,
  after: true,
  lastReport: true,
  reportsHash: true,
  prevHash: true,
};

/** The text that a change is hashed as: canonical JSON of what it says, columns without a value left out. */
export function canonicalOf(change: Omit<ChangeRecord, "hash">): string {
  const names = Object.keys(HASHED) as (keyof typeof HASHED)[];
  return canonical(held(Object.fromEntries(names.map((name) => [name, change[name]]))));
}

/** The hash that a change must bear: the hexadecimal SHA-256 of its canonical text. */
export function hashOf(change: Omit<ChangeRecord, "hash">): string {
  return createHash("sha256").update(canonicalOf(change)).digest("hex");
}
