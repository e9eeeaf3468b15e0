ALTER TABLE `place` ADD `known_on` integer;--> statement-breakpoint
ALTER TABLE `place` ADD `version` integer DEFAULT 1 NOT NULL;