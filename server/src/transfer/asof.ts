// What of each row was known on a day: a copy as of that day answers what the whole answers as of it, and tells nothing else.
import { eventsBySlug } from "../event/event.ts";
import { sessionAsOf } from "../forum/forum.ts";
import type { Reading } from "../graphql/context.ts";
import { leaderAsOf } from "../leader/leader.ts";
import { reportsKnownOf } from "../ledger/ledger.ts";
import { knownSources } from "../source/source.ts";
import { grouped } from "../storage/align.ts";
import { type Entity, pick, type Stored } from "../storage/pick.ts";
import { type AnyRow, pagesOf } from "../storage/shape.ts";
import { nodesOf, type Ref, stepsKnown, summaryKnown } from "../story/story.ts";
import type { Day } from "../when/when.ts";
import type { Copied } from "./copied.ts";
import { marked, markOf } from "./mark.ts";

/** A look at the data as of a day. */
export type LookBack = Reading & { asOf: Day };

/** Rows of a table as they were known; those that were not are left out. Rows of one owner come together. */
type Known = (rows: AnyRow[]) => Promise<AnyRow[]> | AnyRow[];

/** Sources that came out later, and yet stand behind what was known: a claim is never shown without whoever makes it. */
type Late = Set<string>;

/** What a remark is on an earlier day: it was written with hindsight. */
const unremarked: Known = (rows) => rows.map((row) => ({ ...row, note: null }));

