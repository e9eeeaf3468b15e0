import type { Sheet, SheetEvent, SheetParticipant } from "./sheet.ts";
import { rankOf } from "./words.ts";

const ORDER = ["OFFICIAL", "MINISTER", "LEADER"];
const LEVEL: Record<string, string> = {
  LEADER: "LEADERS",
  MINISTER: "MINISTERS",
  OFFICIAL: "OFFICIALS",
};

/** Kinds whose level is that of the office concerned, whoever else is in the room. */
const OF_THE_HEAD = ["election", "inauguration"];
/** Kinds in which governments act as such, where no person is named. */
const OF_GOVERNMENTS = ["signing", "statement", "message", "other", "summit", "visit"];

/**
 * The level of an event: that of the lower of the two highest sides, the guest's for a visit.
 * A side is the country or forum somebody represents; its rank is that of its highest person.
 * Where only countries and forums are named: ministers when governments act, else officials.
 */
export function levelOf(sheet: Sheet, event: SheetEvent): string {
  if (OF_THE_HEAD.includes(event.kind)) return "LEADERS";
  const people = sheet.participants.filter(
    (one) => one.event_id === event.id && one.type === "leader",
  );
  const guests = people.filter((one) => one.role === "guest");
  const counted = event.kind === "visit" && guests.length > 0 ? guests : people;
  const sides = new Map<string, number>();
  for (const person of counted) {
    const side = person.represents_id ?? person.participant_id;
    sides.set(side, Math.max(sides.get(side) ?? 0, rankOfPerson(sheet, person)));
  }
  const ranks = [...sides.values()].sort((a, b) => b - a);
  const rank = ranks[1] ?? ranks[0];
  if (rank === undefined) {
    return OF_GOVERNMENTS.includes(event.kind) ? "MINISTERS" : "OFFICIALS";
  }
  return LEVEL[ORDER[rank] ?? ""] ?? "OFFICIALS";
}

function rankOfPerson(sheet: Sheet, person: SheetParticipant): number {
  const office = sheet.offices.find((one) => one.id === person.capacity_office_id);
  return office === undefined ? 0 : ORDER.indexOf(rankOf(office.kind));
}
