// A small cast: Iran and Russia, their presidents, a visit, a treaty, and what was said of both. For tests that need to know every row.
import { refoldAgreements } from "../src/agreement/agreement.ts";
import { refoldEvents } from "../src/event/event.ts";
import { appendReports, type NewReport } from "../src/ledger/ledger.ts";
import { insertAll } from "../src/storage/batch.ts";
import type { Storage, Tx } from "../src/storage/storage.ts";
import { dayOf } from "../src/when/day.ts";
import { notFixed, parseWhen } from "../src/when/when.ts";
import { report } from "./reports.ts";

export const VISIT = "visit-moscow";
export const TREATY = "treaty";

/** A report on the visit, known on an ISO day. `id` names it in the test. */
export function ofVisit(
  id: string,
  knownOn: string,
  status: string,
  detail: Partial<NewReport> = {},
): NewReport {
  return unnumbered({ ...report(knownOn, status), id, subjectId: VISIT, ...detail });
}

/** A report on the treaty, known on an ISO day. */
export function ofTreaty(
  id: string,
  knownOn: string,
  status: string,
  detail: Partial<NewReport> = {},
): NewReport {
  const about = { subject: "AGREEMENT", subjectId: TREATY } as const;
  return unnumbered({ ...report(knownOn, status), id, ...about, ...detail });
}

function unnumbered({ seq: _, ...rest }: NewReport & { seq?: number }): NewReport {
  return rest;
}

const RUSSIA = { type: "country", id: "russia" } as const;
const IRAN = { type: "country", id: "iran" } as const;

/** What was said, in the order it became known. */
export const SAID: readonly NewReport[] = [
  ofVisit("v1", "2024-10-11", "EXPECTED", { placeId: "moscow", claimant: "Putin" }),
  ofVisit("v2", "2024-12-03", "EXPECTED", {
    claimant: "Kremlin spokesman",
    note: "Preparations are under way; the date is not fixed.",
    sourceIds: ["agency", "newspaper"],
  }),
  ofVisit("v3", "2024-12-23", "EXPECTED", { when: notFixed("../2025-01-19") }),
  ofVisit("v4", "2024-12-26", "SCHEDULED", { when: parseWhen("2025-01-17") }),
  ofVisit("v5", "2025-01-17", "HELD", { when: parseWhen("2025-01-17") }),
  ofTreaty("t1", "2022-01-19", "PROPOSED", { when: parseWhen("2020-07~") }),
  ofTreaty("t2", "2024-06-11", "AGREED", { when: parseWhen("2024-06-11") }),
  ofTreaty("t3", "2024-12-04", "AGREED", {
    step: "SIGNING_PLANNED",
    moves: false,
    claimant: "Putin",
    parties: [RUSSIA],
  }),
  ofTreaty("t4", "2025-01-17", "SIGNED", {
    when: parseWhen("2025-01-17"),
    parties: [RUSSIA, IRAN],
    placeId: "moscow",
  }),
  ofTreaty("t5", "2025-04-08", "SIGNED", {
    step: "RATIFIED",
    moves: false,
    when: parseWhen("2025-04-08"),
    parties: [RUSSIA],
    body: "State Duma",
  }),
  ofTreaty("t6", "2025-05-21", "SIGNED", {
    step: "RATIFIED",
    moves: false,
    when: parseWhen("2025-05-21"),
    parties: [IRAN],
    body: "Majles",
  }),
  ofTreaty("t7", "2025-07-18", "IN_FORCE", {
    when: parseWhen("2025-07-18~"),
    confidence: "UNCERTAIN",
    claimant: "Iran's ambassador",
    sourceIds: ["agency"],
  }),
  ofTreaty("t8", "2025-10-02", "IN_FORCE", {
    when: parseWhen("2025-10-02"),
    claimant: "Russian foreign ministry",
  }),
];

/** Puts the cast into an empty database, with what was said of it and whatever else is given. */
export function cast(storage: Storage, more: readonly NewReport[] = []): Promise<void> {
  return storage.write(async (tx) => {
    await people(tx);
    await subjects(tx);
    await say(tx, [...SAID, ...more]);
  });
}

/** Adds reports and folds their subjects anew. */
export async function say(tx: Tx, reports: readonly NewReport[]): Promise<void> {
  await appendReports(tx, reports);
  const about = (subject: NewReport["subject"]) => [
    ...new Set(reports.filter((each) => each.subject === subject).map((each) => each.subjectId)),
  ];
  await refoldEvents(tx, about("EVENT"));
  await refoldAgreements(tx, about("AGREEMENT"));
}

