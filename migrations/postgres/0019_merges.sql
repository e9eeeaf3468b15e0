ALTER TABLE "agreement" ADD COLUMN "merged_into" text collate "C";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "merged_into" text collate "C";--> statement-breakpoint
ALTER TABLE "forum" ADD COLUMN "merged_into" text collate "C";--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "merged_into" text collate "C";--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_merged_into_agreement_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."agreement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_merged_into_event_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum" ADD CONSTRAINT "forum_merged_into_forum_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_merged_into_source_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_by_merged" ON "agreement" USING btree ("merged_into") WHERE "merged_into" is not null;--> statement-breakpoint
CREATE INDEX "event_by_merged" ON "event" USING btree ("merged_into") WHERE "merged_into" is not null;--> statement-breakpoint
CREATE INDEX "forum_by_merged" ON "forum" USING btree ("merged_into") WHERE "merged_into" is not null;--> statement-breakpoint
CREATE INDEX "source_by_merged" ON "source" USING btree ("merged_into") WHERE "merged_into" is not null;