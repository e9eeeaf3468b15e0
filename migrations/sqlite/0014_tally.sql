CREATE TABLE `tally` (
	`lane_kind` text NOT NULL,
	`exponent` integer NOT NULL,
	`cell` integer NOT NULL,
	`lane` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	`held` integer NOT NULL,
	`planned` integer NOT NULL,
	PRIMARY KEY(`lane_kind`, `exponent`, `cell`, `lane`, `kind`),
	CONSTRAINT "tally_lane_kind" CHECK("lane_kind" in ('ALL', 'COUNTRY', 'FORUM', 'AGREEMENT'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `tally_empty` ON `tally` (`count`) WHERE "count" = 0;--> statement-breakpoint
CREATE TABLE `tally_stale` (
	`day` integer PRIMARY KEY NOT NULL
);
