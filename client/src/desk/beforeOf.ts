// An agreement before a save, as the preview compares it. Pure.
import type { Before } from "./preview.ts";
import type { Agreement } from "./statusForm.ts";

/** What stands, and whose pages show it. */
export function beforeOf(agreement: Agreement): Before {
  const { status, disputed, when, ratified, mustRatify, parties, events } = agreement;
  const shownBy = parties.map(({ name }) => name);
  return { status, disputed, when, ratified, mustRatify, shownBy, events: events.totalCount };
}