/** How each table is seen on the day. One that is not named here holds nothing that could tell the future. */
function rules(look: LookBack, late: Late): Partial<Record<Copied, Known>> {
  const { tx, asOf } = look;
  const ids = (rows: AnyRow[], column: string) => rows.map((row) => row[column] as string | null);

  /** Keeps the rows whose owner, in another table, was known. */
  const owned =
    <Name extends Entity>(
      name: Name,
      column: string,
      isKnown: (owner: Stored<Name>) => boolean,
    ): Known =>
    async (rows) => {
      const owners = await pick(tx, name, ids(rows, column));
      return rows.filter((_, index) => owners[index] && isKnown(owners[index] as Stored<Name>));
    };

  /** Which events or agreements were known: those that a report known by then speaks of. */
  const spokenOf = async (subject: "EVENT" | "AGREEMENT", of: (string | null)[]) => {
    const asked = of.flatMap((id) => id ?? []);
    const groups = await reportsKnownOf(tx, subject, asked, asOf);
    return new Set(asked.filter((_, index) => (groups[index] ?? []).length > 0));
  };
  const ofEvent: Known = async (rows) => {
    const known = await spokenOf("EVENT", ids(rows, "eventId"));
    return rows.filter((row) => known.has(row.eventId as string));
  };
  const ofAgreement: Known = async (rows) => {
    const known = await spokenOf("AGREEMENT", ids(rows, "agreementId"));
    return rows.filter((row) => known.has(row.agreementId as string));
  };

  /** Of each owner, the sources that were out. */
  const resting = async (rows: AnyRow[]) => {
    const sources = await pick(tx, "source", ids(rows, "sourceId"));
    const dated = rows.map((row, index) => ({
      row,
      publishedDay: sources[index]?.publishedDay ?? null,
    }));
    const owners = [...new Set(rows.map(ownerOf))];
    return grouped(owners, dated, ({ row }) => ownerOf(row)).flatMap((group) =>
      knownSources(group, asOf).map(({ row, publishedDay }) => {
        if (publishedDay !== null && publishedDay > asOf) late.add(row.sourceId as string);
        return row;
      }),
    );
  };
  const both =
    (first: Known, second: Known): Known =>
    async (rows) =>
      second(await first(rows));

  const begun = ({ fromDay }: { fromDay: Day | null }) => fromDay === null || fromDay <= asOf;
  const spells: Known = (rows) =>
    (rows as Stored<"term">[]).filter(begun).map((row) => {
      const isOver = row.toDay !== null && row.toDay <= asOf;
      return isOver ? row : { ...row, toEdtf: null, toDay: null, note: null };
    });
  const isReportKnown = ({ knownOn }: Stored<"report">) => knownOn <= asOf;
  const isOut = ({ publishedDay }: Stored<"source">) =>
    publishedDay === null || publishedDay <= asOf;
  const isSessionKnown = ({ knownOn }: Stored<"session">) => knownOn <= asOf;
  const ofReport = owned("report", "reportId", isReportKnown);
  const stated = async (rows: AnyRow[], column: string) => {
    const facts = await pick(tx, "fact", ids(rows, column));
    const sources = await pick(
      tx,
      "source",
      facts.map((fact) => fact?.sourceId ?? null),
    );
    return rows.filter((_, index) => sources[index] && isOut(sources[index]));
  };
  /** Keeps what points at something that was known. */
  const pointing: Known = async (rows) => {
    const refs = rows.map((row): Ref[] => [
      { type: row.type as Ref["type"], id: String(row.refId) },
    ]);
    const nodes = await nodesOf(look, refs);
    return rows.filter((_, index) => (nodes[index] ?? []).length > 0);
  };
  const told = (rows: AnyRow[]) => stepsKnown(rows as Stored<"storyStep">[], asOf, look.today);
  const ofStep: Known = async (rows) => {
    const steps = new Set(
      told(await all(look, "storyStep")).map(({ storyId, position }) => `${storyId} ${position}`),
    );
    return rows.filter((row) => steps.has(`${row.storyId} ${row.step}`));
  };

  return {
    country: unremarked,
    place: unremarked,
    forum: unremarked,
    source: (rows) => (rows as Stored<"source">[]).filter((row) => isOut(row) || late.has(row.id)),
    membership: spells,
    membershipSource: both(owned("membership", "membershipId", begun), resting),
    session: (rows) =>
      (rows as Stored<"session">[]).flatMap((row) => {
        const isOver = row.latest !== null && row.latest <= asOf;
        const known = sessionAsOf(row, asOf);
        return known ? { ...known, note: isOver ? known.note : null } : [];
      }),
    sessionSource: both(owned("session", "sessionId", isSessionKnown), resting),
    leader: (rows) =>
      (rows as Stored<"leader">[]).map((row) => {
        const { __typename: _, ...known } = leaderAsOf(asOf)(row);
        return { ...known, diedDay: known.died === null ? null : known.diedDay };
      }),
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
      const known = (rows as Stored<"report">[]).filter(isReportKnown);
      const claims = known.filter(({ targetId }) => targetId === null);
      const about = known.filter(({ targetId }) => targetId !== null);
      const kept = (await owned("report", "targetId", isReportKnown)(about)) as typeof known;
      return [...claims, ...kept].sort((a, b) => a.seq - b.seq);
    },
    reportSource: both(ofReport, resting),
    reportParty: ofReport,
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

/** The tables as they were known on a day: rows of each, a page at a time. Ask for `source` last. */
export function asKnown(look: LookBack): (name: Copied) => AsyncGenerator<AnyRow[]> {
  const rule = rules(look, new Set());
  return async function* (name) {
    if (name === "dataset") {
      yield marked(await all(look, name), await markOf(look.tx, look.asOf));
      return;
    }
    const known = rule[name];
    for await (const page of together(pagesOf(look.tx, name)))
      yield known ? await known(page) : page;
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

/** What a row belongs to: itself, when it has an id. */
function ownerOf(row: AnyRow): string {
  const { membershipId, sessionId, termId, reportId, factId, storyId, step } = row;
  const owner = row.id ?? membershipId ?? sessionId ?? termId ?? reportId ?? factId;
  return String(owner ?? `${storyId} ${step}`);
}

function among(known: ReadonlySet<string>, id: string | null): string | null {
  return id !== null && known.has(id) ? id : null;
}

async function all({ tx }: Reading, name: Copied): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  for await (const page of pagesOf(tx, name)) rows.push(...page);
  return rows;
}
