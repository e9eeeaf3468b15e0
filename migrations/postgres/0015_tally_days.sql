-- Notes the days on which a write moves what the tally counts: those of the latest states that come, go or change, and of the events whose kind,
-- countries, forums or agreements do. The write ends by counting them anew.
CREATE FUNCTION "tally_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' AND OLD."known_to" = 2147483647 AND OLD."sort_day" IS NOT NULL THEN
		INSERT INTO "tally_stale" ("day") VALUES (OLD."sort_day") ON CONFLICT DO NOTHING;
	END IF;
	IF TG_OP <> 'DELETE' AND NEW."known_to" = 2147483647 AND NEW."sort_day" IS NOT NULL THEN
		INSERT INTO "tally_stale" ("day") VALUES (NEW."sort_day") ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "tally_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "tally_stale" ("day") SELECT DISTINCT "sort_day" FROM "event_state"
		WHERE "event_id" IN (CASE TG_OP WHEN 'INSERT' THEN NULL ELSE to_jsonb(OLD) ->> TG_ARGV[0] END,
			CASE TG_OP WHEN 'DELETE' THEN NULL ELSE to_jsonb(NEW) ->> TG_ARGV[0] END)
		AND "known_to" = 2147483647 AND "sort_day" IS NOT NULL ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "tally_session"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "tally_stale" ("day") SELECT DISTINCT "sort_day" FROM "event_state"
		WHERE "event_id" IN (SELECT "id" FROM "event" WHERE "session_id" = NEW."id")
		AND "known_to" = 2147483647 AND "sort_day" IS NOT NULL ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tally_state" AFTER INSERT OR UPDATE OR DELETE ON "event_state" FOR EACH ROW EXECUTE FUNCTION "tally_state"();--> statement-breakpoint
CREATE TRIGGER "tally_part" AFTER INSERT OR UPDATE OR DELETE ON "event_participant" FOR EACH ROW EXECUTE FUNCTION "tally_part"('event_id');--> statement-breakpoint
CREATE TRIGGER "tally_part" AFTER INSERT OR UPDATE OR DELETE ON "event_agreement" FOR EACH ROW EXECUTE FUNCTION "tally_part"('event_id');--> statement-breakpoint
CREATE TRIGGER "tally_event" AFTER UPDATE OF "kind", "session_id" ON "event" FOR EACH ROW EXECUTE FUNCTION "tally_part"('id');--> statement-breakpoint
CREATE TRIGGER "tally_session" AFTER UPDATE OF "forum_id" ON "session" FOR EACH ROW EXECUTE FUNCTION "tally_session"();--> statement-breakpoint
INSERT INTO "tally_stale" ("day") SELECT DISTINCT "sort_day" FROM "event_state" WHERE "known_to" = 2147483647 AND "sort_day" IS NOT NULL;
