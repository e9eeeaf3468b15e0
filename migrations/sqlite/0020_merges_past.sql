-- The past of a row holds the new column, too.
DROP TRIGGER `past_agreement_update`;--> statement-breakpoint
DROP TRIGGER `past_agreement_delete`;--> statement-breakpoint
CREATE TRIGGER `past_agreement_update` AFTER UPDATE ON `agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'short_title', OLD.`short_title`, 'aliases', json(OLD.`aliases`), 'kind', OLD.`kind`, 'binding', OLD.`binding`, 'requires_ratification', json(CASE OLD.`requires_ratification` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'duration', OLD.`duration`, 'subject', OLD.`subject`, 'supersedes_id', OLD.`supersedes_id`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'position', OLD.`position`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_delete` AFTER DELETE ON `agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'short_title', OLD.`short_title`, 'aliases', json(OLD.`aliases`), 'kind', OLD.`kind`, 'binding', OLD.`binding`, 'requires_ratification', json(CASE OLD.`requires_ratification` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'duration', OLD.`duration`, 'subject', OLD.`subject`, 'supersedes_id', OLD.`supersedes_id`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'position', OLD.`position`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_event_update`;--> statement-breakpoint
DROP TRIGGER `past_event_delete`;--> statement-breakpoint
CREATE TRIGGER `past_event_update` AFTER UPDATE ON `event` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event', json_array(OLD.`id`), json_object('id', OLD.`id`, 'kind', OLD.`kind`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'summary_known_on', OLD.`summary_known_on`, 'level', OLD.`level`, 'session_id', OLD.`session_id`, 'part_of_id', OLD.`part_of_id`, 'rescheduled_to_id', OLD.`rescheduled_to_id`, 'confidence', OLD.`confidence`, 'date_confidence', OLD.`date_confidence`, 'uncertainty', OLD.`uncertainty`, 'first_known', OLD.`first_known`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_delete` AFTER DELETE ON `event` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event', json_array(OLD.`id`), json_object('id', OLD.`id`, 'kind', OLD.`kind`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'summary_known_on', OLD.`summary_known_on`, 'level', OLD.`level`, 'session_id', OLD.`session_id`, 'part_of_id', OLD.`part_of_id`, 'rescheduled_to_id', OLD.`rescheduled_to_id`, 'confidence', OLD.`confidence`, 'date_confidence', OLD.`date_confidence`, 'uncertainty', OLD.`uncertainty`, 'first_known', OLD.`first_known`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_forum_update`;--> statement-breakpoint
DROP TRIGGER `past_forum_delete`;--> statement-breakpoint
CREATE TRIGGER `past_forum_update` AFTER UPDATE ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'short_name', OLD.`short_name`, 'kind', OLD.`kind`, 'founded', OLD.`founded`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_forum_delete` AFTER DELETE ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'short_name', OLD.`short_name`, 'kind', OLD.`kind`, 'founded', OLD.`founded`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_source_update`;--> statement-breakpoint
DROP TRIGGER `past_source_delete`;--> statement-breakpoint
CREATE TRIGGER `past_source_update` AFTER UPDATE ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(OLD.`id`), json_object('id', OLD.`id`, 'publisher', OLD.`publisher`, 'title', OLD.`title`, 'url', OLD.`url`, 'language', OLD.`language`, 'published_on', OLD.`published_on`, 'published_day', OLD.`published_day`, 'kind', OLD.`kind`, 'state_media', json(CASE OLD.`state_media` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'description', OLD.`description`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_source_delete` AFTER DELETE ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(OLD.`id`), json_object('id', OLD.`id`, 'publisher', OLD.`publisher`, 'title', OLD.`title`, 'url', OLD.`url`, 'language', OLD.`language`, 'published_on', OLD.`published_on`, 'published_day', OLD.`published_day`, 'kind', OLD.`kind`, 'state_media', json(CASE OLD.`state_media` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'description', OLD.`description`, 'version', OLD.`version`, 'merged_into', OLD.`merged_into`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;
