/** `free-trade-agreement` → `FREE_TRADE_AGREEMENT`. */
export function screaming(word: string): string {
  return word.replaceAll("-", "_").toUpperCase();
}

const CONFIDENCE: Record<string, string> = {
  certain: "CERTAIN",
  "well-established": "WELL_ESTABLISHED",
  uncertain: "UNCERTAIN",
};

/** The sheet's three degrees of confidence in the schema's words. */
export function confidenceOf(word: string): string {
  const known = CONFIDENCE[word];
  if (known === undefined) throw new Error(`No such confidence: ${word}`);
  return known;
}

const BINDING: Record<string, string> = { yes: "LEGAL", political: "POLITICAL", no: "NONE" };

/** Whether a text binds, in the schema's words. */
export function bindingOf(word: string): string {
  const known = BINDING[word];
  if (known === undefined) throw new Error(`No such bindingness: ${word}`);
  return known;
}

const KIND_OF_EVENT: Record<string, string> = { "phone-call": "CALL", accident: "OTHER" };

/** The kind of an event: calls are calls however they are made, accidents are other. */
export function eventKindOf(word: string): string {
  return KIND_OF_EVENT[word] ?? screaming(word);
}

/**
 * Ranks of offices by their kind; every kind that is not named here is an OFFICIAL's.
 * The general secretary of a party and its foreign-policy chief are neither head of state nor of
 * government, but they rank with ministers.
 */
const RANK: Record<string, string> = {
  "head-of-state": "LEADER",
  "acting-head-of-state": "LEADER",
  "head-of-government": "LEADER",
  "acting-head-of-government": "LEADER",
  "deputy-head-of-government": "MINISTER",
  "foreign-minister": "MINISTER",
  "acting-foreign-minister": "MINISTER",
  minister: "MINISTER",
  speaker: "MINISTER",
  "security-council-secretary": "MINISTER",
  "organisation-head": "MINISTER",
  "party-leader": "MINISTER",
  "party-official": "MINISTER",
};

/** The rank of an office of this kind. */
export function rankOf(kind: string): string {
  return RANK[kind] ?? "OFFICIAL";
}

/** How a status word of the sheet reads in Entente. */
export interface StatusWord {
  /** The status it moves to, or `KEEP` for one that leaves the agreement where it stands. */
  status: string;
  /** The finer word, null when the status says it all. */
  step: string | null;
  /** Whether the agreement enters the status. */
  moves: boolean;
}

const moves = (status: string, step: string | null = null): StatusWord => ({
  status,
  step,
  moves: true,
});
const keeps = (step: string): StatusWord => ({ status: "KEEP", step, moves: false });

/** Every status word of the sheet. The comments give the reason where it is a judgement. */
export const STATUS_WORDS: Record<string, StatusWord> = {
  proposed: moves("PROPOSED"),
  negotiating: moves("NEGOTIATING"),
  signed: moves("SIGNED"),
  "in-force": moves("IN_FORCE"),
  superseded: moves("SUPERSEDED"),
  terminated: moves("TERMINATED"),
  suspended: moves("SUSPENDED"),
  // The negotiators had the text: agreed, but a plan of action that nobody signs.
  concluded: moves("AGREED", "CONCLUDED"),
  "text-agreed": moves("AGREED", "TEXT_AGREED"),
  // A joint statement is neither signed nor ratified: its commitments stand from the day of issue.
  issued: moves("IN_FORCE", "ISSUED"),
  // Both sides agreed to put it into effect again, so from that day it is in effect.
  reactivated: moves("IN_FORCE", "REACTIVATED"),
  // One claimant says so; rivals, if any, are told apart by the fold.
  "reported-in-force": moves("IN_FORCE", "REPORTED_IN_FORCE"),
  // A memorandum of obligations that were met has nothing left to bind.
  fulfilled: moves("EXPIRED", "FULFILLED"),

  // A party's own act. The status follows when every party that must has ratified.
  ratified: { status: "SIGNED", step: "RATIFIED", moves: false },
  submitted: keeps("SUBMITTED"),
  recommended: keeps("RECOMMENDED"),
  approved: keeps("APPROVED"),
  "sent-to-president": keeps("SENT_TO_PRESIDENT"),
  promulgated: keeps("PROMULGATED"),
  notified: keeps("NOTIFIED"),
  "under-review": keeps("UNDER_REVIEW"),

  // On the way to a text, and from the text to the signature.
  "draft-presented": keeps("DRAFT_PRESENTED"),
  // Claimed by one official and denied by two the same day: no move, in neither direction.
  paused: keeps("PAUSED"),
  "draft-approved": keeps("DRAFT_APPROVED"),
  "ready-to-sign": keeps("READY_TO_SIGN"),
  "signing-planned": keeps("SIGNING_PLANNED"),
  "signing-postponed": keeps("SIGNING_POSTPONED"),
  "signing-announced": keeps("SIGNING_ANNOUNCED"),

  // Life after the signature.
  endorsed: keeps("ENDORSED"),
  "adoption-day": keeps("ADOPTION_DAY"),
  extended: keeps("EXTENDED"),
  // Carrying out a text is not its entry into force; the programme's text is not even public.
  "implementation-started": keeps("IMPLEMENTATION_STARTED"),
  "implementation-discussed": keeps("IMPLEMENTATION_DISCUSSED"),
  implemented: keeps("IMPLEMENTED"),
  // One party left or did less; the others went on.
  withdrawn: keeps("WITHDRAWN"),
  "reduced-compliance": keeps("REDUCED_COMPLIANCE"),
  // Steps under resolution 2231. Whether they had effect is what the parties disagree about.
  "snapback-attempted": keeps("SNAPBACK_ATTEMPTED"),
  "snapback-notified": keeps("SNAPBACK_NOTIFIED"),
  "snapback-effective": keeps("SNAPBACK_EFFECTIVE"),
};

/** Reads one status word. @throws when the sheet uses a word that has no reading yet */
export function statusWord(word: string): StatusWord {
  const known = STATUS_WORDS[word];
  if (known === undefined) throw new Error(`No reading for the status "${word}"`);
  return known;
}

/** The kinds of text that a party ratifies before they bind it. A protocol only if it binds. */
export function requiresRatification(kind: string, binding: string): boolean {
  const always = ["treaty", "convention", "free-trade-agreement", "interim-trade-agreement"];
  return always.includes(kind) || (kind === "protocol" && binding === "yes");
}
