// What a save would do, in words, from what stands and from what a dry run answers. Pure.
import { statusWord } from "../agreement/status.ts";
import type { AgreementStatus, EventStatus } from "../app/operations.gen.ts";
import { eventStatusWord } from "../event/words.ts";
import { plural, shortDay } from "../when/words.ts";
import type { Corrected, Entity, Payload } from "./outcome.ts";

/** What stands, and who looks at it. */
export interface Before {
  status: string;
  /** How many claims disagree. */
  rivals: number;
  when: { edtf: string | null; text: string };
  ratified: number;
  mustRatify: number;
  /** Whose pages show it besides its own, such as `Russia`. */
  shownBy: readonly string[];
  /** How many events' pages name it. */
  events: number;
  /** How many streams follow the record; null where that is not known. */
  following: number | null;
}

const MAKES: Record<AgreementStatus, string> = {
  PROPOSED: "proposed",
  NEGOTIATING: "one under negotiation",
  AGREED: "agreed as a text",
  SIGNED: "signed",
  RATIFIED: "ratified",
  PROVISIONALLY_APPLIED: "provisionally applied",
  IN_FORCE: "binding: in force",
  SUSPENDED: "suspended",
  EXPIRED: "expired",
  TERMINATED: "terminated",
  SUPERSEDED: "replaced",
  ABANDONED: "abandoned",
};

/** What a dry run would do to an agreement: first what readers see, then from when it is known, then who sees it. */
export function agreementPreview(before: Before, payload: Payload & { entity: Entity }): string[] {
  const { entity, report } = payload;
  return [
    change(before, entity),
    disagreement(before.rivals, entity, (status) => statusWord(status as AgreementStatus)),
    report ? `Known from ${shortDay(report.knownOn)}${reasonOf(report.knownOnBasis)}.` : "",
    readers(before),
  ].filter((sentence) => sentence !== "");
}

function change(before: Before, { status, when, ratified = 0 }: Entity): string {
  const word = MAKES[status as AgreementStatus];
  if (status !== before.status)
    return `This makes the agreement ${word} ${dated(when.text)}. It is ${statusWord(before.status as AgreementStatus).toLowerCase()} now.`;
  const standing = statusWord(status as AgreementStatus).toLowerCase();
  if (ratified !== before.ratified)
    return `This makes it ratified by ${ratified} of ${before.mustRatify}. Its status stays ${standing}.`;
  if (when.edtf !== before.when.edtf)
    return `The agreement stays ${standing}; the date shown becomes ${when.text}, in place of ${before.when.text}.`;
  return `The agreement stays ${standing} ${dated(when.text)}. This adds a report to its history.`;
}

/** Whether sources then disagree, with every date that readers see; nothing where as many claims disagreed before. */
export function disagreement(
  was: number,
  { disputed, rivalClaims }: Pick<Entity, "disputed" | "rivalClaims">,
  word: (status: string) => string,
): string {
  if (!disputed) return was > 0 ? "Sources then agree." : "";
  if (rivalClaims.length === was) return "";
  const claims = rivalClaims.map(
    ({ status, when, claimant }) => `${word(status).toLowerCase()} ${when.text} (${claimant})`,
  );
  const shown = rivalClaims.find((one) => one.shown);
  return `Sources then disagree: readers see ${listed(claims)}${shown ? `. ${shown.when.text} is the date shown` : ""}.`;
}

function readers({ shownBy, events, following }: Before): string {
  const pages = 1 + shownBy.length + events;
  const named = [
    "its own",
    ...(shownBy.length > 3
      ? [plural(shownBy.length, "party’s", "parties’")]
      : shownBy.map((name) => `${name}’s`)),
    ...(events > 0 ? [plural(events, "event’s", "events’")] : []),
  ];
  return `Readers of ${plural(pages, "page")} see it at once, ${listed(named)}. ${followers(following)}`;
}

/** Who is told of it as they look: open pages and copies that follow the record, where it is known how many. */
export function followers(following: number | null): string {
  if (following === null) return "Open timelines show it within seconds.";
  if (following === 0) return "Nobody follows the record right now.";
  return following === 1
    ? "1 page or copy follows the record right now, and is told within seconds."
    : `${following} pages and copies follow the record right now, and are told within seconds.`;
}

/** Why it counts as known from a day. */
function reasonOf(basis: string): string {
  return basis === "SOURCE" ? ", the day its source came out" : "";
}

function dated(text: string): string {
  if (text === "" || text === "date not fixed") return "";
  return /^(about|perhaps|from|until)/.test(text) ? text : `from ${text}`;
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

/** What was saved, for a toast: `Strategic partnership is in force from 2 October 2025. Version 14.` */
export function savedWords(entity: Entity | Corrected): string {
  if (!("status" in entity))
    return `${entity.title}: ${entity.version === 1 ? "recorded" : "corrected"}. Version ${entity.version}.`;
  if (entity.title !== undefined)
    return `${entity.title}: ${eventStatusWord(entity.status as EventStatus).toLowerCase()}, ${entity.when.text}${entity.disputed ? "; sources disagree" : ""}. Version ${entity.version}.`;
  const name = entity.shortTitle ?? "";
  const word = statusWord(entity.status as AgreementStatus).toLowerCase();
  const share =
    entity.status === "SIGNED" && entity.ratified && entity.ratified < (entity.mustRatify ?? 0)
      ? `ratified by ${entity.ratified} of ${entity.mustRatify}`
      : `${word} ${dated(entity.when.text)}`.trim();
  return `${name}: ${share}${entity.disputed ? "; sources disagree" : ""}. Version ${entity.version}.`;
}
