import type { Sheet, SheetEvent } from "./sheet.ts";

/** Pairs that the rule below would get wrong, with the relation that the event's own words give. */
const GIVEN: Record<string, string> = {
  // Visits during which the text was signed, with no signing of its own in the data.
  "visit-khatami-moscow-2001 ru-ir-2001": "SIGNED",
  "visit-zarif-moscow-2020-06 ru-ir-2020-declaration": "SIGNED",
  "visit-araghchi-moscow-2025-12 ru-ir-consultations-2025": "SIGNED",
  // A plan that nobody signs; the text was finished there.
  "jcpoa-conclusion-2015 jcpoa-2015": "PREPARED",
  // The protocol was signed; what it extends was not.
  "signing-eaeu-protocol-2022 eaeu-ir-2018": "DISCUSSED",
  // Put off: nothing was signed in Kazan.
  "signing-treaty-kazan-planned ru-ir-2025": "PREPARED",
  // Known long before the signature, which has an event of its own.
  "visit-pezeshkian-moscow-2025 ru-ir-2025": "PREPARED",
};

/** Votes that carry a ratification forward. The other votes are about something else. */
const RATIFYING = ["vote-duma-2025", "vote-federation-council-2025", "vote-majlis-2025"];
/** People who negotiate prepare a text; people who make statements talk about it. */
const NEGOTIATING = ["visit", "meeting", "talks", "phone-call"];

/**
 * How an event bears on an agreement: `SIGNED` by a signing, `RATIFIED` by a ratifying vote,
 * `PREPARED` by negotiators before the first signature or entry into force, else `DISCUSSED`.
 */
export function relationOf(sheet: Sheet, event: SheetEvent, agreementId: string): string {
  const given = GIVEN[`${event.id} ${agreementId}`];
  if (given !== undefined) return given;
  if (event.kind === "signing") return "SIGNED";
  if (RATIFYING.includes(event.id)) return "RATIFIED";
  const made = sheet.changes
    .filter((change) => change.agreement_id === agreementId)
    .filter((change) => ["signed", "issued", "concluded"].includes(change.status))
    .map((change) => change.earliest ?? change.date)
    .sort()[0];
  const before = made !== undefined && (event.earliest ?? event.date) < made;
  return before && NEGOTIATING.includes(event.kind) ? "PREPARED" : "DISCUSSED";
}
