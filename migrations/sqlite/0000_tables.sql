CREATE TABLE `agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`short_title` text NOT NULL,
	`aliases` text NOT NULL,
	`kind` text NOT NULL,
	`binding` text NOT NULL,
	`requires_ratification` integer NOT NULL,
	`duration` text,
	`subject` text,
	`supersedes_id` text,
	`confidence` text NOT NULL,
	`note` text,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`supersedes_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_kind" CHECK("kind" in ('TREATY', 'AGREEMENT', 'CONVENTION', 'PLAN_OF_ACTION', 'JOINT_STATEMENT', 'INTERIM_TRADE_AGREEMENT', 'DECLARATION', 'PROGRAMME', 'PROTOCOL', 'MEMORANDUM', 'FREE_TRADE_AGREEMENT', 'ARRANGEMENT', 'CONTRACT')),
	CONSTRAINT "agreement_binding" CHECK("binding" in ('LEGAL', 'POLITICAL', 'NONE')),
	CONSTRAINT "agreement_confidence" CHECK("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "agreement_version" CHECK("version" >= 1)
);
--> statement-breakpoint
CREATE INDEX `agreement_by_title` ON `agreement` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `agreement_by_superseded` ON `agreement` (`supersedes_id`);--> statement-breakpoint
CREATE TABLE `agreement_party` (
	`agreement_id` text NOT NULL,
	`position` integer NOT NULL,
	`country_id` text,
	`forum_id` text,
	`role` text NOT NULL,
	`must_ratify` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`agreement_id`, `position`),
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forum`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_party_one" CHECK(("country_id" is null) <> ("forum_id" is null))
);
--> statement-breakpoint
CREATE INDEX `agreement_party_by_country` ON `agreement_party` (`country_id`,`agreement_id`);--> statement-breakpoint
CREATE INDEX `agreement_party_by_forum` ON `agreement_party` (`forum_id`,`agreement_id`);--> statement-breakpoint
CREATE TABLE `agreement_state` (
	`agreement_id` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	`status` text NOT NULL,
	`edtf` text,
	`fixed` integer NOT NULL,
	`earliest` integer,
	`latest` integer,
	`precision` text NOT NULL,
	`qualifier` text,
	`sort_day` integer,
	`began` integer NOT NULL,
	`ended` integer,
	`disputed` integer NOT NULL,
	`ratified` integer NOT NULL,
	`must_ratify` integer NOT NULL,
	`report_id` text NOT NULL,
	`stages` text NOT NULL,
	`rivals` text NOT NULL,
	PRIMARY KEY(`agreement_id`, `known_from`),
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_state_known" CHECK("known_from" < "known_to"),
	CONSTRAINT "agreement_state_status" CHECK("status" in ('PROPOSED', 'NEGOTIATING', 'AGREED', 'SIGNED', 'RATIFIED', 'PROVISIONALLY_APPLIED', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'SUPERSEDED', 'ABANDONED')),
	CONSTRAINT "agreement_state_precision" CHECK("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "agreement_state_qualifier" CHECK("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "agreement_state_days" CHECK("earliest" <= "latest")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_state_latest` ON `agreement_state` (`agreement_id`) WHERE "known_to" = 2147483647;--> statement-breakpoint
