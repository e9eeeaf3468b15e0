import type { AgreementStatus } from "../app/operations.gen.ts";

/** The eight ways a status is drawn. `AGREED` is a denser negotiating; the last four statuses share one drawing, each with its own word. */
export type Look =
  | "proposed"
  | "negotiating"
  | "agreed"
  | "signed"
  | "partly"
  | "ratified"
  | "provisional"
  | "inforce"
  | "suspended"
  | "ended";

const LOOKS: Record<AgreementStatus, Look> = {
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

/** A status with the share of parties that have ratified. */
export interface Standing {
  status: AgreementStatus;
  ratified: number;
  mustRatify: number;
}

/** How a standing is drawn: signed and ratified by some is `partly`. */
export function lookOf({ status, ratified, mustRatify }: Standing): Look {
  return status === "SIGNED" && ratified > 0 && ratified < mustRatify ? "partly" : LOOKS[status];
}

/** A standing in words: `Signed`, `Ratified by 1 of 2`, `In force`. */
export function standingWords(standing: Standing): string {
  if (lookOf(standing) !== "partly") return WORDS[standing.status];
  return `Ratified by ${standing.ratified} of ${standing.mustRatify}`;
}

/** A bare status in words. */
export function statusWord(status: AgreementStatus): string {
  return WORDS[status];
}

/** What a standing did, for a list of changes: `came into force`, `was signed`. */
export function standingDeed(standing: Standing): string {
  if (lookOf(standing) === "partly")
    return `was ratified by ${standing.ratified} of ${standing.mustRatify}`;
  const deeds: Record<AgreementStatus, string> = {
    PROPOSED: "was proposed",
    NEGOTIATING: "is being negotiated",
    AGREED: "was agreed as a text",
    SIGNED: "was signed",
    RATIFIED: "was ratified",
    PROVISIONALLY_APPLIED: "was applied provisionally",
    IN_FORCE: "came into force",
    SUSPENDED: "was suspended",
    EXPIRED: "expired",
    TERMINATED: "was terminated",
    SUPERSEDED: "was replaced",
    ABANDONED: "was abandoned",
  };
  return deeds[standing.status];
}

/** The token that colours a look's strokes, as a custom property. */
export function colourOf(look: Look): string {
  const tokens: Record<Look, string> = {
    proposed: "--proposed",
    negotiating: "--negotiating",
    agreed: "--negotiating",
    signed: "--signed",
    partly: "--signed",
    ratified: "--ratified",
    provisional: "--inforce",
    inforce: "--inforce",
    suspended: "--suspended",
    ended: "--terminated",
  };
  return `var(${tokens[look]})`;
}
