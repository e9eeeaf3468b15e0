// The fields of an event that is not here yet: what is wrong with them, and what they say. Pure.
import type {
  EventKind,
  EventLevel,
  EventStatus,
  ParticipantRole,
  SearchKind,
} from "../app/operations.gen.ts";
import type { Day } from "../when/day.ts";
import { plural } from "../when/words.ts";
import { boundsOf } from "../when/written.ts";
import { eventWhen, knownWords } from "./happening.ts";
import type { Entity, Payload, Problem } from "./outcome.ts";
import {
  BLANK_SAID,
  edtfOf,
  inputOfSaid,
  problemsOfKnownOn,
  problemsOfSource,
  type Said,
  voiceOf,
} from "./said.ts";

/** What can be looked up by its name: by the search, or in the lists of places and offices. */
export type Found = SearchKind | "PLACE" | "OFFICE";

/** Something recorded that a form names: by its slug, a country by its code. */
export interface Named {
  of: Found;
  key: string;
  name: string;
  aside: string | null;
  /** Its global id, where that is known. */
  id?: string;
}

export interface Taking extends Named {
  role: ParticipantRole;
}

export type Relation = "DISCUSSED" | "PREPARED" | "SIGNED" | "RATIFIED";

export interface NewValues extends Said {
  kind: EventKind;
  level: EventLevel;
  /** Null: as its date says. */
  status: EventStatus | null;
  title: string;
  summary: string;
  participants: Taking[];
  place: Named | null;
  agreements: (Named & { relation: Relation })[];
}

export const BLANK_NEW: NewValues = {
  ...BLANK_SAID,
  kind: "MEETING",
  level: "LEADERS",
  status: null,
  title: "",
  summary: "",
  participants: [],
  place: null,
  agreements: [],
};

/** Where an event stands by its date alone: held when that has passed, planned when it is a day to come, else hoped for. */
export function statusBy(values: Pick<NewValues, "date" | "status">, today: Day): EventStatus {
  if (values.status !== null) return values.status;
  const said = edtfOf(values.date, today);
  if ("problem" in said || said.edtf === null) return "EXPECTED";
  const { earliest, latest } = boundsOf(said.edtf);
  if (latest !== null && latest <= today) return "HELD";
  const isDay = /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(said.edtf);
  return isDay && earliest !== null && earliest > today ? "SCHEDULED" : "EXPECTED";
}

const ROLES: Partial<Record<EventKind, [first: ParticipantRole, others: ParticipantRole]>> = {
  STATEMENT: ["SPEAKER", "SUBJECT"],
  MESSAGE: ["SENDER", "RECIPIENT"],
  SIGNING: ["SIGNATORY", "SIGNATORY"],
  ELECTION: ["CANDIDATE", "CANDIDATE"],
  INAUGURATION: ["SUBJECT", "PARTICIPANT"],
};

/** The role that the next one to take part most likely has. */
export function likelyRole(
  kind: EventKind,
  { of }: Pick<Named, "of">,
  others: readonly Pick<Taking, "role">[],
): ParticipantRole {
  if (kind === "VISIT")
    return of === "LEADER" && !others.some(({ role }) => role === "GUEST") ? "GUEST" : "HOST";
  const [first, next] = ROLES[kind] ?? ["PARTICIPANT", "PARTICIPANT"];
  return others.length === 0 ? first : next;
}

/** The title of a visit where none is written: `Masoud Pezeshkian to visit Russia`. Empty for anything else. */
export function usualTitle(values: NewValues, today: Day): string {
  const named = (role: ParticipantRole) =>
    values.participants.find((one) => one.role === role)?.name;
  const [guest, host] = [named("GUEST"), named("HOST")];
  if (values.kind !== "VISIT" || !guest || !host) return "";
  return `${guest} ${statusBy(values, today) === "HELD" ? "visits" : "to visit"} ${host}`;
}

/** What is wrong with the fields, in the order in which they stand. */
export function checkNew(values: NewValues, today: Day): Problem[] {
  const when = eventWhen(values.date, statusBy(values, today), today);
  const title = values.title.trim() || usualTitle(values, today);
  return [
    ...(values.participants.length === 0
      ? [{ field: "participants", message: "Say who takes part: a leader, a country or a forum." }]
      : []),
    ...("problem" in when ? [{ field: "date", message: when.problem }] : []),
    ...(title === ""
      ? [
          {
            field: "title",
            message: "Give it a title, such as “Putin and Pezeshkian meet in Moscow”.",
          },
        ]
      : []),
    ...problemsOfSource(values.source, today),
    ...problemsOfKnownOn(values.knownOn, today),
  ];
}

/** The sentence of the history where no note is written: `Recorded from IRNA.` */
export function usualNewNote(values: NewValues): string {
  const voice = voiceOf(values);
  return voice && `Recorded from ${voice}.`;
}

/** The mutation of fields in order: a planned visit of one guest to one country as that, anything else as an event. */
export function newInput(values: NewValues, today: Day) {
  const { kind, level, participants, agreements, place, summary } = values;
  const status = statusBy(values, today);
  const when = eventWhen(values.date, status, today);
  const title = values.title.trim() || usualTitle(values, today);
  const edtf = "edtf" in when ? when.edtf : null;
  const common = {
    ...(title && { title }),
    level,
    ...(edtf !== null && { when: edtf }),
    ...(place && { place: place.key }),
    ...inputOfSaid(values, today, usualNewNote(values)),
  };
  const [guest, host] = [
    participants.find(({ role, of }) => role === "GUEST" && of === "LEADER"),
    participants.find(({ role, of }) => role === "HOST" && of === "COUNTRY"),
  ];
  const isBare = participants.length === 2 && agreements.length === 0 && summary.trim() === "";
  // As the API itself takes a visit's date: a day fixes it.
  const isDay = edtf !== null && /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(edtf);
  const isPlan = status === (isDay ? "SCHEDULED" : "EXPECTED");
  if (kind === "VISIT" && guest && host && isBare && isPlan)
    return { action: "planVisit", input: { ...common, guest: guest.key, host: host.key } };
  const input = {
    ...common,
    kind,
    status,
    participants: participants.map(({ of, key, role }) => ({ role, [of.toLowerCase()]: key })),
    ...(agreements.length > 0 && {
      agreements: agreements.map(({ key, relation }) => ({ agreement: key, relation })),
    }),
    ...(summary.trim() && { summary: summary.trim() }),
  };
  return { action: "recordEvent", input };
}

/** What recording it would come to, in words. */
export function newPreview(
  { entity, report }: Payload & { entity: Entity },
  { participants, agreements }: Pick<NewValues, "participants" | "agreements">,
): string[] {
  const pages = 1 + participants.length + agreements.length;
  const stands = { HELD: "held", SCHEDULED: "planned" }[entity.status] ?? "hoped for";
  return [
    `This records “${entity.title}”: ${stands}, ${entity.when.text}.`,
    report ? knownWords(report) : "",
    `Readers of ${plural(pages, "page")} see it at once; open timelines within seconds.`,
  ].filter((sentence) => sentence !== "");
}
