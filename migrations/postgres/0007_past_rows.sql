-- What stood before each change, row by row, so that the data can be seen as it was recorded then. Nothing is kept before the first change.
CREATE FUNCTION "past_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	next bigint := (SELECT max("revision") + 1 FROM "change");
	image jsonb := CASE TG_OP WHEN 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
	row_key text := (SELECT '[' || string_agg((image -> name)::text, ',' ORDER BY place) || ']' FROM unnest(TG_ARGV) WITH ORDINALITY AS part(name, place));
BEGIN
	IF next IS NOT NULL THEN
		INSERT INTO "past_row" ("revision", "table_name", "row_key", "row")
			VALUES (next, TG_TABLE_NAME, row_key, CASE TG_OP WHEN 'INSERT' THEN NULL ELSE to_json(OLD) END)
			ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "past_dataset" AFTER INSERT OR UPDATE OR DELETE ON "dataset" FOR EACH ROW EXECUTE FUNCTION "past_keep"('key');--> statement-breakpoint
CREATE TRIGGER "past_topic" AFTER INSERT OR UPDATE OR DELETE ON "topic" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_source" AFTER INSERT OR UPDATE OR DELETE ON "source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_country" AFTER INSERT OR UPDATE OR DELETE ON "country" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_place" AFTER INSERT OR UPDATE OR DELETE ON "place" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_forum" AFTER INSERT OR UPDATE OR DELETE ON "forum" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_membership" AFTER INSERT OR UPDATE OR DELETE ON "membership" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_membership_source" AFTER INSERT OR UPDATE OR DELETE ON "membership_source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('membership_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_session" AFTER INSERT OR UPDATE OR DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_session_source" AFTER INSERT OR UPDATE OR DELETE ON "session_source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('session_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_leader" AFTER INSERT OR UPDATE OR DELETE ON "leader" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_office" AFTER INSERT OR UPDATE OR DELETE ON "office" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_term" AFTER INSERT OR UPDATE OR DELETE ON "term" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_term_source" AFTER INSERT OR UPDATE OR DELETE ON "term_source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('term_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_agreement" AFTER INSERT OR UPDATE OR DELETE ON "agreement" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_agreement_party" AFTER INSERT OR UPDATE OR DELETE ON "agreement_party" FOR EACH ROW EXECUTE FUNCTION "past_keep"('agreement_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_agreement_topic" AFTER INSERT OR UPDATE OR DELETE ON "agreement_topic" FOR EACH ROW EXECUTE FUNCTION "past_keep"('agreement_id', 'topic_id');--> statement-breakpoint
CREATE TRIGGER "past_event" AFTER INSERT OR UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_event_participant" AFTER INSERT OR UPDATE OR DELETE ON "event_participant" FOR EACH ROW EXECUTE FUNCTION "past_keep"('event_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_event_agreement" AFTER INSERT OR UPDATE OR DELETE ON "event_agreement" FOR EACH ROW EXECUTE FUNCTION "past_keep"('event_id', 'agreement_id');--> statement-breakpoint
CREATE TRIGGER "past_event_topic" AFTER INSERT OR UPDATE OR DELETE ON "event_topic" FOR EACH ROW EXECUTE FUNCTION "past_keep"('event_id', 'topic_id');--> statement-breakpoint
CREATE TRIGGER "past_report" AFTER INSERT OR UPDATE OR DELETE ON "report" FOR EACH ROW EXECUTE FUNCTION "past_keep"('seq');--> statement-breakpoint
CREATE TRIGGER "past_report_source" AFTER INSERT OR UPDATE OR DELETE ON "report_source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('report_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_report_party" AFTER INSERT OR UPDATE OR DELETE ON "report_party" FOR EACH ROW EXECUTE FUNCTION "past_keep"('report_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_fact" AFTER INSERT OR UPDATE OR DELETE ON "fact" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_fact_ref" AFTER INSERT OR UPDATE OR DELETE ON "fact_ref" FOR EACH ROW EXECUTE FUNCTION "past_keep"('fact_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_fact_source" AFTER INSERT OR UPDATE OR DELETE ON "fact_source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('fact_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_story" AFTER INSERT OR UPDATE OR DELETE ON "story" FOR EACH ROW EXECUTE FUNCTION "past_keep"('id');--> statement-breakpoint
CREATE TRIGGER "past_story_step" AFTER INSERT OR UPDATE OR DELETE ON "story_step" FOR EACH ROW EXECUTE FUNCTION "past_keep"('story_id', 'position');--> statement-breakpoint
CREATE TRIGGER "past_story_step_ref" AFTER INSERT OR UPDATE OR DELETE ON "story_step_ref" FOR EACH ROW EXECUTE FUNCTION "past_keep"('story_id', 'step', 'position');--> statement-breakpoint
CREATE TRIGGER "past_story_step_source" AFTER INSERT OR UPDATE OR DELETE ON "story_step_source" FOR EACH ROW EXECUTE FUNCTION "past_keep"('story_id', 'step', 'position');--> statement-breakpoint
-- Of what was recorded until now, only the last state is known.
INSERT INTO "past_row" ("revision", "table_name", "row_key", "row") SELECT max("revision"), '', '[]', NULL FROM "change" HAVING count(*) > 0;--> statement-breakpoint
CREATE TRIGGER "past_row_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "past_row"
	EXECUTE FUNCTION "refuse_rewriting"('what stood before a change is append-only');
