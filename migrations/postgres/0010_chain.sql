ALTER TABLE "change" ADD COLUMN "last_report" bigint;--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "reports_hash" text collate "C";--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "prev_hash" text collate "C";--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "hash" text collate "C";--> statement-breakpoint
CREATE INDEX "change_by_whom" ON "change" USING btree ("by","revision");--> statement-breakpoint
CREATE INDEX "change_by_action" ON "change" USING btree ("action","revision");