import { sessionAsOf } from "../forum/forum.ts";
import { OPEN } from "../ledger/ledger.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import type { MarkState } from "./marks.ts";

/** A forum's session as the timeline reads it. */
export interface SessionFacts {
  id: string;
  forumId: string;
  name: string;
  status: string;
  theme: string | null;
  when: When;
  knownOn: Day;
  place: string | null;
  sources: number;
  /** Since when a summit is known that stands for the session; null when none is. */
  summitKnown: Day | null;
  /** The forum's members among the countries that have a lane. */
  members: readonly Member[];
}

/** A country's time in a forum, both ends included; null for an open one. */
export interface Member {
  countryId: string;
  fromDay: Day | null;
  toDay: Day | null;
}

/**
 * The members of a session's forum on its first day, as they were known to be on the day `known`: whoever had joined by then, and
 * whoever had not left by the first day, or was not known to. Only leaders meet for their countries.
 */
export function membersAt({ when, members, ...session }: SessionFacts, known: Day): string[] {
  const first = when.earliest ?? when.latest;
  if (first === null || levelOf(session) !== "LEADERS") return [];
  const belongs = ({ fromDay, toDay }: Member) =>
    (fromDay ?? -OPEN) <= Math.min(first, known) &&
    ((toDay ?? OPEN) >= first || known < (toDay ?? OPEN));
  return [...new Set(members.filter(belongs).map(({ countryId }) => countryId))];
}

/**
 * The states of knowledge of a session: one that was announced before it met becomes held on its first day. From the day
 * an event is known that is the summit itself, that event stands for it.
 */
export function statesOfSession(session: SessionFacts): MarkState[] {
  const { id, when, knownOn, summitKnown } = session;
  const begins = when.earliest !== null && when.earliest > knownOn ? [when.earliest] : [];
  const days = [knownOn, ...begins].filter((day) => summitKnown === null || day < summitKnown);
  return days.map((knownFrom, index) => {
    const state = sessionAsOf({ ...session, ...when }, knownFrom) ?? { ...session, ...when };
    return {
      slug: id,
      of: "SESSION",
      title: session.name,
      kind: "SUMMIT",
      status: state.status,
      level: levelOf(session),
      when: { ...when, fixed: state.fixed },
      formerWhen: null,
      rescheduledTo: null,
      partOf: null,
      disputed: false,
      knownFrom,
      knownTo: days[index + 1] ?? summitKnown,
      firstKnown: knownOn,
      place: session.place,
      summary: session.theme,
      sourceCount: session.sources,
    };
  });
}

/** Leaders come to what is called a summit or a council; other sessions are of ministers and their like. */
function levelOf({ name }: Pick<SessionFacts, "name">): string {
  return /\b(summit|council)\b/i.test(name) ? "LEADERS" : "MINISTERS";
}
