ALTER TABLE "change" ADD COLUMN "undoes" bigint;--> statement-breakpoint
ALTER TABLE "token" ADD COLUMN "used_at" text collate "C";--> statement-breakpoint
CREATE INDEX "change_by_undone" ON "change" USING btree ("undoes") WHERE "undoes" is not null;