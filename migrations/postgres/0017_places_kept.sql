-- Rows are kept whole here, whatever their columns. What is found by the country that its place lies in:
CREATE FUNCTION "search_place_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'SESSION', "id" FROM "session" WHERE "place_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_id" FROM "event_state" WHERE "place_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_place_moved" AFTER UPDATE OF "country_id" ON "place" FOR EACH ROW EXECUTE FUNCTION "search_place_moved"();--> statement-breakpoint
CREATE FUNCTION "search_country_of_places_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'SESSION', "session"."id" FROM "session" JOIN "place" ON "place"."id" = "session"."place_id" WHERE "place"."country_id" = NEW."id" ON CONFLICT DO NOTHING;
	INSERT INTO "search_stale" ("kind", "ref_id") SELECT DISTINCT 'EVENT', "event_state"."event_id" FROM "event_state" JOIN "place" ON "place"."id" = "event_state"."place_id" WHERE "place"."country_id" = NEW."id" ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "search_country_of_places_renamed" AFTER UPDATE OF "name", "official_name" ON "country" FOR EACH ROW EXECUTE FUNCTION "search_country_of_places_renamed"();
