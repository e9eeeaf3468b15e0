// Which tables a copy of the data is made of.
import type { TableName } from "../storage/shape.ts";

/**
 * Every table, and what becomes of it in a copy. `copied`: its rows are. `derived`: made anew from what is copied. `private`: nobody else's
 * business. In the order in which rows can be inserted: what others point at comes first, and the log of changes last.
 */
const FATES = {
  dataset: "copied",
  topic: "copied",
  source: "copied",
  country: "copied",
  place: "copied",
  forum: "copied",
  membership: "copied",
  membershipSource: "copied",
  session: "copied",
  sessionSource: "copied",
  leader: "copied",
  office: "copied",
  term: "copied",
  termSource: "copied",
  agreement: "copied",
  agreementParty: "copied",
  agreementTopic: "copied",
  event: "copied",
  eventParticipant: "copied",
  eventAgreement: "copied",
  eventTopic: "copied",
  report: "copied",
  reportSource: "copied",
  reportParty: "copied",
  fact: "copied",
  factRef: "copied",
  factSource: "copied",
  story: "copied",
  storyStep: "copied",
  storyStepRef: "copied",
  storyStepSource: "copied",
  change: "copied",
  pastRow: "copied",
  agreementState: "derived",
  eventState: "derived",
  tally: "derived",
  tallyStale: "derived",
  searchEntry: "derived",
  searchStale: "derived",
  user: "private",
  login: "private",
  account: "private",
  verification: "private",
  joinLink: "private",
  token: "private",
  accessChange: "private",
  secret: "private",
  idempotency: "private",
} as const satisfies Record<TableName, "copied" | "derived" | "private">;

/** A table whose rows are copied. */
export type Copied = {
  [Name in keyof typeof FATES]: (typeof FATES)[Name] extends "copied" ? Name : never;
}[keyof typeof FATES];

/** The tables whose rows are copied, in the order in which they can be inserted. */
export const COPIED = Object.entries(FATES)
  .filter(([, fate]) => fate === "copied")
  .map(([name]) => name as Copied);

/** Columns that point at rows of their own table or of a later one: filled once all of those are there. */
export const LATER: Partial<Record<Copied, readonly string[]>> = {
  country: ["capitalId"],
  source: ["mergedInto"],
  forum: ["mergedInto"],
  agreement: ["supersedesId", "mergedInto"],
  event: ["partOfId", "rescheduledToId", "mergedInto"],
};
