CREATE TABLE "search_entry" (
	"key" bigint PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"ref_id" text collate "C" NOT NULL,
	"known_from" integer NOT NULL,
	"known_to" integer NOT NULL,
	"names" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"shown" json NOT NULL,
	CONSTRAINT "search_entry_kind" CHECK ("kind" in ('COUNTRY', 'LEADER', 'FORUM', 'SESSION', 'AGREEMENT', 'EVENT', 'SOURCE', 'STORY', 'TOPIC')),
	CONSTRAINT "search_entry_known" CHECK ("known_from" < "known_to")
);
--> statement-breakpoint
CREATE TABLE "search_stale" (
	"kind" text collate "C" NOT NULL,
	"ref_id" text collate "C" NOT NULL,
	CONSTRAINT "search_stale_kind_ref_id_pk" PRIMARY KEY("kind","ref_id")
);
--> statement-breakpoint
CREATE INDEX "search_entry_by_ref" ON "search_entry" USING btree ("kind","ref_id");