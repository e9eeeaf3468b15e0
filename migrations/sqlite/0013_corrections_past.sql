-- The past of a row holds the new columns, too.
DROP TRIGGER `past_source_update`;--> statement-breakpoint
DROP TRIGGER `past_source_delete`;--> statement-breakpoint
CREATE TRIGGER `past_source_update` AFTER UPDATE ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(OLD.`id`), json_object('id', OLD.`id`, 'publisher', OLD.`publisher`, 'title', OLD.`title`, 'url', OLD.`url`, 'language', OLD.`language`, 'published_on', OLD.`published_on`, 'published_day', OLD.`published_day`, 'kind', OLD.`kind`, 'state_media', json(CASE OLD.`state_media` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'description', OLD.`description`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_source_delete` AFTER DELETE ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(OLD.`id`), json_object('id', OLD.`id`, 'publisher', OLD.`publisher`, 'title', OLD.`title`, 'url', OLD.`url`, 'language', OLD.`language`, 'published_on', OLD.`published_on`, 'published_day', OLD.`published_day`, 'kind', OLD.`kind`, 'state_media', json(CASE OLD.`state_media` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'description', OLD.`description`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_country_update`;--> statement-breakpoint
DROP TRIGGER `past_country_delete`;--> statement-breakpoint
CREATE TRIGGER `past_country_update` AFTER UPDATE ON `country` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'country', json_array(OLD.`id`), json_object('id', OLD.`id`, 'code', OLD.`code`, 'alpha3', OLD.`alpha3`, 'name', OLD.`name`, 'official_name', OLD.`official_name`, 'kind', OLD.`kind`, 'capital_id', OLD.`capital_id`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_country_delete` AFTER DELETE ON `country` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'country', json_array(OLD.`id`), json_object('id', OLD.`id`, 'code', OLD.`code`, 'alpha3', OLD.`alpha3`, 'name', OLD.`name`, 'official_name', OLD.`official_name`, 'kind', OLD.`kind`, 'capital_id', OLD.`capital_id`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_forum_update`;--> statement-breakpoint
DROP TRIGGER `past_forum_delete`;--> statement-breakpoint
CREATE TRIGGER `past_forum_update` AFTER UPDATE ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'short_name', OLD.`short_name`, 'kind', OLD.`kind`, 'founded', OLD.`founded`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_forum_delete` AFTER DELETE ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'short_name', OLD.`short_name`, 'kind', OLD.`kind`, 'founded', OLD.`founded`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_membership_update`;--> statement-breakpoint
DROP TRIGGER `past_membership_delete`;--> statement-breakpoint
CREATE TRIGGER `past_membership_update` AFTER UPDATE ON `membership` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership', json_array(OLD.`id`), json_object('id', OLD.`id`, 'forum_id', OLD.`forum_id`, 'country_id', OLD.`country_id`, 'role', OLD.`role`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'known_on', OLD.`known_on`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_delete` AFTER DELETE ON `membership` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership', json_array(OLD.`id`), json_object('id', OLD.`id`, 'forum_id', OLD.`forum_id`, 'country_id', OLD.`country_id`, 'role', OLD.`role`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'known_on', OLD.`known_on`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_leader_update`;--> statement-breakpoint
DROP TRIGGER `past_leader_delete`;--> statement-breakpoint
CREATE TRIGGER `past_leader_update` AFTER UPDATE ON `leader` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'leader', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'born', OLD.`born`, 'died', OLD.`died`, 'died_day', OLD.`died_day`, 'also_known_as', json(OLD.`also_known_as`), 'note', OLD.`note`, 'note_known_on', OLD.`note_known_on`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_leader_delete` AFTER DELETE ON `leader` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'leader', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'born', OLD.`born`, 'died', OLD.`died`, 'died_day', OLD.`died_day`, 'also_known_as', json(OLD.`also_known_as`), 'note', OLD.`note`, 'note_known_on', OLD.`note_known_on`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_office_update`;--> statement-breakpoint
DROP TRIGGER `past_office_delete`;--> statement-breakpoint
CREATE TRIGGER `past_office_update` AFTER UPDATE ON `office` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'office', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'kind', OLD.`kind`, 'rank', OLD.`rank`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_office_delete` AFTER DELETE ON `office` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'office', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'kind', OLD.`kind`, 'rank', OLD.`rank`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_term_update`;--> statement-breakpoint
DROP TRIGGER `past_term_delete`;--> statement-breakpoint
CREATE TRIGGER `past_term_update` AFTER UPDATE ON `term` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term', json_array(OLD.`id`), json_object('id', OLD.`id`, 'leader_id', OLD.`leader_id`, 'office_id', OLD.`office_id`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'how', OLD.`how`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'known_on', OLD.`known_on`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_delete` AFTER DELETE ON `term` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term', json_array(OLD.`id`), json_object('id', OLD.`id`, 'leader_id', OLD.`leader_id`, 'office_id', OLD.`office_id`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'how', OLD.`how`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'known_on', OLD.`known_on`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
DROP TRIGGER `past_story_update`;--> statement-breakpoint
DROP TRIGGER `past_story_delete`;--> statement-breakpoint
CREATE TRIGGER `past_story_update` AFTER UPDATE ON `story` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'quote', OLD.`quote`, 'quote_by', OLD.`quote_by`, 'source_id', OLD.`source_id`, 'featured', json(CASE OLD.`featured` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'view', OLD.`view`, 'position', OLD.`position`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_delete` AFTER DELETE ON `story` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'quote', OLD.`quote`, 'quote_by', OLD.`quote_by`, 'source_id', OLD.`source_id`, 'featured', json(CASE OLD.`featured` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'view', OLD.`view`, 'position', OLD.`position`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;
