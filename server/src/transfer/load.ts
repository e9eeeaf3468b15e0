// The shipped set into an empty database: all of it or nothing, once, whoever else is starting.

import { refoldAgreements } from "../agreement/agreement.ts";
import { refoldEvents } from "../event/event.ts";
import { recordChange } from "../history/history.ts";
import { appendReports } from "../ledger/ledger.ts";
import { fillAll, insertAll } from "../storage/batch.ts";
import { patiently } from "../storage/patience.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { dayOf } from "../when/day.ts";
import { lastDay, spell } from "../when/spell.ts";
import { datasetOf, keepDataset } from "./dataset.ts";
import * as rows from "./rows.ts";
import { readMeta, readShipped, type Shipped } from "./shipped.ts";

/** Who the loaded reports and their change are recorded by. */
const LOADER = "entente load";

/** What a load did. */
export interface Loaded {
  /** False when the database held a set already. */
  loaded: boolean;
  /** The version that the database holds now. */
  version: string;
}

/**
 * Loads the set that ships with the program, in one write: a program that ends in the middle leaves nothing of it. A database that holds a
 * set already is left as it is, also when two programs start on it at once.
 */
export async function loadShipped(
  storage: Storage,
  { clock }: { clock: () => Date },
): Promise<Loaded> {
  const held = await storage.read(datasetOf);
  if (held) return { loaded: false, version: held.version };
  const shipped = await readShipped();
  const at = clock().toISOString();
  // Another program that is loading takes longer than a write should, on a slow machine. Its set will do.
  return patiently(() =>
    storage.write(async (tx) => {
      // Asked again within the write: another program may have loaded in between.
      const meanwhile = await datasetOf(tx);
      if (meanwhile) return { loaded: false, version: meanwhile.version };
      await loadInto(tx, shipped, at);
      return { loaded: true, version: shipped.meta.version };
    }),
  );
}

/** Whether the program ships another version than the database holds; for the log. */
export async function isOutdated(version: string): Promise<boolean> {
  return (await readMeta()).version !== version;
}

/** Writes the whole set into an empty database, inside a write. `at` is the moment it is recorded, ISO 8601. */
export async function loadInto(tx: Tx, shipped: Shipped, at: string): Promise<void> {
  await loadWorld(tx, shipped);
  await loadSubjects(tx, shipped);
  await appendReports(tx, rows.newReports(shipped.report, at, LOADER));
  await refoldAgreements(
    tx,
    shipped.agreement.map(({ id }) => id),
  );
  await refoldEvents(
    tx,
    shipped.event.map(({ id }) => id),
  );
  await loadStories(tx, shipped);
  await keepDataset(tx, shipped.meta);
  const { meta } = shipped;
  await recordChange(tx, {
    at,
    by: LOADER,
    action: "load",
    entityType: null,
    entityId: null,
    version: null,
    note: `${meta.title}, version ${meta.version}`,
    reportId: null,
    before: null,
    after: { version: meta.version, reports: shipped.report.length },
  });
}

/** What has no reports: sources, countries, forums, people. */
async function loadWorld(tx: Tx, shipped: Shipped): Promise<void> {
  const { tables } = tx;
  await insertAll(
    tx,
    tables.source,
    shipped.source.map((row) => ({ ...row, publishedDay: lastDay(row.publishedOn) })),
  );
  // Countries and places point at each other.
  await insertAll(
    tx,
    tables.country,
    shipped.country.map((row) => ({ ...row, capitalId: null })),
  );
  await insertAll(tx, tables.place, shipped.place);
  await fillAll(tx, tables.country, shipped.country, "capitalId");

  await insertAll(tx, tables.forum, shipped.forum);
  await insertAll(
    tx,
    tables.membership,
    shipped.membership.map((row) => ({ ...row, ...spell(row.fromEdtf, row.toEdtf) })),
  );
  await insertAll(tx, tables.membershipSource, rows.sourceRows("membershipId", shipped.membership));
  await insertAll(
    tx,
    tables.session,
    shipped.session.map((row) => ({
      ...row,
      ...rows.dateOf(row),
      knownOn: dayOf(row.knownOn),
    })),
  );
  await insertAll(tx, tables.sessionSource, rows.sourceRows("sessionId", shipped.session));

  await insertAll(
    tx,
    tables.leader,
    shipped.leader.map((row) => ({ ...row, diedDay: lastDay(row.died) })),
  );
  await insertAll(tx, tables.office, shipped.office);
  await insertAll(
    tx,
    tables.term,
    shipped.term.map((row) => ({ ...row, ...spell(row.fromEdtf, row.toEdtf) })),
  );
  await insertAll(tx, tables.termSource, rows.sourceRows("termId", shipped.term));
}

