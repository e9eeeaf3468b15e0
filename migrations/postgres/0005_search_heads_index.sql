-- Who and where a thing is about is looked at apart from what is said of it. Everything is indexed anew.
DELETE FROM "search_entry";--> statement-breakpoint
ALTER TABLE "search_entry"
	DROP COLUMN "all_terms",
	ADD COLUMN "head_terms" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("names", ' ') || string_to_array("heads", ' '))) STORED,
	ADD COLUMN "all_terms" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("names", ' ') || string_to_array("heads", ' ') || string_to_array("words", ' '))) STORED;--> statement-breakpoint
CREATE INDEX "search_entry_heads" ON "search_entry" USING gin ("head_terms");--> statement-breakpoint
CREATE INDEX "search_entry_all" ON "search_entry" USING gin ("all_terms");--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'COUNTRY', "id" FROM "country" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'LEADER', "id" FROM "leader" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'FORUM', "id" FROM "forum" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'SESSION', "id" FROM "session" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'AGREEMENT', "id" FROM "agreement" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'EVENT', "id" FROM "event" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'SOURCE', "id" FROM "source" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'STORY', "id" FROM "story" ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "search_stale" ("kind", "ref_id") SELECT 'TOPIC', "id" FROM "topic" ON CONFLICT DO NOTHING;
