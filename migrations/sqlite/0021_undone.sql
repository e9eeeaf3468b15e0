ALTER TABLE `change` ADD `undoes` integer;--> statement-breakpoint
CREATE INDEX `change_by_undone` ON `change` (`undoes`) WHERE "undoes" is not null;--> statement-breakpoint
ALTER TABLE `token` ADD `used_at` text;