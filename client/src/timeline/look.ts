import type { AgreementStatus, BarSegment } from "./columns.ts";

/** How a stretch of a bar is drawn: several statuses share a look, and a share of ratifications has its own. */
export type Look =
  | "proposed"
  | "negotiating"
  | "agreed"
  | "signed"
  | "partlyRatified"
  | "ratified"
  | "provisional"
  | "inforce"
  | "suspended"
  | "ended";

/** All looks, from the least binding to the end. */
export const LOOKS: readonly Look[] = [
  "proposed",
  "negotiating",
  "agreed",
  "signed",
  "partlyRatified",
  "ratified",
  "provisional",
  "inforce",
  "suspended",
  "ended",
];

const LOOK_OF: Record<AgreementStatus, Look> = {
  PROPOSED: "proposed",
  NEGOTIATING: "negotiating",
  AGREED: "agreed",
  SIGNED: "signed",
  RATIFIED: "ratified",
  PROVISIONALLY_APPLIED: "provisional",
  IN_FORCE: "inforce",
  SUSPENDED: "suspended",
  EXPIRED: "ended",
  TERMINATED: "ended",
  SUPERSEDED: "ended",
  ABANDONED: "ended",
};

const WORDS: Record<AgreementStatus, string> = {
  PROPOSED: "Proposed",
  NEGOTIATING: "Negotiating",
  AGREED: "Text agreed",
  SIGNED: "Signed",
  RATIFIED: "Ratified",
  PROVISIONALLY_APPLIED: "Provisionally applied",
  IN_FORCE: "In force",
  SUSPENDED: "Suspended",
  EXPIRED: "Expired",
  TERMINATED: "Terminated",
  SUPERSEDED: "Replaced",
  ABANDONED: "Abandoned",
};

type Stage = Pick<BarSegment, "status" | "ratified" | "mustRatify">;

/** The look of a status alone. */
export function lookOfStatus(status: AgreementStatus): Look {
  return LOOK_OF[status];
}

/** The word of the first status that has a look. */
export function wordsOfLook(look: Look): string {
  const statuses = Object.keys(LOOK_OF) as AgreementStatus[];
  const status = statuses.find((one) => LOOK_OF[one] === look);
  return status ? WORDS[status] : "";
}

/** The look of a stretch: a signed text that some have ratified is split by their share. */
export function lookOf(stage: Stage): Look {
  return isPartlyRatified(stage) ? "partlyRatified" : LOOK_OF[stage.status];
}

/** Whether some, but not all, of those who must have ratified. */
export function isPartlyRatified({ status, ratified, mustRatify }: Stage): boolean {
  return status === "SIGNED" && ratified > 0 && ratified < mustRatify;
}

/** `In force`, or `Ratified by 2 of 6`. */
export function wordsOf(stage: Stage): string {
  return isPartlyRatified(stage)
    ? `Ratified by ${stage.ratified} of ${stage.mustRatify}`
    : WORDS[stage.status];
}

/** A look in one word, as a key says it: what ended did so in one of several ways. */
export function lookWord(look: Look): string {
  if (look === "partlyRatified") return "Partly ratified";
  if (look === "ended") return "Ended";
  const status = (Object.keys(LOOK_OF) as AgreementStatus[]).find((one) => LOOK_OF[one] === look);
  return status ? WORDS[status] : "";
}

/** Which of two transitions has the better claim to its date: in force, signed, ratified, then the others. */
export function weightOf(look: Look): number {
  if (look === "inforce") return 4;
  if (look === "signed") return 3;
  return look === "ratified" ? 2 : 1;
}