/** What reports are about: agreements and events, without their states. */
async function loadSubjects(tx: Tx, shipped: Shipped): Promise<void> {
  const { tables } = tx;
  await insertAll(tx, tables.topic, shipped.topic);

  const agreements = shipped.agreement.map((row) => ({ ...row, version: 1 }));
  await insertAll(
    tx,
    tables.agreement,
    agreements.map((row) => ({ ...row, supersedesId: null })),
  );
  await fillAll(tx, tables.agreement, agreements, "supersedesId");
  await insertAll(
    tx,
    tables.agreementParty,
    agreements.flatMap(({ id, parties }) =>
      parties.map((party, position) => ({
        ...party,
        ...rows.partyColumns(party),
        agreementId: id,
        position,
      })),
    ),
  );
  await insertAll(
    tx,
    tables.agreementTopic,
    agreements.flatMap(({ id, topics }) => topics.map((topicId) => ({ agreementId: id, topicId }))),
  );

  const events = rows.eventRows(shipped);
  await insertAll(
    tx,
    tables.event,
    events.map((row) => ({ ...row, partOfId: null, rescheduledToId: null })),
  );
  await fillAll(tx, tables.event, events, "partOfId", "rescheduledToId");
  await insertAll(
    tx,
    tables.eventParticipant,
    shipped.event.flatMap(({ id, participants }) =>
      participants.map((row, position) => ({ ...row, eventId: id, position })),
    ),
  );
  await insertAll(
    tx,
    tables.eventAgreement,
    shipped.event.flatMap(({ id, agreements }) =>
      agreements.map((row) => ({ ...row, eventId: id })),
    ),
  );
  await insertAll(
    tx,
    tables.eventTopic,
    shipped.event.flatMap(({ id, topics }) => topics.map((topicId) => ({ eventId: id, topicId }))),
  );
}

/** Stories, and what the founding publication states. */
async function loadStories(tx: Tx, shipped: Shipped): Promise<void> {
  const { tables } = tx;
  await insertAll(tx, tables.fact, shipped.fact);
  await insertAll(tx, tables.factSource, rows.sourceRows("factId", shipped.fact));
  await insertAll(
    tx,
    tables.factRef,
    shipped.fact.flatMap(({ id, refs }) =>
      refs.map((ref, position) => ({ factId: id, position, type: ref.type, refId: ref.id })),
    ),
  );
  await insertAll(
    tx,
    tables.story,
    shipped.story.map((row, position) => ({ ...row, position })),
  );
  const steps = rows.stepsOf(shipped.story);
  await insertAll(
    tx,
    tables.storyStep,
    steps.map((row) => ({ ...row, knownOn: row.knownOn === null ? null : dayOf(row.knownOn) })),
  );
  await insertAll(
    tx,
    tables.storyStepRef,
    steps.flatMap(({ storyId, position: step, about }) =>
      about.map((ref, position) => ({ storyId, step, position, type: ref.type, refId: ref.id })),
    ),
  );
  await insertAll(
    tx,
    tables.storyStepSource,
    steps.flatMap(({ storyId, position: step, sourceIds }) =>
      sourceIds.map((sourceId, position) => ({ storyId, step, position, sourceId })),
    ),
  );
}
