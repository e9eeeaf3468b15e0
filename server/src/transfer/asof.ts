// What of each row was known on a day: a copy as of that day answers what the whole answers as of it, and tells nothing else.
import { eventsBySlug } from "../event/event.ts";
import { sessionAsOf } from "../forum/forum.ts";
import { leaderAsOf } from "../leader/leader.ts";
import { pick, type Stored } from "../storage/pick.ts";
import { type AnyRow, pagesOf } from "../storage/shape.ts";
import { summaryKnown } from "../story/story.ts";
import type { Copied } from "./copied.ts";
import {
  all,
  type Known,
  knowing,
  type Late,
  type LookBack,
  nobodyNamed,
  noteNamed,
  ownerOf,
} from "./known.ts";
import { marked, markOf } from "./mark.ts";

/** What a remark is on an earlier day: it was written with hindsight. */
const unremarked: Known = (rows) => rows.map((row) => ({ ...row, note: null }));

/** How each table is seen on the day. One that is not named here holds nothing that could tell the future. */
function rules(look: LookBack, late: Late): Partial<Record<Copied, Known>> {
  const { tx, asOf } = look;
  const {
    ids,
    owned,
    spokenOf,
    ofEvent,
    ofAgreement,
    resting,
    both,
    begun,
    toldOf,
    spells,
    isReportKnown,
    isOut,
    isSessionKnown,
    ofReport,
    stated,
    pointing,
    told,
    ofStep,
    whole,
    ledTo,
    once,
  } = knowing(look, late);

  return {
    country: both(toldOf("country"), unremarked),
    place: both(toldOf("place"), unremarked),
    forum: both(both(whole, toldOf("forum")), unremarked),
    source: (rows) =>
      (whole(rows) as Stored<"source">[]).filter((row) => isOut(row) || late.source.has(row.id)),
    membership: spells,
    membershipSource: both(owned("membership", "membershipId", begun), resting),
    session: (rows) =>
      (rows as Stored<"session">[]).flatMap((row) => {
        const isOver = row.latest !== null && row.latest <= asOf;
        const known = sessionAsOf(row, asOf);
        return known ? { ...known, note: isOver ? known.note : null } : [];
      }),
    sessionSource: both(owned("session", "sessionId", isSessionKnown), resting),
    leader: both(toldOf("leader"), (rows) =>
      (rows as Stored<"leader">[]).map((row) => {
        const { __typename: _, ...known } = leaderAsOf(asOf)(row);
        return {
          ...known,
          diedDay: known.died === null ? null : known.diedDay,
          noteKnownOn: known.note === null ? null : known.noteKnownOn,
        };
      }),
    ),
    office: toldOf("office"),
    term: spells,
    termSource: both(owned("term", "termId", begun), resting),
    agreement: async (rows) => {
      const known = await spokenOf("AGREEMENT", [...ids(rows, "id"), ...ids(rows, "supersedesId")]);
      return (rows as Stored<"agreement">[])
        .filter(({ id }) => known.has(id))
        .map((row) => ({ ...row, note: null, supersedesId: among(known, row.supersedesId) }));
    },
    agreementParty: ofAgreement,
    agreementTopic: ofAgreement,
    event: async (rows) => {
      const others = [...ids(rows, "partOfId"), ...ids(rows, "rescheduledToId")];
      const known = await spokenOf("EVENT", [...ids(rows, "id"), ...others]);
      const states = await eventsBySlug(look, ids(rows, "id"));
      const sessions = await pick(tx, "session", ids(rows, "sessionId"));
      return (rows as Stored<"event">[]).flatMap((row, index) => {
        if (!known.has(row.id)) return [];
        const isSummaryKnown = row.summaryKnownOn !== null && row.summaryKnownOn <= asOf;
        const session = sessions[index];
        return {
          ...row,
          ...(isSummaryKnown ? {} : { summary: null, summaryKnownOn: null }),
          uncertainty: states[index]?.status === "HELD" ? row.uncertainty : null,
          sessionId: session && isSessionKnown(session) ? row.sessionId : null,
          partOfId: among(known, row.partOfId),
          rescheduledToId: among(known, row.rescheduledToId),
        };
      });
    },
    eventParticipant: ofEvent,
    eventAgreement: both(ofEvent, ofAgreement),
    eventTopic: ofEvent,
    report: async (rows) => {
      const led = await both(ledTo("event", "eventId"), ledTo("agreement", "agreementId"))(rows);
      const known = (led as Stored<"report">[]).filter(isReportKnown);
      const claims = known.filter(({ targetId }) => targetId === null);
      const about = known.filter(({ targetId }) => targetId !== null);
      const kept = (await owned("report", "targetId", isReportKnown)(about)) as typeof known;
      return [...claims, ...kept].sort((a, b) => a.seq - b.seq);
    },
    reportSource: both(both(ofReport, ledTo("source", "sourceId")), both(once, resting)),
    reportParty: both(ofReport, ledTo("forum", "forumId")),
    fact: (rows) => stated(rows, "id"),
    factRef: both((rows) => stated(rows, "factId"), pointing),
    factSource: both((rows) => stated(rows, "factId"), resting),
    story: async (rows) => {
      const steps = (await all(look, "storyStep")) as Stored<"storyStep">[];
      const sources = await pick(tx, "source", ids(rows, "sourceId"));
      return (rows as Stored<"story">[]).flatMap((row, index) => {
        const own = steps.filter(({ storyId }) => storyId === row.id);
        const summary = summaryKnown(row, own, asOf, look.today);
        if (summary === null) return [];
        const source = sources[index];
        const quoted =
          source && !isOut(source) ? { sourceId: null, quote: null, quoteBy: null } : {};
        return { ...row, summary, ...quoted };
      });
    },
    storyStep: (rows) => told(rows),
    storyStepRef: both(ofStep, pointing),
    storyStepSource: both(ofStep, resting),
    // When we learned what, and what stood there before, is told by later days alone.
    change: () => [],
    pastRow: () => [],
  };
}

/** Tables to ask for last, in this order: what of them was known depends on what the others name. */
export const NAMED_LAST = ["office", "leader", "forum", "place", "country", "source"] as const;

/** The tables as they were known on a day: rows of each, a page at a time. Ask for `NAMED_LAST` last. */
export function asKnown(look: LookBack): (name: Copied) => AsyncGenerator<AnyRow[]> {
  const late = nobodyNamed();
  const rule = rules(look, late);
  return async function* (name) {
    if (name === "dataset") {
      yield marked(await all(look, name), await markOf(look.tx, look.asOf));
      return;
    }
    const known = rule[name];
    for await (const page of together(pagesOf(look.tx, name))) {
      const rows = known ? await known(page) : page;
      noteNamed(late, rows);
      yield rows;
    }
  };
}

/** Pages cut where an owner's rows end. */
async function* together(pages: AsyncIterable<AnyRow[]>): AsyncGenerator<AnyRow[]> {
  let held: AnyRow[] = [];
  for await (const page of pages) {
    const rows = [...held, ...page];
    const last = ownerOf(rows.at(-1) ?? {});
    const cut = rows.findIndex((row) => ownerOf(row) === last);
    held = rows.slice(cut);
    if (cut > 0) yield rows.slice(0, cut);
  }
  if (held.length > 0) yield held;
}

function among(known: ReadonlySet<string>, id: string | null): string | null {
  return id !== null && known.has(id) ? id : null;
}