CREATE INDEX `agreement_state_by_status` ON `agreement_state` (`status`,`sort_day`,`agreement_id`);--> statement-breakpoint
CREATE INDEX `agreement_state_by_report` ON `agreement_state` (`report_id`);--> statement-breakpoint
CREATE TABLE `agreement_topic` (
	`agreement_id` text NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`agreement_id`, `topic_id`),
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreement_topic_by_topic` ON `agreement_topic` (`topic_id`,`agreement_id`);--> statement-breakpoint
CREATE TABLE `change` (
	`revision` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`action` text NOT NULL,
	`entity_type` text,
	`entity_id` text,
	`version` integer,
	`note` text,
	`report_id` text,
	`before` text,
	`after` text,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_entity" CHECK(("entity_type" is null) = ("entity_id" is null))
);
--> statement-breakpoint
CREATE INDEX `change_by_entity` ON `change` (`entity_type`,`entity_id`,`revision`);--> statement-breakpoint
CREATE INDEX `change_by_time` ON `change` (`at`);--> statement-breakpoint
CREATE INDEX `change_by_report` ON `change` (`report_id`);--> statement-breakpoint
CREATE TABLE `country` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`alpha3` text,
	`name` text NOT NULL,
	`official_name` text NOT NULL,
	`kind` text NOT NULL,
	`capital_id` text,
	`note` text,
	FOREIGN KEY (`capital_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "country_kind" CHECK("kind" in ('STATE', 'FORMER_STATE', 'ORGANISATION'))
);
--> statement-breakpoint
CREATE INDEX `country_by_name` ON `country` (`name`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `country_code` ON `country` (`code`);--> statement-breakpoint
CREATE TABLE `dataset` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`summary_known_on` integer,
	`level` text NOT NULL,
	`session_id` text,
	`part_of_id` text,
	`rescheduled_to_id` text,
	`confidence` text NOT NULL,
	`date_confidence` text NOT NULL,
	`uncertainty` text,
	`first_known` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_of_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rescheduled_to_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_kind" CHECK("kind" in ('MEETING', 'TALKS', 'VISIT', 'SUMMIT', 'CALL', 'STATEMENT', 'MESSAGE', 'SIGNING', 'VOTE', 'ELECTION', 'INAUGURATION', 'OTHER')),
	CONSTRAINT "event_level" CHECK("level" in ('LEADERS', 'MINISTERS', 'OFFICIALS')),
	CONSTRAINT "event_confidence" CHECK("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "event_date_confidence" CHECK("date_confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "event_version" CHECK("version" >= 1),
	CONSTRAINT "event_summary" CHECK(("summary" is null) = ("summary_known_on" is null)),
	CONSTRAINT "event_not_itself" CHECK("part_of_id" <> "id" and "rescheduled_to_id" <> "id")
);
--> statement-breakpoint
CREATE INDEX `event_by_title` ON `event` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `event_by_known` ON `event` (`first_known`,`id`);--> statement-breakpoint
CREATE INDEX `event_by_session` ON `event` (`session_id`);--> statement-breakpoint
CREATE INDEX `event_by_whole` ON `event` (`part_of_id`);--> statement-breakpoint
CREATE INDEX `event_by_successor` ON `event` (`rescheduled_to_id`);--> statement-breakpoint
CREATE TABLE `event_agreement` (
	`event_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`relation` text NOT NULL,
	PRIMARY KEY(`event_id`, `agreement_id`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_agreement_relation" CHECK("relation" in ('DISCUSSED', 'PREPARED', 'SIGNED', 'RATIFIED'))
);
--> statement-breakpoint
CREATE INDEX `event_agreement_by_agreement` ON `event_agreement` (`agreement_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `event_participant` (
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`leader_id` text,
	`country_id` text,
	`forum_id` text,
	`office_id` text,
	PRIMARY KEY(`event_id`, `position`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `leader`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forum`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `office`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_participant_role" CHECK("role" in ('GUEST', 'HOST', 'PARTICIPANT', 'SPEAKER', 'SIGNATORY', 'CHAIR', 'WINNER', 'SUBJECT', 'MEDIATOR', 'VICTIM', 'CANDIDATE', 'SENDER', 'RECIPIENT', 'FOR', 'AGAINST')),
	CONSTRAINT "event_participant_some" CHECK(coalesce("leader_id", "country_id", "forum_id") is not null)
);
--> statement-breakpoint
CREATE INDEX `event_participant_by_leader` ON `event_participant` (`leader_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_participant_by_country` ON `event_participant` (`country_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_participant_by_forum` ON `event_participant` (`forum_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_participant_by_office` ON `event_participant` (`office_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `event_state` (
	`event_id` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	`status` text NOT NULL,
	`edtf` text,
	`fixed` integer NOT NULL,
	`earliest` integer,
	`latest` integer,
	`precision` text NOT NULL,
	`qualifier` text,
	`sort_day` integer,
	`span` text NOT NULL,
	`former_edtf` text,
	`former_fixed` integer,
	`former_earliest` integer,
	`former_latest` integer,
	`former_precision` text,
	`former_qualifier` text,
	`place_id` text,
	`disputed` integer NOT NULL,
	`report_id` text NOT NULL,
	`rivals` text NOT NULL,
	`last_report_on` integer NOT NULL,
	`source_count` integer NOT NULL,
	PRIMARY KEY(`event_id`, `known_from`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_state_known" CHECK("known_from" < "known_to"),
	CONSTRAINT "event_state_status" CHECK("status" in ('EXPECTED', 'SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED')),
	CONSTRAINT "event_state_span" CHECK("span" in ('SHORT', 'MIDDLE', 'LONG', 'NONE')),
	CONSTRAINT "event_state_precision" CHECK("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "event_state_qualifier" CHECK("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "event_state_days" CHECK("earliest" <= "latest"),
	CONSTRAINT "event_state_former_precision" CHECK("former_precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "event_state_former_qualifier" CHECK("former_qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "event_state_former_days" CHECK("former_earliest" <= "former_latest")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_state_latest` ON `event_state` (`event_id`) WHERE "known_to" = 2147483647;--> statement-breakpoint
CREATE INDEX `event_state_latest_by_day` ON `event_state` (`span`,`sort_day`,`event_id`,`known_from`,`earliest`,`latest`) WHERE "known_to" = 2147483647;--> statement-breakpoint
CREATE INDEX `event_state_by_day` ON `event_state` (`span`,`sort_day`,`event_id`,`known_from`,`known_to`,`earliest`,`latest`);--> statement-breakpoint
CREATE INDEX `event_state_by_status` ON `event_state` (`status`,`sort_day`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_state_by_report` ON `event_state` (`report_id`);--> statement-breakpoint
CREATE TABLE `event_topic` (
	`event_id` text NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `topic_id`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_topic_by_topic` ON `event_topic` (`topic_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `fact` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`statement` text NOT NULL,
	`quote` text,
	`speaker_id` text,
	`attributed_to` text,
	`certainty` text NOT NULL,
	`uncertainty` text,
	`sentences` text NOT NULL,
	`source_id` text NOT NULL,
	FOREIGN KEY (`speaker_id`) REFERENCES `leader`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fact_kind" CHECK("kind" in ('CONTEXT', 'ENTITY', 'EVENT', 'CLAIM', 'RELATION', 'UNCERTAINTY', 'STATEMENT')),
	CONSTRAINT "fact_certainty" CHECK("certainty" in ('STATED', 'ATTRIBUTED', 'IMPLIED', 'INFERRED'))
);
--> statement-breakpoint
CREATE INDEX `fact_by_source` ON `fact` (`source_id`,`position`);--> statement-breakpoint
CREATE TABLE `fact_ref` (
	`fact_id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`ref_id` text NOT NULL,
	PRIMARY KEY(`fact_id`, `position`),
	FOREIGN KEY (`fact_id`) REFERENCES `fact`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fact_ref_type" CHECK("type" in ('Source', 'Country', 'Place', 'Forum', 'Session', 'Leader', 'Office', 'Agreement', 'Event', 'Story', 'Fact', 'Topic'))
);
--> statement-breakpoint
CREATE INDEX `fact_ref_by_ref` ON `fact_ref` (`type`,`ref_id`);--> statement-breakpoint
CREATE TABLE `fact_source` (
	`fact_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`fact_id`, `position`),
	FOREIGN KEY (`fact_id`) REFERENCES `fact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fact_source_by_source` ON `fact_source` (`source_id`);--> statement-breakpoint
CREATE TABLE `forum` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`kind` text NOT NULL,
	`founded` text,
	`note` text,
	CONSTRAINT "forum_kind" CHECK("kind" in ('ORGANISATION', 'INTERGOVERNMENTAL_GROUP', 'NEGOTIATION_FORMAT', 'TREATY_COMMUNITY', 'SUMMIT_SERIES', 'BUSINESS_FORUM'))
);
--> statement-breakpoint
CREATE INDEX `forum_by_name` ON `forum` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`outcome` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_by_time` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `leader` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country_id` text,
	`born` text,
	`died` text,
	`died_day` integer,
	`also_known_as` text NOT NULL,
	`note` text,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `leader_by_name` ON `leader` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `leader_by_country` ON `leader` (`country_id`,`name`,`id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`country_id` text NOT NULL,
	`role` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`from_day` integer,
	`to_day` integer,
	`confidence` text NOT NULL,
	`note` text,
	FOREIGN KEY (`forum_id`) REFERENCES `forum`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role" CHECK("role" in ('FULL', 'FOUNDING', 'OBSERVER', 'INVITED', 'APPLICANT', 'ACCEDING', 'PARTNER', 'DIALOGUE_PARTNER', 'GUARANTOR', 'HOST', 'PARTICIPANT', 'MEDIATOR', 'PERMANENT')),
	CONSTRAINT "membership_confidence" CHECK("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "membership_days" CHECK("from_day" <= "to_day")
);
--> statement-breakpoint
CREATE INDEX `membership_by_forum` ON `membership` (`forum_id`,`from_day`,`id`);--> statement-breakpoint
CREATE INDEX `membership_by_country` ON `membership` (`country_id`,`from_day`,`id`);--> statement-breakpoint
CREATE TABLE `membership_source` (
	`membership_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`membership_id`, `position`),
	FOREIGN KEY (`membership_id`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_source_by_source` ON `membership_source` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `membership_source_once` ON `membership_source` (`membership_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `office` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`country_id` text,
	`forum_id` text,
	`kind` text NOT NULL,
	`rank` text NOT NULL,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forum`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "office_rank" CHECK("rank" in ('LEADER', 'MINISTER', 'OFFICIAL')),
	CONSTRAINT "office_of_one" CHECK("country_id" is null or "forum_id" is null)
);
--> statement-breakpoint
CREATE INDEX `office_by_country` ON `office` (`country_id`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `office_by_forum` ON `office` (`forum_id`,`id`);--> statement-breakpoint
CREATE TABLE `place` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country_id` text,
	`latitude` real,
	`longitude` real,
	`note` text,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_by_country` ON `place` (`country_id`);--> statement-breakpoint
CREATE TABLE `report` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`subject` text NOT NULL,
	`event_id` text,
	`agreement_id` text,
	`act` text NOT NULL,
	`target_id` text,
	`known_on` integer NOT NULL,
	`known_on_basis` text NOT NULL,
	`status` text NOT NULL,
	`step` text,
	`moves` integer NOT NULL,
	`edtf` text,
	`fixed` integer NOT NULL,
	`earliest` integer,
	`latest` integer,
	`precision` text NOT NULL,
	`qualifier` text,
	`place_id` text,
	`claimant` text NOT NULL,
	`standing` text NOT NULL,
	`body` text,
	`confidence` text NOT NULL,
	`date_confidence` text NOT NULL,
	`uncertainty` text,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreement`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_act" CHECK("act" in ('CLAIM', 'RETRACTION', 'PREFERENCE')),
	CONSTRAINT "report_known_on_basis" CHECK("known_on_basis" in ('SOURCE', 'EVENT_DAY', 'HORIZON', 'EDITOR')),
	CONSTRAINT "report_standing" CHECK("standing" in ('PARTY', 'OUTLET')),
	CONSTRAINT "report_confidence" CHECK("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "report_date_confidence" CHECK("date_confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "report_subject" CHECK(("subject" = 'EVENT' and "event_id" is not null and "agreement_id" is null and "status" in ('EXPECTED', 'SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED')) or ("subject" = 'AGREEMENT' and "agreement_id" is not null and "event_id" is null and "status" in ('PROPOSED', 'NEGOTIATING', 'AGREED', 'SIGNED', 'RATIFIED', 'PROVISIONALLY_APPLIED', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'SUPERSEDED', 'ABANDONED'))),
	CONSTRAINT "report_target" CHECK(("act" = 'CLAIM') = ("target_id" is null)),
	CONSTRAINT "report_precision" CHECK("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "report_qualifier" CHECK("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "report_days" CHECK("earliest" <= "latest")
);
--> statement-breakpoint
CREATE INDEX `report_by_event` ON `report` (`event_id`,`known_on`,`seq`);--> statement-breakpoint
CREATE INDEX `report_by_agreement` ON `report` (`agreement_id`,`known_on`,`seq`);--> statement-breakpoint
CREATE INDEX `report_by_known` ON `report` (`known_on`,`seq`);--> statement-breakpoint
CREATE INDEX `report_by_target` ON `report` (`target_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_id` ON `report` (`id`);--> statement-breakpoint
CREATE TABLE `report_party` (
	`report_id` text NOT NULL,
	`position` integer NOT NULL,
	`country_id` text,
	`forum_id` text,
	PRIMARY KEY(`report_id`, `position`),
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country_id`) REFERENCES `country`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forum`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_party_one" CHECK(("country_id" is null) <> ("forum_id" is null))
);
--> statement-breakpoint
CREATE INDEX `report_party_by_country` ON `report_party` (`country_id`);--> statement-breakpoint
CREATE INDEX `report_party_by_forum` ON `report_party` (`forum_id`);--> statement-breakpoint
CREATE TABLE `report_source` (
	`report_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`report_id`, `position`),
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_source_by_source` ON `report_source` (`source_id`,`report_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_source_once` ON `report_source` (`report_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`name` text NOT NULL,
	`ordinal` integer,
	`edtf` text,
	`fixed` integer NOT NULL,
	`earliest` integer,
	`latest` integer,
	`precision` text NOT NULL,
	`qualifier` text,
	`place_id` text,
	`mode` text,
	`status` text NOT NULL,
	`theme` text,
	`confidence` text NOT NULL,
	`date_confidence` text NOT NULL,
	`note` text,
	`known_on` integer NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forum`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_mode" CHECK("mode" in ('IN_PERSON', 'VIRTUAL', 'HYBRID')),
	CONSTRAINT "session_status" CHECK("status" in ('EXPECTED', 'SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED')),
	CONSTRAINT "session_confidence" CHECK("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "session_date_confidence" CHECK("date_confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "session_precision" CHECK("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "session_qualifier" CHECK("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "session_days" CHECK("earliest" <= "latest")
);
--> statement-breakpoint
CREATE INDEX `session_by_forum` ON `session` (`forum_id`,`earliest`,`id`);--> statement-breakpoint
CREATE INDEX `session_by_start` ON `session` (`earliest`,`id`);--> statement-breakpoint
CREATE INDEX `session_by_known` ON `session` (`known_on`);--> statement-breakpoint
CREATE TABLE `session_source` (
	`session_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `position`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_source_by_source` ON `session_source` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `session_source_once` ON `session_source` (`session_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`publisher` text NOT NULL,
	`title` text,
	`url` text,
	`language` text,
	`published_on` text,
	`published_day` integer,
	`kind` text NOT NULL,
	`state_media` integer NOT NULL,
	`description` text,
	CONSTRAINT "source_kind" CHECK("kind" in ('NEWSPAPER', 'NEWS_AGENCY', 'PHOTO_AGENCY', 'BROADCASTER', 'AGGREGATOR', 'ONLINE_NEWS', 'DOCUMENT_ARCHIVE', 'GOVERNMENT', 'BLOG', 'INTERNATIONAL_ORGANISATION', 'BUSINESS_ASSOCIATION', 'EDUCATION', 'PRESENTATION', 'ENCYCLOPAEDIA', 'GENERAL_KNOWLEDGE', 'OTHER')),
	CONSTRAINT "source_general_knowledge" CHECK("kind" <> 'GENERAL_KNOWLEDGE' or "url" is null)
);
--> statement-breakpoint
CREATE INDEX `source_by_publisher` ON `source` (`publisher`,`id`);--> statement-breakpoint
CREATE TABLE `story` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`quote` text,
	`quote_by` text,
	`source_id` text,
	`featured` integer NOT NULL,
	`view` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_by_source` ON `story` (`source_id`);--> statement-breakpoint
CREATE TABLE `story_step` (
	`story_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`known_on` integer,
	`view` text NOT NULL,
	PRIMARY KEY(`story_id`, `position`),
	FOREIGN KEY (`story_id`) REFERENCES `story`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `story_step_ref` (
	`story_id` text NOT NULL,
	`step` integer NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`ref_id` text NOT NULL,
	PRIMARY KEY(`story_id`, `step`, `position`),
	FOREIGN KEY (`story_id`,`step`) REFERENCES `story_step`(`story_id`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "story_step_ref_type" CHECK("type" in ('Source', 'Country', 'Place', 'Forum', 'Session', 'Leader', 'Office', 'Agreement', 'Event', 'Story', 'Fact', 'Topic'))
);
--> statement-breakpoint
CREATE TABLE `story_step_source` (
	`story_id` text NOT NULL,
	`step` integer NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`story_id`, `step`, `position`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`,`step`) REFERENCES `story_step`(`story_id`,`position`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `story_step_source_by_source` ON `story_step_source` (`source_id`);--> statement-breakpoint
CREATE TABLE `term` (
	`id` text PRIMARY KEY NOT NULL,
	`leader_id` text NOT NULL,
	`office_id` text NOT NULL,
	`from_edtf` text,
	`to_edtf` text,
	`from_day` integer,
	`to_day` integer,
	`how` text,
	`confidence` text NOT NULL,
	`note` text,
	FOREIGN KEY (`leader_id`) REFERENCES `leader`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `office`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "term_confidence" CHECK("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "term_days" CHECK("from_day" <= "to_day")
);
--> statement-breakpoint
CREATE INDEX `term_by_leader` ON `term` (`leader_id`,`from_day`,`id`);--> statement-breakpoint
CREATE INDEX `term_by_office` ON `term` (`office_id`,`from_day`,`id`);--> statement-breakpoint
CREATE TABLE `term_source` (
	`term_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`term_id`, `position`),
	FOREIGN KEY (`term_id`) REFERENCES `term`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `term_source_by_source` ON `term_source` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `term_source_once` ON `term_source` (`term_id`,`source_id`);--> statement-breakpoint
CREATE TABLE `token` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`prefix` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	CONSTRAINT "token_role" CHECK("role" in ('VIEWER', 'EDITOR', 'ADMIN'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `token_hash` ON `token` (`hash`);--> statement-breakpoint
CREATE TABLE `topic` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
