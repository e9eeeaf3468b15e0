ALTER TABLE "change" ADD COLUMN "source_id" text collate "C";--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "country" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "forum" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "forum" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "note_known_on" integer;--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "leader" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "office" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "office" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "story" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "term" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;