// Forums, who is a member, and their sessions. Pure.
import type { Thing } from "../thing.ts";
import { CONFIDENCE, COUNTRY, choice, FROM, REMARK, TO } from "./often.ts";

export const forum: Thing = {
  type: "Forum",
  noun: "forum",
  article: "a",
  ask: "forum(slug: $slug)",
  room: "forums",
  called: "name",
  fields: [
    { name: "name", label: "Name", kind: "text", needs: true },
    { name: "shortName", label: "Short name", kind: "text" },
    {
      name: "kind",
      label: "Kind",
      kind: "choice",
      options: choice(
        "ORGANISATION",
        "INTERGOVERNMENTAL_GROUP: Group of states",
        "NEGOTIATION_FORMAT: Negotiating format",
        "TREATY_COMMUNITY: States bound by one treaty",
        "SUMMIT_SERIES: Series of summits",
        "BUSINESS_FORUM: Business conference",
      ),
    },
    { name: "founded", label: "Founded", kind: "date", sourced: true },
    REMARK,
  ],
  parts: [
    { of: "session", heading: "Sessions", ask: "sessions(first: 100)" },
    { of: "membership", heading: "Members", ask: "memberships(first: 100)" },
  ],
};

export const membership: Thing = {
  type: "Membership",
  noun: "membership",
  article: "a",
  ask: "node(id: $slug)",
  owner: "forum",
  room: null,
  called: "country",
  fields: [
    { ...COUNTRY, only: "new", needs: true },
    {
      name: "role",
      label: "As",
      kind: "choice",
      sourced: true,
      options: choice(
        "FULL: Member",
        "FOUNDING: Founding member",
        "OBSERVER",
        "INVITED",
        "APPLICANT",
        "ACCEDING: Joining",
        "PARTNER",
        "DIALOGUE_PARTNER",
        "GUARANTOR",
        "HOST",
        "PARTICIPANT",
        "MEDIATOR",
        "PERMANENT: Permanent member",
      ),
    },
    FROM,
    TO,
    CONFIDENCE,
    REMARK,
  ],
};

export const session: Thing = {
  type: "Session",
  noun: "session",
  article: "a",
  ask: "node(id: $slug)",
  owner: "forum",
  room: null,
  called: "name",
  fields: [
    { name: "name", label: "Name", kind: "text", needs: true, placeholder: "16th BRICS summit" },
    {
      name: "status",
      label: "Stands as",
      kind: "choice",
      options: choice(
        "HELD",
        "SCHEDULED: Planned, date fixed",
        "EXPECTED: Hoped for, date not fixed",
        "POSTPONED",
        "CANCELLED",
      ),
      sourced: true,
    },
    { name: "when", label: "When", kind: "date", read: "when { edtf }", sourced: true },
    {
      name: "place",
      label: "Place",
      kind: "one",
      finds: ["PLACE"],
      read: "place { slug name }",
      sourced: true,
      placeholder: "Kazan",
    },
    { name: "ordinal", label: "Number", aside: "as in 16th", kind: "number" },
    {
      name: "mode",
      label: "Meets",
      kind: "choice",
      options: [
        ["", "Not said"],
        ...choice(
          "IN_PERSON: In one room",
          "VIRTUAL: By video",
          "HYBRID: In one room and by video",
        ),
      ],
    },
    { name: "theme", label: "Theme", kind: "text" },
    CONFIDENCE,
    REMARK,
  ],
};
