-- Words to find things by. The index follows its table; triggers note what a write touched, and the write brings its entries up to date.
ALTER TABLE "search_entry"
	ADD COLUMN "names_terms" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("names", ' '))) STORED,
	ADD COLUMN "all_terms" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("names", ' ') || string_to_array("words", ' '))) STORED;--> statement-breakpoint
CREATE INDEX "search_entry_names" ON "search_entry" USING gin ("names_terms");--> statement-breakpoint
CREATE INDEX "search_entry_all" ON "search_entry" USING gin ("all_terms");--> statement-breakpoint
CREATE FUNCTION "search_mark"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id")
		VALUES (TG_ARGV[0], CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[1])
		ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_country" AFTER INSERT OR UPDATE OR DELETE ON "country" FOR EACH ROW EXECUTE FUNCTION "search_mark"('COUNTRY', 'id');--> statement-breakpoint
CREATE TRIGGER "search_leader" AFTER INSERT OR UPDATE OR DELETE ON "leader" FOR EACH ROW EXECUTE FUNCTION "search_mark"('LEADER', 'id');--> statement-breakpoint
CREATE TRIGGER "search_term" AFTER INSERT OR UPDATE OR DELETE ON "term" FOR EACH ROW EXECUTE FUNCTION "search_mark"('LEADER', 'leader_id');--> statement-breakpoint
CREATE TRIGGER "search_forum" AFTER INSERT OR UPDATE OR DELETE ON "forum" FOR EACH ROW EXECUTE FUNCTION "search_mark"('FORUM', 'id');--> statement-breakpoint
CREATE TRIGGER "search_session" AFTER INSERT OR UPDATE OR DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION "search_mark"('SESSION', 'id');--> statement-breakpoint
CREATE TRIGGER "search_agreement" AFTER INSERT OR UPDATE OR DELETE ON "agreement" FOR EACH ROW EXECUTE FUNCTION "search_mark"('AGREEMENT', 'id');--> statement-breakpoint
CREATE TRIGGER "search_agreement_party" AFTER INSERT OR UPDATE OR DELETE ON "agreement_party" FOR EACH ROW EXECUTE FUNCTION "search_mark"('AGREEMENT', 'agreement_id');--> statement-breakpoint
CREATE TRIGGER "search_agreement_topic" AFTER INSERT OR UPDATE OR DELETE ON "agreement_topic" FOR EACH ROW EXECUTE FUNCTION "search_mark"('AGREEMENT', 'agreement_id');--> statement-breakpoint
CREATE TRIGGER "search_agreement_state" AFTER INSERT OR UPDATE OR DELETE ON "agreement_state" FOR EACH ROW EXECUTE FUNCTION "search_mark"('AGREEMENT', 'agreement_id');--> statement-breakpoint
CREATE TRIGGER "search_event" AFTER INSERT OR UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "search_mark"('EVENT', 'id');--> statement-breakpoint
CREATE TRIGGER "search_event_participant" AFTER INSERT OR UPDATE OR DELETE ON "event_participant" FOR EACH ROW EXECUTE FUNCTION "search_mark"('EVENT', 'event_id');--> statement-breakpoint
CREATE TRIGGER "search_event_topic" AFTER INSERT OR UPDATE OR DELETE ON "event_topic" FOR EACH ROW EXECUTE FUNCTION "search_mark"('EVENT', 'event_id');--> statement-breakpoint
CREATE TRIGGER "search_event_state" AFTER INSERT OR UPDATE OR DELETE ON "event_state" FOR EACH ROW EXECUTE FUNCTION "search_mark"('EVENT', 'event_id');--> statement-breakpoint
CREATE TRIGGER "search_source" AFTER INSERT OR UPDATE OR DELETE ON "source" FOR EACH ROW EXECUTE FUNCTION "search_mark"('SOURCE', 'id');--> statement-breakpoint
CREATE TRIGGER "search_story" AFTER INSERT OR UPDATE OR DELETE ON "story" FOR EACH ROW EXECUTE FUNCTION "search_mark"('STORY', 'id');--> statement-breakpoint
CREATE TRIGGER "search_story_step" AFTER INSERT OR UPDATE OR DELETE ON "story_step" FOR EACH ROW EXECUTE FUNCTION "search_mark"('STORY', 'story_id');--> statement-breakpoint
CREATE TRIGGER "search_topic" AFTER INSERT OR UPDATE OR DELETE ON "topic" FOR EACH ROW EXECUTE FUNCTION "search_mark"('TOPIC', 'id');--> statement-breakpoint
CREATE FUNCTION "search_country_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'LEADER', "id" FROM "leader" WHERE "country_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'AGREEMENT', "agreement_id" FROM "agreement_party" WHERE "country_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_id" FROM "event_participant" WHERE "country_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_country_renamed" AFTER UPDATE OF "name", "official_name" ON "country" FOR EACH ROW EXECUTE FUNCTION "search_country_renamed"();--> statement-breakpoint
CREATE FUNCTION "search_leader_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_id" FROM "event_participant" WHERE "leader_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_leader_renamed" AFTER UPDATE OF "name", "also_known_as" ON "leader" FOR EACH ROW EXECUTE FUNCTION "search_leader_renamed"();--> statement-breakpoint
CREATE FUNCTION "search_forum_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'SESSION', "id" FROM "session" WHERE "forum_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'AGREEMENT', "agreement_id" FROM "agreement_party" WHERE "forum_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_id" FROM "event_participant" WHERE "forum_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_forum_renamed" AFTER UPDATE OF "name", "short_name" ON "forum" FOR EACH ROW EXECUTE FUNCTION "search_forum_renamed"();--> statement-breakpoint
CREATE FUNCTION "search_place_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'COUNTRY', "id" FROM "country" WHERE "capital_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'SESSION', "id" FROM "session" WHERE "place_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_id" FROM "event_state" WHERE "place_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_place_renamed" AFTER UPDATE OF "name" ON "place" FOR EACH ROW EXECUTE FUNCTION "search_place_renamed"();--> statement-breakpoint
CREATE FUNCTION "search_topic_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'AGREEMENT', "agreement_id" FROM "agreement_topic" WHERE "topic_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_id" FROM "event_topic" WHERE "topic_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_topic_renamed" AFTER UPDATE OF "name" ON "topic" FOR EACH ROW EXECUTE FUNCTION "search_topic_renamed"();--> statement-breakpoint
CREATE FUNCTION "search_office_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'LEADER', "leader_id" FROM "term" WHERE "office_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_office_renamed" AFTER UPDATE OF "title" ON "office" FOR EACH ROW EXECUTE FUNCTION "search_office_renamed"();--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'COUNTRY', "id" FROM "country";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'LEADER', "id" FROM "leader";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'FORUM', "id" FROM "forum";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'SESSION', "id" FROM "session";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'AGREEMENT', "id" FROM "agreement";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'EVENT', "id" FROM "event";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'SOURCE', "id" FROM "source";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'STORY', "id" FROM "story";--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'TOPIC', "id" FROM "topic";
