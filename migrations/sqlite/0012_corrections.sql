ALTER TABLE `change` ADD `source_id` text REFERENCES source(id);--> statement-breakpoint
ALTER TABLE `country` ADD `known_on` integer;--> statement-breakpoint
ALTER TABLE `country` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `forum` ADD `known_on` integer;--> statement-breakpoint
ALTER TABLE `forum` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `leader` ADD `note_known_on` integer;--> statement-breakpoint
ALTER TABLE `leader` ADD `known_on` integer;--> statement-breakpoint
ALTER TABLE `leader` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `membership` ADD `known_on` integer;--> statement-breakpoint
ALTER TABLE `office` ADD `known_on` integer;--> statement-breakpoint
ALTER TABLE `office` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `story` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `term` ADD `known_on` integer;