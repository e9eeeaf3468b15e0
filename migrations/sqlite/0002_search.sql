CREATE TABLE `search_entry` (
	`key` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ref_id` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	`names` text NOT NULL,
	`words` text NOT NULL,
	`shown` text NOT NULL,
	CONSTRAINT "search_entry_kind" CHECK("kind" in ('COUNTRY', 'LEADER', 'FORUM', 'SESSION', 'AGREEMENT', 'EVENT', 'SOURCE', 'STORY', 'TOPIC')),
	CONSTRAINT "search_entry_known" CHECK("known_from" < "known_to")
);
--> statement-breakpoint
CREATE INDEX `search_entry_by_ref` ON `search_entry` (`kind`,`ref_id`);--> statement-breakpoint
CREATE TABLE `search_stale` (
	`kind` text NOT NULL,
	`ref_id` text NOT NULL,
	PRIMARY KEY(`kind`, `ref_id`)
);
