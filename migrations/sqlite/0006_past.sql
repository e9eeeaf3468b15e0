CREATE TABLE `past_row` (
	`revision` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_key` text NOT NULL,
	`row` text,
	PRIMARY KEY(`revision`, `table_name`, `row_key`)
);
