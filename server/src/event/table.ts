import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { CONFIDENCES } from "../ledger/values.ts";
import type { Key, Kit } from "../storage/kit.ts";
import { eventStateTable } from "./state.ts";
import { AGREEMENT_RELATIONS, EVENT_KINDS, EVENT_LEVELS, PARTICIPANT_ROLES } from "./values.ts";

/** What events point at in the rooms before them. */
export interface EventKeys {
  session: Key;
  leader: Key;
  country: Key;
  forum: Key;
  office: Key;
  place: Key;
  agreement: Key;
  topic: Key;
  report: Key;
}

/** Events, who takes part, what they bear on, and what was known of them when. */
export function eventTables(kit: Kit, to: EventKeys) {
  const event = kit.table(
    "event",
    {
      id: kit.text("id").primaryKey(),
      kind: kit.word("kind", EVENT_KINDS).notNull(),
      title: kit.text("title").notNull(),
      summary: kit.text("summary"),
      summaryKnownOn: kit.int("summary_known_on"),
      level: kit.word("level", EVENT_LEVELS).notNull(),
      sessionId: kit.text("session_id").references(to.session),
      partOfId: kit.text("part_of_id").references((): AnySQLiteColumn => event.id),
      rescheduledToId: kit.text("rescheduled_to_id").references((): AnySQLiteColumn => event.id),
      confidence: kit.word("confidence", CONFIDENCES).notNull(),
      dateConfidence: kit.word("date_confidence", CONFIDENCES).notNull(),
      uncertainty: kit.text("uncertainty"),
      firstKnown: kit.int("first_known").notNull(),
      version: kit.int("version").notNull(),
      /** What it became part of, to its end; null for what stands by itself. Its row stays, as reports name it for ever. */
      mergedInto: kit.text("merged_into").references((): AnySQLiteColumn => event.id),
    },
    (t) => [
      kit.index("event_by_merged").on(t.mergedInto).where(kit.sql('"merged_into" is not null')),
      kit.index("event_by_title").on(t.title, t.id),
      kit.index("event_by_known").on(t.firstKnown, t.id),
      kit.index("event_by_session").on(t.sessionId),
      kit.index("event_by_whole").on(t.partOfId),
      kit.index("event_by_successor").on(t.rescheduledToId),
      kit.oneOf("event_kind", "kind", EVENT_KINDS),
      kit.oneOf("event_level", "level", EVENT_LEVELS),
      kit.oneOf("event_confidence", "confidence", CONFIDENCES),
      kit.oneOf("event_date_confidence", "date_confidence", CONFIDENCES),
      kit.check("event_version", kit.sql('"version" >= 1')),
      kit.check("event_summary", kit.sql('("summary" is null) = ("summary_known_on" is null)')),
      kit.check(
        "event_not_itself",
        kit.sql('"part_of_id" <> "id" and "rescheduled_to_id" <> "id"'),
      ),
    ],
  );
  const eventId = () =>
    kit
      .text("event_id")
      .notNull()
      .references(() => event.id);

  const eventParticipant = kit.table(
    "event_participant",
    {
      eventId: eventId(),
      position: kit.int("position").notNull(),
      role: kit.word("role", PARTICIPANT_ROLES).notNull(),
      leaderId: kit.text("leader_id").references(to.leader),
      countryId: kit.text("country_id").references(to.country),
      forumId: kit.text("forum_id").references(to.forum),
      officeId: kit.text("office_id").references(to.office),
    },
    (t) => [
      kit.primaryKey({ columns: [t.eventId, t.position] }),
      kit.index("event_participant_by_leader").on(t.leaderId, t.eventId),
      kit.index("event_participant_by_country").on(t.countryId, t.eventId),
      kit.index("event_participant_by_forum").on(t.forumId, t.eventId),
      kit.index("event_participant_by_office").on(t.officeId, t.eventId),
      kit.oneOf("event_participant_role", "role", PARTICIPANT_ROLES),
      kit.check(
        "event_participant_some",
        kit.sql('coalesce("leader_id", "country_id", "forum_id") is not null'),
      ),
    ],
  );

  const eventAgreement = kit.table(
    "event_agreement",
    {
      eventId: eventId(),
      agreementId: kit.text("agreement_id").notNull().references(to.agreement),
      relation: kit.word("relation", AGREEMENT_RELATIONS).notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.eventId, t.agreementId] }),
      kit.index("event_agreement_by_agreement").on(t.agreementId, t.eventId),
      kit.oneOf("event_agreement_relation", "relation", AGREEMENT_RELATIONS),
    ],
  );

  const eventTopic = kit.table(
    "event_topic",
    { eventId: eventId(), topicId: kit.text("topic_id").notNull().references(to.topic) },
    (t) => [
      kit.primaryKey({ columns: [t.eventId, t.topicId] }),
      kit.index("event_topic_by_topic").on(t.topicId, t.eventId),
    ],
  );

  const eventState = eventStateTable(kit, {
    event: () => event.id,
    place: to.place,
    report: to.report,
  });
  return { event, eventParticipant, eventAgreement, eventTopic, eventState };
}
