ALTER TABLE "place" ADD COLUMN "known_on" integer;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;