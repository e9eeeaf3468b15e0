import type { ForumKind, MembershipRole, SessionMode } from "../app/operations.gen.ts";

/** What a forum is, in words. */
export function forumKindWord(kind: ForumKind): string {
  return {
    ORGANISATION: "Organisation",
    INTERGOVERNMENTAL_GROUP: "Group of states",
    NEGOTIATION_FORMAT: "Negotiating format",
    TREATY_COMMUNITY: "States bound by one treaty",
    SUMMIT_SERIES: "Series of summits",
    BUSINESS_FORUM: "Business conference",
  }[kind];
}

/** In what capacity a country belongs. */
export function roleWord(role: MembershipRole): string {
  const words: Record<MembershipRole, string> = {
    FULL: "Member",
    FOUNDING: "Founding member",
    OBSERVER: "Observer",
    INVITED: "Invited",
    APPLICANT: "Applicant",
    ACCEDING: "Joining",
    PARTNER: "Partner",
    DIALOGUE_PARTNER: "Dialogue partner",
    GUARANTOR: "Guarantor",
    HOST: "Host",
    PARTICIPANT: "Participant",
    MEDIATOR: "Mediator",
    PERMANENT: "Permanent member",
  };
  return words[role];
}

/** How a session meets. */
export function modeWord(mode: SessionMode): string {
  return { IN_PERSON: "In one room", VIRTUAL: "By video", HYBRID: "In one room and by video" }[
    mode
  ];
}
