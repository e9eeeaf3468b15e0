// What countries, people, forums, sessions, topics, sources and stories are found by.
import { eq } from "drizzle-orm";
import { toldFrom } from "../forum/forum.ts";
import { OPEN } from "../ledger/ledger.ts";
import { grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Tx } from "../storage/storage.ts";
import { whenOf } from "../storage/when.ts";
import { stepsKnown, summaryKnown } from "../story/story.ts";
import { parseWhen, sortDay, wordsOfWhen } from "../when/when.ts";
import { absorbedBy, standing } from "./absorbed.ts";
import {
  called,
  draftsOver,
  namesAbroad,
  ofCountry,
  ofForum,
  ofPlace,
  properNames,
  said,
  silent,
} from "./draft.ts";
import { type Draft, EVER, type Passage } from "./entry.ts";

/** The day from which what a step tells of today's knowledge can be told: later than every day that can be asked for. */
const LATEST = OPEN - 1;

/** What finds each country: its names in many languages, its codes, its capital. */
export async function draftsOfCountries(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { country, place } = tx.tables;
  const rows = await tx.db
    .select({ country, capital: place.name })
    .from(country)
    .leftJoin(place, eq(place.id, country.capitalId))
    .where(inList(tx, country.id, ids));
  return rows.flatMap(({ country: row, capital }) =>
    draftsOver({ kind: "COUNTRY", id: row.id }, { from: row.knownOn ?? EVER }, [], () => ({
      day: null,
      passages: [
        ...properNames([row.name, row.officialName], { as: "name" }),
        ...called(namesAbroad(row)),
        { text: row.code, as: "name", isSilent: true },
        ...silent(row.alpha3),
        ...ofPlace(capital),
      ],
    })),
  );
}

/** What finds each person: every spelling, the country, and the offices taken by the day. */
export async function draftsOfLeaders(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { leader, country, term, office } = tx.tables;
  const rows = await tx.db
    .select({ leader, country })
    .from(leader)
    .leftJoin(country, eq(country.id, leader.countryId))
    .where(inList(tx, leader.id, ids));
  const terms = await tx.db
    .select({
      leaderId: term.leaderId,
      begun: term.fromDay,
      known: term.knownOn,
      title: office.title,
    })
    .from(term)
    .innerJoin(office, eq(office.id, term.officeId))
    .where(inList(tx, term.leaderId, ids))
    .orderBy(term.fromDay, term.id);
  const termsOf = grouped(
    rows.map((row) => row.leader.id),
    terms,
    (row) => row.leaderId,
  );
  return rows.flatMap(({ leader: row, country }, index) => {
    const own = (termsOf[index] ?? []).map(({ begun, known, title }) => ({
      title,
      from: known === null ? begun : Math.max(begun ?? EVER, known),
    }));
    const of = { kind: "LEADER", id: row.id } as const;
    return draftsOver(
      of,
      { from: row.knownOn ?? EVER },
      own.map(({ from }) => from),
      (day) => ({
        day: null,
        passages: [
          ...properNames([row.name, ...row.alsoKnownAs], { as: "name" }),
          ...own
            .filter(({ from }) => (from ?? EVER) <= day)
            .map(({ title }): Passage => ({ text: title, as: "head" })),
          ...ofCountry(country),
        ],
      }),
    );
  });
}

/** What finds each forum, from the day it could be told. */
export async function draftsOfForums(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { forum } = tx.tables;
  const rows = await tx.db
    .select()
    .from(forum)
    .where(standing(tx, forum, ids));
  const parts = await absorbedBy(tx, "forum", ids);
  return rows.flatMap((row) => {
    const from = toldFrom(row);
    const names = [row, ...(parts.get(row.id) ?? [])].flatMap((each) => [
      each.name,
      each.shortName,
    ]);
    return draftsOver({ kind: "FORUM", id: row.id }, from === null ? {} : { from }, [], () => ({
      day: null,
      passages: properNames([...new Set(names)], { as: "name" }),
    }));
  });
}

/** What finds each session of a forum, from the day it was known. */
export async function draftsOfSessions(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { session, forum, place, country } = tx.tables;
  const rows = await tx.db
    .select({ session, forum, place, country })
    .from(session)
    .innerJoin(forum, eq(forum.id, session.forumId))
    .leftJoin(place, eq(place.id, session.placeId))
    .leftJoin(country, eq(country.id, place.countryId))
    .where(inList(tx, session.id, ids));
  return rows.flatMap(({ session: row, forum, place, country }) => {
    const when = whenOf(row);
    return draftsOver({ kind: "SESSION", id: row.id }, { from: row.knownOn }, [], () => ({
      day: sortDay(when),
      passages: [
        ...called([row.name]),
        ...said(row.theme),
        ...ofPlace(place?.name),
        ...ofCountry(country),
        ...ofForum(forum),
        ...silent(when.edtf && wordsOfWhen(when)),
      ],
    }));
  });
}

/** What finds each topic. */
export async function draftsOfTopics(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { topic } = tx.tables;
  const rows = await tx.db
    .select()
    .from(topic)
    .where(inList(tx, topic.id, ids));
  return rows.flatMap((row) =>
    draftsOver({ kind: "TOPIC", id: row.id }, {}, [], () => ({
      day: null,
      passages: called([row.name]),
    })),
  );
}

/** What finds each source, from the day it was out. */
export async function draftsOfSources(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { source } = tx.tables;
  const rows = await tx.db
    .select()
    .from(source)
    .where(standing(tx, source, ids));
  const parts = await absorbedBy(tx, "source", ids);
  return rows.flatMap((row) => {
    const titles = [row, ...(parts.get(row.id) ?? [])].flatMap((each) => [
      each.title,
      each.publisher,
    ]);
    const names = [...new Set(titles.flatMap((text) => text ?? []))];
    const of = { kind: "SOURCE", id: row.id } as const;
    return draftsOver(of, { from: row.publishedDay ?? EVER }, [], () => ({
      day: row.publishedDay ?? EVER,
      passages: [
        ...called(names, "head"),
        ...said(row.description),
        ...silent(row.publishedOn && wordsOfWhen(parseWhen(row.publishedOn))),
        ...silent(row.url && URL.canParse(row.url) ? new URL(row.url).hostname : null),
      ],
    }));
  });
}

/** What finds each story: of its steps, those that can be told on the day. */
export async function draftsOfStories(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { story, storyStep, source } = tx.tables;
  const rows = await tx.db
    .select({ story, out: source.publishedDay })
    .from(story)
    .leftJoin(source, eq(source.id, story.sourceId))
    .where(inList(tx, story.id, ids));
  const steps = await tx.db
    .select()
    .from(storyStep)
    .where(inList(tx, storyStep.storyId, ids))
    .orderBy(storyStep.storyId, storyStep.position);
  const stepsOf = grouped(
    rows.map((row) => row.story.id),
    steps,
    (row) => row.storyId,
  );
  return rows.flatMap(({ story: row, out }, index) => {
    const own = stepsOf[index] ?? [];
    const days = [out, ...own.map((step) => step.knownOn ?? LATEST)];
    return draftsOver({ kind: "STORY", id: row.id }, {}, days, (day) => {
      const summary = summaryKnown(row, own, day, LATEST);
      if (summary === null) return null;
      const quote = day >= (out ?? EVER) ? [row.quote, row.quoteBy] : [];
      const told = stepsKnown(own, day, LATEST).flatMap((step) => [step.title, step.text]);
      const texts = [...new Set([summary, ...quote, ...told])];
      return { day: null, passages: [...called([row.title]), ...texts.flatMap(said)] };
    });
  });
}
