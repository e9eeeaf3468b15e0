// Which rows were known on a day, by what they belong to and rest on.
import type { Reading } from "../graphql/context.ts";
import { reportsKnownOf } from "../ledger/ledger.ts";
import { knownSources } from "../source/source.ts";
import { grouped } from "../storage/align.ts";
import { isKnownOn } from "../storage/known.ts";
import { type Entity, pick, type Stored } from "../storage/pick.ts";
import { type AnyRow, pagesOf } from "../storage/shape.ts";
import { nodesOf, type Ref, stepsKnown } from "../story/story.ts";
import type { Day } from "../when/day.ts";
import type { Copied } from "./copied.ts";

/** A look at the data as of a day. */
export type LookBack = Reading & { asOf: Day };

/** Rows of a table as they were known; those that were not are left out. Rows of one owner come together. */
export type Known = (rows: AnyRow[]) => Promise<AnyRow[]> | AnyRow[];

/** Tables of which a row may have come later, and yet be named by what was known: nothing is told without whoever it is told of. */
export type Named = "source" | "leader" | "office" | "forum" | "country" | "place";

/** The ids of what is named by the rows that were known. */
export type Late = Record<Named, Set<string>>;

/** Columns that name something. */
const NAMING: readonly (readonly [string, Named])[] = [
  ["leaderId", "leader"],
  ["speakerId", "leader"],
  ["officeId", "office"],
  ["forumId", "forum"],
  ["countryId", "country"],
  ["placeId", "place"],
  ["capitalId", "place"],
];

/** Nothing named yet. */
export function nobodyNamed(): Late {
  const none = () => new Set<string>();
  return {
    ...{ source: none(), leader: none(), office: none(), forum: none() },
    ...{ country: none(), place: none() },
  };
}

/** Notes what rows name. */
export function noteNamed(late: Late, rows: readonly AnyRow[]): void {
  for (const row of rows) {
    for (const [column, name] of NAMING) {
      const id = row[column];
      if (typeof id === "string") late[name].add(id);
    }
    // Stories and facts name things by type.
    const type = String(row.type).toLowerCase();
    if (typeof row.refId === "string" && type in late) late[type as Named].add(row.refId);
  }
}

/** What decides, for every table alike, what was known on the day. */
export function knowing(look: LookBack, late: Late) {
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
        if (publishedDay !== null && publishedDay > asOf) late.source.add(row.sourceId as string);
        return row;
      }),
    );
  };
  const both =
    (first: Known, second: Known): Known =>
    async (rows) =>
      second(await first(rows));

  const begun = ({ fromDay, knownOn }: { fromDay: Day | null; knownOn: Day | null }) =>
    isKnownOn(fromDay, asOf) && isKnownOn(knownOn, asOf);
  /** Keeps what could be told of, and what something names that could be. */
  const toldOf =
    (name: Named): Known =>
    (rows) =>
      rows.filter(
        (row) => isKnownOn(row.knownOn as Day | null, asOf) || late[name].has(String(row.id)),
      );
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

  /** What became part of another is left out: without a history nothing leads to where it went, so that reports name the other themselves. */
  const whole = (rows: AnyRow[]) => rows.filter((row) => row.mergedInto === null);
  const ledTo =
    (name: "source" | "forum" | "agreement" | "event", column: string): Known =>
    async (rows) => {
      const named = await pick(tx, name, ids(rows, column));
      return rows.map((row, index) => {
        const into = named[index]?.mergedInto ?? null;
        return into === null ? row : { ...row, [column]: into };
      });
    };
  /** Two sources of one report that became one are one. */
  const once = (rows: AnyRow[]) => {
    const links = rows.map((row) => [`${row.reportId} ${row.sourceId}`, row] as const);
    const first = new Map(links.toReversed());
    return links.flatMap(([key, row]) => (first.get(key) === row ? [row] : []));
  };

  return {
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
  };
}

/** What a row belongs to: itself, when it has an id. */
export function ownerOf(row: AnyRow): string {
  const { membershipId, sessionId, termId, reportId, factId, storyId, step } = row;
  const owner = row.id ?? membershipId ?? sessionId ?? termId ?? reportId ?? factId;
  return String(owner ?? `${storyId} ${step}`);
}

/** Every row of a small table. */
export async function all({ tx }: Reading, name: Copied): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  for await (const page of pagesOf(tx, name)) rows.push(...page);
  return rows;
}
