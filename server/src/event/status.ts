import type { Machine, StatusDefinition } from "../ledger/machine.ts";
import { definitionIn, isStatusIn, listed, rankIn } from "../ledger/machine.ts";
import { Refusal } from "../refusal.ts";
import type { EVENT_STATUSES } from "./values.ts";

/** Where an event stands. */
export type EventStatus = (typeof EVENT_STATUSES)[number];

interface EventDefinition extends StatusDefinition<EventStatus> {
  /** Begins a sentence about an event that stands so. */
  subject: string;
  /** Ends "it can be …". */
  participle: string;
}

/** The machine of events, as data. SCHEDULED may follow itself: that is a move to another date. */
export const EVENT_MACHINE: Machine<EventStatus, EventDefinition> = {
  subject: "EVENT",
  statuses: [
    {
      status: "EXPECTED",
      meaning: "Hoped for or announced; the date is not fixed.",
      next: ["SCHEDULED", "HELD", "POSTPONED", "CANCELLED"],
      subject: "An expected event",
      participle: "expected",
    },
    {
      status: "SCHEDULED",
      meaning: "The date is fixed.",
      next: ["SCHEDULED", "HELD", "POSTPONED", "CANCELLED"],
      subject: "A scheduled event",
      participle: "scheduled",
    },
    {
      status: "POSTPONED",
      meaning: "Put off from the date it had, to another or to none yet.",
      next: ["EXPECTED", "SCHEDULED", "HELD", "CANCELLED"],
      subject: "A postponed event",
      participle: "postponed",
    },
    {
      status: "CANCELLED",
      meaning: "Called off. It may be revived.",
      next: ["EXPECTED", "SCHEDULED"],
      subject: "A cancelled event",
      participle: "cancelled",
    },
    {
      status: "HELD",
      meaning: "It has taken place. Nothing follows.",
      next: [],
      subject: "An event that was held",
      participle: "held",
    },
  ],
};

/** Whether a text is an event status. */
export function isEventStatus(text: string): text is EventStatus {
  return isStatusIn(EVENT_MACHINE, text);
}

/** The place of a status in the usual order; -1 for a text that is none. */
export function rank(status: string): number {
  return rankIn(EVENT_MACHINE, status);
}

/** The statuses that may follow; all of them for an event of which nothing is known. */
export function legalMoves(from: EventStatus | null): EventStatus[] {
  if (from === null) return EVENT_MACHINE.statuses.map((definition) => definition.status);
  return [...definitionIn(EVENT_MACHINE, from).next];
}

/**
 * Whether a claim of `to` is in order where an event stands at `from`: a legal move, or more news of the same status, such as
 * a narrower window, or a rival date for what was held.
 */
export function accepts(from: EventStatus | null, to: EventStatus): boolean {
  return from === to || legalMoves(from).includes(to);
}

/** Why a move is not legal, in words that say what is; null when it is legal. */
export function whyNot(from: EventStatus | null, to: EventStatus): string | null {
  const legal = legalMoves(from);
  if (from === null || legal.includes(to)) return null;
  const { subject, participle } = definitionIn(EVENT_MACHINE, from);
  if (from === to) return `It is ${participle} already.`;
  const others = legal.filter((status) => status !== from);
  const wordsOf = (status: EventStatus) => definitionIn(EVENT_MACHINE, status).participle;
  const wayOut =
    others.length === 0
      ? "Nothing follows. If the record is wrong, retract its report instead."
      : `From here it can be ${listed(others.map(wordsOf))}.`;
  return `${subject} can't be ${wordsOf(to)}. ${wayOut}`;
}

/** The refusal of a report that is not in order (`accepts`), with the current status and the legal ones; null when it is. */
export function refuseMove(from: EventStatus | null, to: EventStatus): Refusal | null {
  if (accepts(from, to)) return null;
  const facts = { currentStatus: from, legal: legalMoves(from) };
  return new Refusal("ILLEGAL_TRANSITION", whyNot(from, to) ?? "", { facts, path: ["status"] });
}
