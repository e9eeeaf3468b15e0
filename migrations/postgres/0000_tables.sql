CREATE TABLE "agreement" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"title" text collate "C" NOT NULL,
	"short_title" text collate "C" NOT NULL,
	"aliases" json NOT NULL,
	"kind" text collate "C" NOT NULL,
	"binding" text collate "C" NOT NULL,
	"requires_ratification" boolean NOT NULL,
	"duration" text collate "C",
	"subject" text collate "C",
	"supersedes_id" text collate "C",
	"confidence" text collate "C" NOT NULL,
	"note" text collate "C",
	"position" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "agreement_kind" CHECK ("kind" in ('TREATY', 'AGREEMENT', 'CONVENTION', 'PLAN_OF_ACTION', 'JOINT_STATEMENT', 'INTERIM_TRADE_AGREEMENT', 'DECLARATION', 'PROGRAMME', 'PROTOCOL', 'MEMORANDUM', 'FREE_TRADE_AGREEMENT', 'ARRANGEMENT', 'CONTRACT')),
	CONSTRAINT "agreement_binding" CHECK ("binding" in ('LEGAL', 'POLITICAL', 'NONE')),
	CONSTRAINT "agreement_confidence" CHECK ("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "agreement_version" CHECK ("version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "agreement_party" (
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"country_id" text collate "C",
	"forum_id" text collate "C",
	"role" text collate "C" NOT NULL,
	"must_ratify" boolean NOT NULL,
	"note" text collate "C",
	CONSTRAINT "agreement_party_agreement_id_position_pk" PRIMARY KEY("agreement_id","position"),
	CONSTRAINT "agreement_party_one" CHECK (("country_id" is null) <> ("forum_id" is null))
);
--> statement-breakpoint
CREATE TABLE "agreement_state" (
	"agreement_id" text collate "C" NOT NULL,
	"known_from" integer NOT NULL,
	"known_to" integer NOT NULL,
	"status" text collate "C" NOT NULL,
	"edtf" text collate "C",
	"fixed" boolean NOT NULL,
	"earliest" integer,
	"latest" integer,
	"precision" text collate "C" NOT NULL,
	"qualifier" text collate "C",
	"sort_day" integer,
	"began" integer NOT NULL,
	"ended" integer,
	"disputed" boolean NOT NULL,
	"ratified" integer NOT NULL,
	"must_ratify" integer NOT NULL,
	"report_id" text collate "C" NOT NULL,
	"stages" json NOT NULL,
	"rivals" json NOT NULL,
	CONSTRAINT "agreement_state_agreement_id_known_from_pk" PRIMARY KEY("agreement_id","known_from"),
	CONSTRAINT "agreement_state_known" CHECK ("known_from" < "known_to"),
	CONSTRAINT "agreement_state_status" CHECK ("status" in ('PROPOSED', 'NEGOTIATING', 'AGREED', 'SIGNED', 'RATIFIED', 'PROVISIONALLY_APPLIED', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'SUPERSEDED', 'ABANDONED')),
	CONSTRAINT "agreement_state_precision" CHECK ("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "agreement_state_qualifier" CHECK ("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "agreement_state_days" CHECK ("earliest" <= "latest")
);
--> statement-breakpoint
CREATE TABLE "agreement_topic" (
	"agreement_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	CONSTRAINT "agreement_topic_agreement_id_topic_id_pk" PRIMARY KEY("agreement_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "change" (
	"revision" bigint PRIMARY KEY NOT NULL,
	"at" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"entity_type" text collate "C",
	"entity_id" text collate "C",
	"version" integer,
	"note" text collate "C",
	"report_id" text collate "C",
	"before" json,
	"after" json,
	CONSTRAINT "change_entity" CHECK (("entity_type" is null) = ("entity_id" is null))
);
--> statement-breakpoint
CREATE TABLE "country" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"alpha3" text collate "C",
	"name" text collate "C" NOT NULL,
	"official_name" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"capital_id" text collate "C",
	"note" text collate "C",
	CONSTRAINT "country_code" UNIQUE("code"),
	CONSTRAINT "country_kind" CHECK ("kind" in ('STATE', 'FORMER_STATE', 'ORGANISATION'))
);
--> statement-breakpoint
CREATE TABLE "dataset" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"summary" text collate "C",
	"summary_known_on" integer,
	"level" text collate "C" NOT NULL,
	"session_id" text collate "C",
	"part_of_id" text collate "C",
	"rescheduled_to_id" text collate "C",
	"confidence" text collate "C" NOT NULL,
	"date_confidence" text collate "C" NOT NULL,
	"uncertainty" text collate "C",
	"first_known" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "event_kind" CHECK ("kind" in ('MEETING', 'TALKS', 'VISIT', 'SUMMIT', 'CALL', 'STATEMENT', 'MESSAGE', 'SIGNING', 'VOTE', 'ELECTION', 'INAUGURATION', 'OTHER')),
	CONSTRAINT "event_level" CHECK ("level" in ('LEADERS', 'MINISTERS', 'OFFICIALS')),
	CONSTRAINT "event_confidence" CHECK ("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "event_date_confidence" CHECK ("date_confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "event_version" CHECK ("version" >= 1),
	CONSTRAINT "event_summary" CHECK (("summary" is null) = ("summary_known_on" is null)),
	CONSTRAINT "event_not_itself" CHECK ("part_of_id" <> "id" and "rescheduled_to_id" <> "id")
);
--> statement-breakpoint
CREATE TABLE "event_agreement" (
	"event_id" text collate "C" NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"relation" text collate "C" NOT NULL,
	CONSTRAINT "event_agreement_event_id_agreement_id_pk" PRIMARY KEY("event_id","agreement_id"),
	CONSTRAINT "event_agreement_relation" CHECK ("relation" in ('DISCUSSED', 'PREPARED', 'SIGNED', 'RATIFIED'))
);
--> statement-breakpoint
CREATE TABLE "event_participant" (
	"event_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"role" text collate "C" NOT NULL,
	"leader_id" text collate "C",
	"country_id" text collate "C",
	"forum_id" text collate "C",
	"office_id" text collate "C",
	CONSTRAINT "event_participant_event_id_position_pk" PRIMARY KEY("event_id","position"),
	CONSTRAINT "event_participant_role" CHECK ("role" in ('GUEST', 'HOST', 'PARTICIPANT', 'SPEAKER', 'SIGNATORY', 'CHAIR', 'WINNER', 'SUBJECT', 'MEDIATOR', 'VICTIM', 'CANDIDATE', 'SENDER', 'RECIPIENT', 'FOR', 'AGAINST')),
	CONSTRAINT "event_participant_some" CHECK (coalesce("leader_id", "country_id", "forum_id") is not null)
);
--> statement-breakpoint
CREATE TABLE "event_state" (
	"event_id" text collate "C" NOT NULL,
	"known_from" integer NOT NULL,
	"known_to" integer NOT NULL,
	"status" text collate "C" NOT NULL,
	"edtf" text collate "C",
	"fixed" boolean NOT NULL,
	"earliest" integer,
	"latest" integer,
	"precision" text collate "C" NOT NULL,
	"qualifier" text collate "C",
	"sort_day" integer,
	"span" text collate "C" NOT NULL,
	"former_edtf" text collate "C",
	"former_fixed" boolean,
	"former_earliest" integer,
	"former_latest" integer,
	"former_precision" text collate "C",
	"former_qualifier" text collate "C",
	"place_id" text collate "C",
	"disputed" boolean NOT NULL,
	"report_id" text collate "C" NOT NULL,
	"rivals" json NOT NULL,
	"last_report_on" integer NOT NULL,
	"source_count" integer NOT NULL,
	CONSTRAINT "event_state_event_id_known_from_pk" PRIMARY KEY("event_id","known_from"),
	CONSTRAINT "event_state_known" CHECK ("known_from" < "known_to"),
	CONSTRAINT "event_state_status" CHECK ("status" in ('EXPECTED', 'SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED')),
	CONSTRAINT "event_state_span" CHECK ("span" in ('SHORT', 'MIDDLE', 'LONG', 'NONE')),
	CONSTRAINT "event_state_precision" CHECK ("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "event_state_qualifier" CHECK ("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "event_state_days" CHECK ("earliest" <= "latest"),
	CONSTRAINT "event_state_former_precision" CHECK ("former_precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "event_state_former_qualifier" CHECK ("former_qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "event_state_former_days" CHECK ("former_earliest" <= "former_latest")
);
--> statement-breakpoint
CREATE TABLE "event_topic" (
	"event_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	CONSTRAINT "event_topic_event_id_topic_id_pk" PRIMARY KEY("event_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"kind" text collate "C" NOT NULL,
	"statement" text collate "C" NOT NULL,
	"quote" text collate "C",
	"speaker_id" text collate "C",
	"attributed_to" text collate "C",
	"certainty" text collate "C" NOT NULL,
	"uncertainty" text collate "C",
	"sentences" json NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "fact_kind" CHECK ("kind" in ('CONTEXT', 'ENTITY', 'EVENT', 'CLAIM', 'RELATION', 'UNCERTAINTY', 'STATEMENT')),
	CONSTRAINT "fact_certainty" CHECK ("certainty" in ('STATED', 'ATTRIBUTED', 'IMPLIED', 'INFERRED'))
);
--> statement-breakpoint
CREATE TABLE "fact_ref" (
	"fact_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"type" text collate "C" NOT NULL,
	"ref_id" text collate "C" NOT NULL,
	CONSTRAINT "fact_ref_fact_id_position_pk" PRIMARY KEY("fact_id","position"),
	CONSTRAINT "fact_ref_type" CHECK ("type" in ('Source', 'Country', 'Place', 'Forum', 'Session', 'Leader', 'Office', 'Agreement', 'Event', 'Story', 'Fact', 'Topic'))
);
--> statement-breakpoint
CREATE TABLE "fact_source" (
	"fact_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "fact_source_fact_id_position_pk" PRIMARY KEY("fact_id","position")
);
--> statement-breakpoint
CREATE TABLE "forum" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"short_name" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"founded" text collate "C",
	"note" text collate "C",
	CONSTRAINT "forum_kind" CHECK ("kind" in ('ORGANISATION', 'INTERGOVERNMENTAL_GROUP', 'NEGOTIATION_FORMAT', 'TREATY_COMMUNITY', 'SUMMIT_SERIES', 'BUSINESS_FORUM'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"actor" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"input_hash" text collate "C" NOT NULL,
	"outcome" json NOT NULL,
	"at" text collate "C" NOT NULL,
	CONSTRAINT "idempotency_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "leader" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"country_id" text collate "C",
	"born" text collate "C",
	"died" text collate "C",
	"died_day" integer,
	"also_known_as" json NOT NULL,
	"note" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"forum_id" text collate "C" NOT NULL,
	"country_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"from_edtf" text collate "C",
	"to_edtf" text collate "C",
	"from_day" integer,
	"to_day" integer,
	"confidence" text collate "C" NOT NULL,
	"note" text collate "C",
	CONSTRAINT "membership_role" CHECK ("role" in ('FULL', 'FOUNDING', 'OBSERVER', 'INVITED', 'APPLICANT', 'ACCEDING', 'PARTNER', 'DIALOGUE_PARTNER', 'GUARANTOR', 'HOST', 'PARTICIPANT', 'MEDIATOR', 'PERMANENT')),
	CONSTRAINT "membership_confidence" CHECK ("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "membership_days" CHECK ("from_day" <= "to_day")
);
--> statement-breakpoint
CREATE TABLE "membership_source" (
	"membership_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "membership_source_membership_id_position_pk" PRIMARY KEY("membership_id","position"),
	CONSTRAINT "membership_source_once" UNIQUE("membership_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "office" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"title" text collate "C" NOT NULL,
	"country_id" text collate "C",
	"forum_id" text collate "C",
	"kind" text collate "C" NOT NULL,
	"rank" text collate "C" NOT NULL,
	CONSTRAINT "office_rank" CHECK ("rank" in ('LEADER', 'MINISTER', 'OFFICIAL')),
	CONSTRAINT "office_of_one" CHECK ("country_id" is null or "forum_id" is null)
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"country_id" text collate "C",
	"latitude" double precision,
	"longitude" double precision,
	"note" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "report" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"id" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"event_id" text collate "C",
	"agreement_id" text collate "C",
	"act" text collate "C" NOT NULL,
	"target_id" text collate "C",
	"known_on" integer NOT NULL,
	"known_on_basis" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"step" text collate "C",
	"moves" boolean NOT NULL,
	"edtf" text collate "C",
	"fixed" boolean NOT NULL,
	"earliest" integer,
	"latest" integer,
	"precision" text collate "C" NOT NULL,
	"qualifier" text collate "C",
	"place_id" text collate "C",
	"claimant" text collate "C" NOT NULL,
	"standing" text collate "C" NOT NULL,
	"body" text collate "C",
	"confidence" text collate "C" NOT NULL,
	"date_confidence" text collate "C" NOT NULL,
	"uncertainty" text collate "C",
	"note" text collate "C",
	"recorded_at" text collate "C" NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	CONSTRAINT "report_id" UNIQUE("id"),
	CONSTRAINT "report_act" CHECK ("act" in ('CLAIM', 'RETRACTION', 'PREFERENCE')),
	CONSTRAINT "report_known_on_basis" CHECK ("known_on_basis" in ('SOURCE', 'EVENT_DAY', 'HORIZON', 'EDITOR')),
	CONSTRAINT "report_standing" CHECK ("standing" in ('PARTY', 'OUTLET')),
	CONSTRAINT "report_confidence" CHECK ("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "report_date_confidence" CHECK ("date_confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "report_subject" CHECK (("subject" = 'EVENT' and "event_id" is not null and "agreement_id" is null and "status" in ('EXPECTED', 'SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED')) or ("subject" = 'AGREEMENT' and "agreement_id" is not null and "event_id" is null and "status" in ('PROPOSED', 'NEGOTIATING', 'AGREED', 'SIGNED', 'RATIFIED', 'PROVISIONALLY_APPLIED', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'SUPERSEDED', 'ABANDONED'))),
	CONSTRAINT "report_target" CHECK (("act" = 'CLAIM') = ("target_id" is null)),
	CONSTRAINT "report_precision" CHECK ("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "report_qualifier" CHECK ("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "report_days" CHECK ("earliest" <= "latest")
);
--> statement-breakpoint
CREATE TABLE "report_party" (
	"report_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"country_id" text collate "C",
	"forum_id" text collate "C",
	CONSTRAINT "report_party_report_id_position_pk" PRIMARY KEY("report_id","position"),
	CONSTRAINT "report_party_one" CHECK (("country_id" is null) <> ("forum_id" is null))
);
--> statement-breakpoint
CREATE TABLE "report_source" (
	"report_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "report_source_report_id_position_pk" PRIMARY KEY("report_id","position"),
	CONSTRAINT "report_source_once" UNIQUE("report_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"forum_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"ordinal" integer,
	"edtf" text collate "C",
	"fixed" boolean NOT NULL,
	"earliest" integer,
	"latest" integer,
	"precision" text collate "C" NOT NULL,
	"qualifier" text collate "C",
	"place_id" text collate "C",
	"mode" text collate "C",
	"status" text collate "C" NOT NULL,
	"theme" text collate "C",
	"confidence" text collate "C" NOT NULL,
	"date_confidence" text collate "C" NOT NULL,
	"note" text collate "C",
	"known_on" integer NOT NULL,
	CONSTRAINT "session_mode" CHECK ("mode" in ('IN_PERSON', 'VIRTUAL', 'HYBRID')),
	CONSTRAINT "session_status" CHECK ("status" in ('EXPECTED', 'SCHEDULED', 'HELD', 'POSTPONED', 'CANCELLED')),
	CONSTRAINT "session_confidence" CHECK ("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "session_date_confidence" CHECK ("date_confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "session_precision" CHECK ("precision" in ('DAY', 'MONTH', 'YEAR', 'INTERVAL', 'NONE')),
	CONSTRAINT "session_qualifier" CHECK ("qualifier" in ('APPROXIMATE', 'UNCERTAIN', 'UNCERTAIN_AND_APPROXIMATE')),
	CONSTRAINT "session_days" CHECK ("earliest" <= "latest")
);
--> statement-breakpoint
CREATE TABLE "session_source" (
	"session_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "session_source_session_id_position_pk" PRIMARY KEY("session_id","position"),
	CONSTRAINT "session_source_once" UNIQUE("session_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"publisher" text collate "C" NOT NULL,
	"title" text collate "C",
	"url" text collate "C",
	"language" text collate "C",
	"published_on" text collate "C",
	"published_day" integer,
	"kind" text collate "C" NOT NULL,
	"state_media" boolean NOT NULL,
	"description" text collate "C",
	CONSTRAINT "source_kind" CHECK ("kind" in ('NEWSPAPER', 'NEWS_AGENCY', 'PHOTO_AGENCY', 'BROADCASTER', 'AGGREGATOR', 'ONLINE_NEWS', 'DOCUMENT_ARCHIVE', 'GOVERNMENT', 'BLOG', 'INTERNATIONAL_ORGANISATION', 'BUSINESS_ASSOCIATION', 'EDUCATION', 'PRESENTATION', 'ENCYCLOPAEDIA', 'GENERAL_KNOWLEDGE', 'OTHER')),
	CONSTRAINT "source_general_knowledge" CHECK ("kind" <> 'GENERAL_KNOWLEDGE' or "url" is null)
);
--> statement-breakpoint
CREATE TABLE "story" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"title" text collate "C" NOT NULL,
	"summary" text collate "C" NOT NULL,
	"quote" text collate "C",
	"quote_by" text collate "C",
	"source_id" text collate "C",
	"featured" boolean NOT NULL,
	"view" text collate "C" NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_step" (
	"story_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"title" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"known_on" integer,
	"view" text collate "C" NOT NULL,
	CONSTRAINT "story_step_story_id_position_pk" PRIMARY KEY("story_id","position")
);
--> statement-breakpoint
CREATE TABLE "story_step_ref" (
	"story_id" text collate "C" NOT NULL,
	"step" integer NOT NULL,
	"position" integer NOT NULL,
	"type" text collate "C" NOT NULL,
	"ref_id" text collate "C" NOT NULL,
	CONSTRAINT "story_step_ref_story_id_step_position_pk" PRIMARY KEY("story_id","step","position"),
	CONSTRAINT "story_step_ref_type" CHECK ("type" in ('Source', 'Country', 'Place', 'Forum', 'Session', 'Leader', 'Office', 'Agreement', 'Event', 'Story', 'Fact', 'Topic'))
);
--> statement-breakpoint
CREATE TABLE "story_step_source" (
	"story_id" text collate "C" NOT NULL,
	"step" integer NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "story_step_source_story_id_step_position_pk" PRIMARY KEY("story_id","step","position")
);
--> statement-breakpoint
CREATE TABLE "term" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"leader_id" text collate "C" NOT NULL,
	"office_id" text collate "C" NOT NULL,
	"from_edtf" text collate "C",
	"to_edtf" text collate "C",
	"from_day" integer,
	"to_day" integer,
	"how" text collate "C",
	"confidence" text collate "C" NOT NULL,
	"note" text collate "C",
	CONSTRAINT "term_confidence" CHECK ("confidence" in ('CERTAIN', 'WELL_ESTABLISHED', 'UNCERTAIN')),
	CONSTRAINT "term_days" CHECK ("from_day" <= "to_day")
);
--> statement-breakpoint
CREATE TABLE "term_source" (
	"term_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	CONSTRAINT "term_source_term_id_position_pk" PRIMARY KEY("term_id","position"),
	CONSTRAINT "term_source_once" UNIQUE("term_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "token" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"prefix" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"expires_at" text collate "C",
	"revoked_at" text collate "C",
	CONSTRAINT "token_hash" UNIQUE("hash"),
	CONSTRAINT "token_role" CHECK ("role" in ('VIEWER', 'EDITOR', 'ADMIN'))
);
--> statement-breakpoint
CREATE TABLE "topic" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_supersedes_id_agreement_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_state" ADD CONSTRAINT "agreement_state_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_state" ADD CONSTRAINT "agreement_state_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_topic" ADD CONSTRAINT "agreement_topic_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_topic" ADD CONSTRAINT "agreement_topic_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_capital_id_place_id_fk" FOREIGN KEY ("capital_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_part_of_id_event_id_fk" FOREIGN KEY ("part_of_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_rescheduled_to_id_event_id_fk" FOREIGN KEY ("rescheduled_to_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_agreement" ADD CONSTRAINT "event_agreement_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_agreement" ADD CONSTRAINT "event_agreement_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_leader_id_leader_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leader"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participant" ADD CONSTRAINT "event_participant_office_id_office_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."office"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_state" ADD CONSTRAINT "event_state_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_state" ADD CONSTRAINT "event_state_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_state" ADD CONSTRAINT "event_state_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_topic" ADD CONSTRAINT "event_topic_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_topic" ADD CONSTRAINT "event_topic_topic_id_topic_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact" ADD CONSTRAINT "fact_speaker_id_leader_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."leader"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact" ADD CONSTRAINT "fact_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_ref" ADD CONSTRAINT "fact_ref_fact_id_fact_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."fact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_source" ADD CONSTRAINT "fact_source_fact_id_fact_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."fact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_source" ADD CONSTRAINT "fact_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leader" ADD CONSTRAINT "leader_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_source" ADD CONSTRAINT "membership_source_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_source" ADD CONSTRAINT "membership_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office" ADD CONSTRAINT "office_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office" ADD CONSTRAINT "office_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_agreement_id_agreement_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_target_id_report_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_party" ADD CONSTRAINT "report_party_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_party" ADD CONSTRAINT "report_party_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_party" ADD CONSTRAINT "report_party_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_source" ADD CONSTRAINT "report_source_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_source" ADD CONSTRAINT "report_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_source" ADD CONSTRAINT "session_source_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_source" ADD CONSTRAINT "session_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story" ADD CONSTRAINT "story_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_step" ADD CONSTRAINT "story_step_story_id_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."story"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_step_ref" ADD CONSTRAINT "story_step_ref_story_id_step_story_step_story_id_position_fk" FOREIGN KEY ("story_id","step") REFERENCES "public"."story_step"("story_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_step_source" ADD CONSTRAINT "story_step_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_step_source" ADD CONSTRAINT "story_step_source_story_id_step_story_step_story_id_position_fk" FOREIGN KEY ("story_id","step") REFERENCES "public"."story_step"("story_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term" ADD CONSTRAINT "term_leader_id_leader_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leader"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term" ADD CONSTRAINT "term_office_id_office_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."office"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_source" ADD CONSTRAINT "term_source_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_source" ADD CONSTRAINT "term_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_by_title" ON "agreement" USING btree ("title","id");--> statement-breakpoint
CREATE INDEX "agreement_by_superseded" ON "agreement" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "agreement_party_by_country" ON "agreement_party" USING btree ("country_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_party_by_forum" ON "agreement_party" USING btree ("forum_id","agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_state_latest" ON "agreement_state" USING btree ("agreement_id") WHERE "known_to" = 2147483647;--> statement-breakpoint
CREATE INDEX "agreement_state_by_status" ON "agreement_state" USING btree ("status","sort_day","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_state_by_report" ON "agreement_state" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "agreement_topic_by_topic" ON "agreement_topic" USING btree ("topic_id","agreement_id");--> statement-breakpoint
CREATE INDEX "change_by_entity" ON "change" USING btree ("entity_type","entity_id","revision");--> statement-breakpoint
CREATE INDEX "change_by_time" ON "change" USING btree ("at");--> statement-breakpoint
CREATE INDEX "change_by_report" ON "change" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "country_by_name" ON "country" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "event_by_title" ON "event" USING btree ("title","id");--> statement-breakpoint
CREATE INDEX "event_by_known" ON "event" USING btree ("first_known","id");--> statement-breakpoint
CREATE INDEX "event_by_session" ON "event" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "event_by_whole" ON "event" USING btree ("part_of_id");--> statement-breakpoint
CREATE INDEX "event_by_successor" ON "event" USING btree ("rescheduled_to_id");--> statement-breakpoint
CREATE INDEX "event_agreement_by_agreement" ON "event_agreement" USING btree ("agreement_id","event_id");--> statement-breakpoint
CREATE INDEX "event_participant_by_leader" ON "event_participant" USING btree ("leader_id","event_id");--> statement-breakpoint
CREATE INDEX "event_participant_by_country" ON "event_participant" USING btree ("country_id","event_id");--> statement-breakpoint
CREATE INDEX "event_participant_by_forum" ON "event_participant" USING btree ("forum_id","event_id");--> statement-breakpoint
CREATE INDEX "event_participant_by_office" ON "event_participant" USING btree ("office_id","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_state_latest" ON "event_state" USING btree ("event_id") WHERE "known_to" = 2147483647;--> statement-breakpoint
CREATE INDEX "event_state_latest_by_day" ON "event_state" USING btree ("span","sort_day","event_id","known_from","earliest","latest") WHERE "known_to" = 2147483647;--> statement-breakpoint
CREATE INDEX "event_state_by_day" ON "event_state" USING btree ("span","sort_day","event_id","known_from","known_to","earliest","latest");--> statement-breakpoint
CREATE INDEX "event_state_by_status" ON "event_state" USING btree ("status","sort_day","event_id");--> statement-breakpoint
CREATE INDEX "event_state_by_report" ON "event_state" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "event_topic_by_topic" ON "event_topic" USING btree ("topic_id","event_id");--> statement-breakpoint
CREATE INDEX "fact_by_source" ON "fact" USING btree ("source_id","position");--> statement-breakpoint
CREATE INDEX "fact_ref_by_ref" ON "fact_ref" USING btree ("type","ref_id");--> statement-breakpoint
CREATE INDEX "fact_source_by_source" ON "fact_source" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "forum_by_name" ON "forum" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "idempotency_by_time" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "leader_by_name" ON "leader" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "leader_by_country" ON "leader" USING btree ("country_id","name","id");--> statement-breakpoint
CREATE INDEX "membership_by_forum" ON "membership" USING btree ("forum_id","from_day","id");--> statement-breakpoint
CREATE INDEX "membership_by_country" ON "membership" USING btree ("country_id","from_day","id");--> statement-breakpoint
CREATE INDEX "membership_source_by_source" ON "membership_source" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "office_by_country" ON "office" USING btree ("country_id","rank","id");--> statement-breakpoint
CREATE INDEX "office_by_forum" ON "office" USING btree ("forum_id","id");--> statement-breakpoint
CREATE INDEX "place_by_country" ON "place" USING btree ("country_id");--> statement-breakpoint
CREATE INDEX "report_by_event" ON "report" USING btree ("event_id","known_on","seq");--> statement-breakpoint
CREATE INDEX "report_by_agreement" ON "report" USING btree ("agreement_id","known_on","seq");--> statement-breakpoint
CREATE INDEX "report_by_known" ON "report" USING btree ("known_on","seq");--> statement-breakpoint
CREATE INDEX "report_by_target" ON "report" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "report_party_by_country" ON "report_party" USING btree ("country_id");--> statement-breakpoint
CREATE INDEX "report_party_by_forum" ON "report_party" USING btree ("forum_id");--> statement-breakpoint
CREATE INDEX "report_source_by_source" ON "report_source" USING btree ("source_id","report_id");--> statement-breakpoint
CREATE INDEX "session_by_forum" ON "session" USING btree ("forum_id","earliest","id");--> statement-breakpoint
CREATE INDEX "session_by_start" ON "session" USING btree ("earliest","id");--> statement-breakpoint
CREATE INDEX "session_by_known" ON "session" USING btree ("known_on");--> statement-breakpoint
CREATE INDEX "session_source_by_source" ON "session_source" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "source_by_publisher" ON "source" USING btree ("publisher","id");--> statement-breakpoint
CREATE INDEX "story_by_source" ON "story" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "story_step_source_by_source" ON "story_step_source" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "term_by_leader" ON "term" USING btree ("leader_id","from_day","id");--> statement-breakpoint
CREATE INDEX "term_by_office" ON "term" USING btree ("office_id","from_day","id");--> statement-breakpoint
CREATE INDEX "term_source_by_source" ON "term_source" USING btree ("source_id");