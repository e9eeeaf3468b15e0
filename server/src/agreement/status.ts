import type { Machine, StatusDefinition } from "../ledger/machine.ts";
import type { AGREEMENT_STATUSES, BINDINGS } from "./values.ts";

/** Where an agreement stands. */
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/**
 * What entering a status is, and so when two claims of it with different dates contradict each other. SPELL: a time in which
 * something goes on, so that later news of it is no contradiction. BY_PARTIES: an act that each party does on a day of its
 * own, so that claims about different parties do not contradict. MOMENT: it happens to the text once.
 */
export type Entry = "SPELL" | "BY_PARTIES" | "MOMENT";

interface AgreementDefinition extends StatusDefinition<AgreementStatus> {
  entry: Entry;
  /** Begins a sentence about an agreement that stands so. */
  subject: string;
  /** Ends "it can be …". */
  participle: string;
  /** Ends "it can't go back to being …". */
  being: string;
}

/** What it depends on whether some moves are legal for a text. */
export interface Circumstances {
  binding: (typeof BINDINGS)[number];
  requiresRatification: boolean;
  /** How many of the parties that must ratify have. */
  ratified: number;
  /** How many must. */
  mustRatify: number;
}

const ENDS = ["EXPIRED", "TERMINATED", "SUPERSEDED"] as const;

/** The machine of agreements, as data. `conditionOn` narrows some of its moves. */
export const AGREEMENT_MACHINE: Machine<AgreementStatus, AgreementDefinition> = {
  subject: "AGREEMENT",
  statuses: [
    {
      status: "PROPOSED",
      meaning: "One side has put it forward.",
      next: ["NEGOTIATING", "AGREED", "SIGNED", "ABANDONED"],
      entry: "SPELL",
      subject: "A proposed agreement",
      participle: "proposed",
      being: "proposed",
    },
    {
      status: "NEGOTIATING",
      meaning: "The parties are working on a text.",
      next: ["AGREED", "SIGNED", "ABANDONED"],
      entry: "SPELL",
      subject: "An agreement under negotiation",
      participle: "negotiated",
      being: "negotiating",
    },
    {
      status: "AGREED",
      meaning: "The text is agreed, not yet signed.",
      next: ["SIGNED", "IN_FORCE", "ABANDONED"],
      entry: "MOMENT",
      subject: "An agreed text",
      participle: "agreed",
      being: "agreed",
    },
    {
      status: "SIGNED",
      meaning: "Signed, not yet binding.",
      next: ["RATIFIED", "PROVISIONALLY_APPLIED", "IN_FORCE", "SUSPENDED", ...ENDS, "ABANDONED"],
      entry: "BY_PARTIES",
      subject: "A signed agreement",
      participle: "signed",
      being: "signed",
    },
    {
      status: "RATIFIED",
      meaning: "Ratified by every party that must.",
      next: ["PROVISIONALLY_APPLIED", "IN_FORCE", ...ENDS, "ABANDONED"],
      entry: "BY_PARTIES",
      subject: "A ratified agreement",
      participle: "ratified",
      being: "ratified",
    },
    {
      status: "PROVISIONALLY_APPLIED",
      meaning: "Applied before it is in force.",
      next: ["RATIFIED", "IN_FORCE", "SUSPENDED", ...ENDS],
      entry: "MOMENT",
      subject: "A provisionally applied agreement",
      participle: "applied provisionally",
      being: "provisionally applied",
    },
    {
      status: "IN_FORCE",
      meaning: "Binding.",
      next: ["SUSPENDED", ...ENDS],
      entry: "MOMENT",
      subject: "An agreement in force",
      participle: "brought into force",
      being: "in force",
    },
    {
      status: "SUSPENDED",
      meaning: "Its effect is paused.",
      next: ["IN_FORCE", ...ENDS],
      entry: "MOMENT",
      subject: "A suspended agreement",
      participle: "suspended",
      being: "suspended",
    },
    {
      status: "EXPIRED",
      meaning: "Its time ran out, or it was fulfilled.",
      next: [],
      entry: "MOMENT",
      subject: "An expired agreement",
      participle: "left to expire",
      being: "expired",
    },
    {
      status: "TERMINATED",
      meaning: "Ended by a party or by the parties.",
      next: [],
      entry: "MOMENT",
      subject: "A terminated agreement",
      participle: "terminated",
      being: "terminated",
    },
    {
      status: "SUPERSEDED",
      meaning: "Replaced by another agreement.",
      next: [],
      entry: "MOMENT",
      subject: "A superseded agreement",
      participle: "superseded",
      being: "superseded",
    },
    {
      status: "ABANDONED",
      meaning: "Given up before it was binding.",
      next: [],
      entry: "MOMENT",
      subject: "An abandoned agreement",
      participle: "given up",
      being: "abandoned",
    },
  ],
};
