// One window of the timeline, put together: lanes, marks, bars, notches, ticks.
import {
  type AgreementRow,
  agreementsBySlug,
  partiesOfAgreements,
} from "../agreement/agreement.ts";
import { type CountryRow, countriesByCode } from "../country/country.ts";
import type { EventFilter } from "../event/event.ts";
import { type ForumRow, forumsById } from "../forum/forum.ts";
import type { Reading } from "../graphql/context.ts";
import { followed, ledFilter } from "../history/history.ts";
import { OPEN } from "../ledger/ledger.ts";
import { grouped } from "../storage/align.ts";
import type { Day } from "../when/day.ts";
import { checkRange } from "../when/range.ts";
import { countSourcesOf, ticksOf } from "./behind.ts";
import { type Holder, holdersOf } from "./holders.ts";
import { barsOf, marksOf } from "./items.ts";
import { keysOf, type LanesInput, laneIndex, partiesLine } from "./lanes.ts";
import { columnsOf } from "./marks.ts";
import { headTermsOf, type Slice } from "./slice.ts";

export { tallied } from "./tally.ts";

/** What is asked of a timeline; see `Query.timeline` in the contract. */
export interface TimelineArgs {
  window?: { from?: Day | null; to?: Day | null } | null;
  lanes?: LanesInput | null;
  filter?: EventFilter | null;
  history?: boolean | null;
}

/** A part of the answer that costs a statement. */
export type Part = "lanes" | "marks" | "bars" | "notches" | "ticks" | "sourceCount";

/** Answers `Query.timeline`. Reads nothing for a part that is not `wanted`. */
export async function timelineOf(
  reading: Reading,
  args: TimelineArgs,
  wanted: (part: Part) => boolean,
) {
  const { tx, asOf, today } = reading;
  const keys = keysOf(args.lanes);
  const countries = (await countriesByCode(tx, keys.codes)).filter((row) => row !== null);
  const forums = (
    await followed(tx, "Forum", keys.forums, (slugs) => forumsById(tx, slugs))
  ).filter((row) => row !== null);
  const known = await followed(tx, "Agreement", keys.agreements, (slugs) =>
    agreementsBySlug(tx, slugs, asOf),
  );
  const agreements = known.filter((row) => row !== null);
  const [countryIds, forumIds, agreementIds] = [countries, forums, agreements].map(idsOf) as [
    string[],
    string[],
    string[],
  ];
  const index = laneIndex(countryIds, forumIds, agreementIds);
  const filter = await ledFilter(tx, args.filter ?? {});
  const slice = sliceOf(asOf, { ...args, filter }, countryIds, forumIds);

  const areCounted = wanted("ticks") || wanted("sourceCount");
  const marks = wanted("marks") || areCounted ? await marksOf(reading, slice, index) : null;
  const bars =
    wanted("bars") || areCounted ? await barsOf(reading, slice, index, agreementIds) : [];
  const holders =
    wanted("lanes") || wanted("notches")
      ? await holdersIn(reading, countryIds)
      : countryIds.map(() => []);
  const events = marks?.events ?? [];
  const barred = [...new Set(bars.map((bar) => bar.slug))];
  return {
    asOf,
    today,
    lanes: wanted("lanes") ? await lanesOf(reading, countries, holders, forums, agreements) : [],
    marks: marks?.columns ?? columnsOf([], () => undefined),
    bars,
    notches: holders.flatMap((own, lane) => notchesOf(own, lane, slice)),
    ticks: wanted("ticks") ? await ticksOf(tx, events, barred, asOf) : { day: [], count: [] },
    sourceCount: wanted("sourceCount")
      ? await countSourcesOf(
          tx,
          { events, agreements: barred, sessions: marks?.sessions ?? [] },
          asOf,
        )
      : 0,
  };
}

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);

/** The window with the filter's own inside it: an event must touch both. */
function sliceOf(
  asOf: Day | null,
  args: TimelineArgs,
  countryIds: string[],
  forumIds: string[],
): Slice {
  checkRange(args.window, "window");
  const between = args.filter?.between ?? {};
  const from = Math.max(args.window?.from ?? -OPEN, between.from ?? -OPEN);
  const to = Math.min(args.window?.to ?? OPEN, between.to ?? OPEN);
  return {
    asOf,
    history: args.history === true,
    from: from === -OPEN ? null : from,
    to: to === OPEN ? null : to,
    dateless: between.from == null && between.to == null,
    filter: args.filter ?? {},
    countryIds,
    forumIds,
  };
}

async function holdersIn({ tx, asOf }: Reading, countryIds: string[]): Promise<Holder[][]> {
  if (countryIds.length === 0) return [];
  const terms = await headTermsOf(tx, countryIds, asOf);
  return grouped(countryIds, terms, (term) => term.countryId).map(holdersOf);
}

async function lanesOf(
  { tx }: Reading,
  countries: CountryRow[],
  holders: Holder[][],
  forums: ForumRow[],
  agreements: AgreementRow[],
) {
  const parties = agreements.length > 0 ? await partiesOfAgreements(tx, idsOf(agreements)) : [];
  const nothing = { monogram: null, parties: null, between: [], holders: [] };
  return [
    ...countries.map(({ id, code, name }, place) => ({
      ...nothing,
      key: code,
      kind: "COUNTRY",
      slug: id,
      name,
      monogram: code,
      holders: holders[place] ?? [],
    })),
    ...forums.map(({ id, shortName }) => ({
      ...nothing,
      key: id,
      kind: "FORUM",
      slug: id,
      name: shortName,
    })),
    ...agreements.map(({ id, shortTitle }, place) => ({
      ...nothing,
      key: id,
      kind: "AGREEMENT",
      slug: id,
      name: shortTitle,
      parties: partiesLine((parties[place] ?? []).map((party) => party.name)),
      between: (parties[place] ?? []).map(({ key, name, entity }) => ({
        key,
        kind: entity.__typename === "Country" ? "COUNTRY" : "FORUM",
        name,
      })),
    })),
  ];
}

/** The changes of office in the window. */
function notchesOf(holders: readonly Holder[], lane: number, { from, to }: Slice) {
  return holders.flatMap(({ from: day, takesOffice, name, title, leaderId }) => {
    if (day === null || !takesOffice) return [];
    if ((from !== null && day < from) || (to !== null && day > to)) return [];
    return [{ lane, day, title: `${name} takes office as ${title}`, leader: leaderId }];
  });
}