async function people(tx: Tx): Promise<void> {
  const { tables } = tx;
  const source = { title: null, url: null, language: "en", description: null } as const;
  await insertAll(tx, tables.source, [
    published("kremlin", "Kremlin", "GOVERNMENT", null),
    published("agency", "Agency", "NEWS_AGENCY", "2024-12-03"),
    published("newspaper", "Newspaper", "NEWSPAPER", "2024-12-05"),
  ]);
  function published(
    id: string,
    publisher: string,
    kind: "GOVERNMENT" | "NEWS_AGENCY" | "NEWSPAPER",
    on: string | null,
  ) {
    const publishedDay = on === null ? null : dayOf(on);
    return { ...source, id, publisher, kind, stateMedia: false, publishedOn: on, publishedDay };
  }
  const country = { kind: "STATE", alpha3: null, capitalId: null, note: null } as const;
  await insertAll(tx, tables.country, [
    { ...country, id: "russia", code: "RU", name: "Russia", officialName: "Russian Federation" },
    { ...country, id: "iran", code: "IR", name: "Iran", officialName: "Islamic Republic of Iran" },
  ]);
  await insertAll(tx, tables.place, [{ id: "moscow", name: "Moscow", countryId: "russia" }]);
  await insertAll(tx, tables.forum, [
    { id: "brics", name: "BRICS", shortName: "BRICS", kind: "INTERGOVERNMENTAL_GROUP" },
  ]);
  await insertAll(tx, tables.session, [
    {
      ...parseWhen("2024-10-22/2024-10-24"),
      id: "brics-16",
      forumId: "brics",
      name: "16th BRICS summit",
      status: "HELD",
      confidence: "CERTAIN",
      dateConfidence: "CERTAIN",
      knownOn: dayOf("2024-06-01"),
    },
  ]);
  await insertAll(tx, tables.leader, [
    { id: "putin", name: "Vladimir Putin", countryId: "russia", alsoKnownAs: [] },
    { id: "pezeshkian", name: "Masoud Pezeshkian", countryId: "iran", alsoKnownAs: [] },
  ]);
  const office = { kind: "head-of-state", rank: "LEADER" } as const;
  await insertAll(tx, tables.office, [
    { ...office, id: "ru-president", title: "President of Russia", countryId: "russia" },
    { ...office, id: "ir-president", title: "President of Iran", countryId: "iran" },
  ]);
  const term = { confidence: "CERTAIN", toDay: null } as const;
  await insertAll(tx, tables.term, [
    { ...term, id: "a", leaderId: "putin", officeId: "ru-president", fromDay: dayOf("2012-05-07") },
    {
      ...term,
      id: "b",
      leaderId: "pezeshkian",
      officeId: "ir-president",
      fromDay: dayOf("2024-07-28"),
    },
  ]);
}

async function subjects(tx: Tx): Promise<void> {
  const { tables } = tx;
  await insertAll(tx, tables.topic, [{ id: "diplomacy", name: "Diplomacy" }]);
  await insertAll(tx, tables.agreement, [
    {
      id: TREATY,
      title: "Treaty on Comprehensive Strategic Partnership",
      shortTitle: "Partnership treaty",
      aliases: ["Cooperation agreement"],
      kind: "TREATY",
      binding: "LEGAL",
      requiresRatification: true,
      confidence: "CERTAIN",
      position: 1,
      version: 1,
    },
  ]);
  const party = { agreementId: TREATY, role: "party", mustRatify: true };
  await insertAll(tx, tables.agreementParty, [
    { ...party, position: 0, countryId: "russia" },
    { ...party, position: 1, countryId: "iran" },
  ]);
  await insertAll(tx, tables.agreementTopic, [{ agreementId: TREATY, topicId: "diplomacy" }]);
  await insertAll(tx, tables.event, [
    {
      id: VISIT,
      kind: "VISIT",
      title: "Pezeshkian's visit to Moscow",
      summary: "The treaty was signed.",
      summaryKnownOn: dayOf("2025-01-17"),
      level: "LEADERS",
      confidence: "CERTAIN",
      dateConfidence: "CERTAIN",
      firstKnown: 0,
      version: 1,
    },
  ]);
  const part = { eventId: VISIT };
  await insertAll(tx, tables.eventParticipant, [
    {
      ...part,
      position: 0,
      role: "HOST",
      leaderId: "putin",
      countryId: "russia",
      officeId: "ru-president",
    },
    {
      ...part,
      position: 1,
      role: "GUEST",
      leaderId: "pezeshkian",
      countryId: "iran",
      officeId: "ir-president",
    },
  ]);
  await insertAll(tx, tables.eventAgreement, [
    { eventId: VISIT, agreementId: TREATY, relation: "SIGNED" },
  ]);
  await insertAll(tx, tables.eventTopic, [{ eventId: VISIT, topicId: "diplomacy" }]);
}
