ALTER TABLE `agreement` ADD `merged_into` text REFERENCES agreement(id);--> statement-breakpoint
CREATE INDEX `agreement_by_merged` ON `agreement` (`merged_into`) WHERE "merged_into" is not null;--> statement-breakpoint
ALTER TABLE `event` ADD `merged_into` text REFERENCES event(id);--> statement-breakpoint
CREATE INDEX `event_by_merged` ON `event` (`merged_into`) WHERE "merged_into" is not null;--> statement-breakpoint
ALTER TABLE `forum` ADD `merged_into` text REFERENCES forum(id);--> statement-breakpoint
CREATE INDEX `forum_by_merged` ON `forum` (`merged_into`) WHERE "merged_into" is not null;--> statement-breakpoint
ALTER TABLE `source` ADD `merged_into` text REFERENCES source(id);--> statement-breakpoint
CREATE INDEX `source_by_merged` ON `source` (`merged_into`) WHERE "merged_into" is not null;