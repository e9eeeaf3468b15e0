// An agreement before a save, as the preview compares it. Pure.
import type { Before } from "./preview.ts";
import type { Agreement } from "./statusForm.ts";

/** What stands, and whose pages show it. */
export function beforeOf(agreement: Agreement, following: number | null): Before {
  const { status, rivalClaims, when, ratified, mustRatify, parties, events } = agreement;
  const shownBy = parties.map(({ name }) => name);
  const rivals = rivalClaims.length;
  return {
    status,
    rivals,
    when,
    ratified,
    mustRatify,
    shownBy,
    events: events.totalCount,
    following,
  };
}
