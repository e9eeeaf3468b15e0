ALTER TABLE `change` ADD `last_report` integer;--> statement-breakpoint
ALTER TABLE `change` ADD `reports_hash` text;--> statement-breakpoint
ALTER TABLE `change` ADD `prev_hash` text;--> statement-breakpoint
ALTER TABLE `change` ADD `hash` text;--> statement-breakpoint
CREATE INDEX `change_by_whom` ON `change` (`by`,`revision`);--> statement-breakpoint
CREATE INDEX `change_by_action` ON `change` (`action`,`revision`);