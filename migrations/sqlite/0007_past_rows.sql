-- What stood before each change, row by row, so that the data can be seen as it was recorded then. Nothing is kept before the first change.
CREATE TRIGGER `past_dataset_insert` AFTER INSERT ON `dataset` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'dataset', json_array(NEW.`key`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_dataset_update` AFTER UPDATE ON `dataset` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'dataset', json_array(OLD.`key`), json_object('key', OLD.`key`, 'value', OLD.`value`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_dataset_delete` AFTER DELETE ON `dataset` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'dataset', json_array(OLD.`key`), json_object('key', OLD.`key`, 'value', OLD.`value`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_topic_insert` AFTER INSERT ON `topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'topic', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_topic_update` AFTER UPDATE ON `topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'topic', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_topic_delete` AFTER DELETE ON `topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'topic', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_source_insert` AFTER INSERT ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_source_update` AFTER UPDATE ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(OLD.`id`), json_object('id', OLD.`id`, 'publisher', OLD.`publisher`, 'title', OLD.`title`, 'url', OLD.`url`, 'language', OLD.`language`, 'published_on', OLD.`published_on`, 'published_day', OLD.`published_day`, 'kind', OLD.`kind`, 'state_media', json(CASE OLD.`state_media` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'description', OLD.`description`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_source_delete` AFTER DELETE ON `source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'source', json_array(OLD.`id`), json_object('id', OLD.`id`, 'publisher', OLD.`publisher`, 'title', OLD.`title`, 'url', OLD.`url`, 'language', OLD.`language`, 'published_on', OLD.`published_on`, 'published_day', OLD.`published_day`, 'kind', OLD.`kind`, 'state_media', json(CASE OLD.`state_media` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'description', OLD.`description`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_country_insert` AFTER INSERT ON `country` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'country', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_country_update` AFTER UPDATE ON `country` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'country', json_array(OLD.`id`), json_object('id', OLD.`id`, 'code', OLD.`code`, 'alpha3', OLD.`alpha3`, 'name', OLD.`name`, 'official_name', OLD.`official_name`, 'kind', OLD.`kind`, 'capital_id', OLD.`capital_id`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_country_delete` AFTER DELETE ON `country` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'country', json_array(OLD.`id`), json_object('id', OLD.`id`, 'code', OLD.`code`, 'alpha3', OLD.`alpha3`, 'name', OLD.`name`, 'official_name', OLD.`official_name`, 'kind', OLD.`kind`, 'capital_id', OLD.`capital_id`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_place_insert` AFTER INSERT ON `place` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'place', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_place_update` AFTER UPDATE ON `place` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'place', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'latitude', OLD.`latitude`, 'longitude', OLD.`longitude`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_place_delete` AFTER DELETE ON `place` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'place', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'latitude', OLD.`latitude`, 'longitude', OLD.`longitude`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_forum_insert` AFTER INSERT ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_forum_update` AFTER UPDATE ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'short_name', OLD.`short_name`, 'kind', OLD.`kind`, 'founded', OLD.`founded`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_forum_delete` AFTER DELETE ON `forum` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'forum', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'short_name', OLD.`short_name`, 'kind', OLD.`kind`, 'founded', OLD.`founded`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_insert` AFTER INSERT ON `membership` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_update` AFTER UPDATE ON `membership` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership', json_array(OLD.`id`), json_object('id', OLD.`id`, 'forum_id', OLD.`forum_id`, 'country_id', OLD.`country_id`, 'role', OLD.`role`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'confidence', OLD.`confidence`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_delete` AFTER DELETE ON `membership` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership', json_array(OLD.`id`), json_object('id', OLD.`id`, 'forum_id', OLD.`forum_id`, 'country_id', OLD.`country_id`, 'role', OLD.`role`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'confidence', OLD.`confidence`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_source_insert` AFTER INSERT ON `membership_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership_source', json_array(NEW.`membership_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_source_update` AFTER UPDATE ON `membership_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership_source', json_array(OLD.`membership_id`, OLD.`position`), json_object('membership_id', OLD.`membership_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_membership_source_delete` AFTER DELETE ON `membership_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'membership_source', json_array(OLD.`membership_id`, OLD.`position`), json_object('membership_id', OLD.`membership_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_session_insert` AFTER INSERT ON `session` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'session', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_session_update` AFTER UPDATE ON `session` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'session', json_array(OLD.`id`), json_object('id', OLD.`id`, 'forum_id', OLD.`forum_id`, 'name', OLD.`name`, 'ordinal', OLD.`ordinal`, 'edtf', OLD.`edtf`, 'fixed', json(CASE OLD.`fixed` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'earliest', OLD.`earliest`, 'latest', OLD.`latest`, 'precision', OLD.`precision`, 'qualifier', OLD.`qualifier`, 'place_id', OLD.`place_id`, 'mode', OLD.`mode`, 'status', OLD.`status`, 'theme', OLD.`theme`, 'confidence', OLD.`confidence`, 'date_confidence', OLD.`date_confidence`, 'note', OLD.`note`, 'known_on', OLD.`known_on`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_session_delete` AFTER DELETE ON `session` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'session', json_array(OLD.`id`), json_object('id', OLD.`id`, 'forum_id', OLD.`forum_id`, 'name', OLD.`name`, 'ordinal', OLD.`ordinal`, 'edtf', OLD.`edtf`, 'fixed', json(CASE OLD.`fixed` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'earliest', OLD.`earliest`, 'latest', OLD.`latest`, 'precision', OLD.`precision`, 'qualifier', OLD.`qualifier`, 'place_id', OLD.`place_id`, 'mode', OLD.`mode`, 'status', OLD.`status`, 'theme', OLD.`theme`, 'confidence', OLD.`confidence`, 'date_confidence', OLD.`date_confidence`, 'note', OLD.`note`, 'known_on', OLD.`known_on`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_session_source_insert` AFTER INSERT ON `session_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'session_source', json_array(NEW.`session_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_session_source_update` AFTER UPDATE ON `session_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'session_source', json_array(OLD.`session_id`, OLD.`position`), json_object('session_id', OLD.`session_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_session_source_delete` AFTER DELETE ON `session_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'session_source', json_array(OLD.`session_id`, OLD.`position`), json_object('session_id', OLD.`session_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_leader_insert` AFTER INSERT ON `leader` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'leader', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_leader_update` AFTER UPDATE ON `leader` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'leader', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'born', OLD.`born`, 'died', OLD.`died`, 'died_day', OLD.`died_day`, 'also_known_as', json(OLD.`also_known_as`), 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_leader_delete` AFTER DELETE ON `leader` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'leader', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'born', OLD.`born`, 'died', OLD.`died`, 'died_day', OLD.`died_day`, 'also_known_as', json(OLD.`also_known_as`), 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_office_insert` AFTER INSERT ON `office` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'office', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_office_update` AFTER UPDATE ON `office` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'office', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'kind', OLD.`kind`, 'rank', OLD.`rank`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_office_delete` AFTER DELETE ON `office` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'office', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'kind', OLD.`kind`, 'rank', OLD.`rank`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_insert` AFTER INSERT ON `term` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_update` AFTER UPDATE ON `term` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term', json_array(OLD.`id`), json_object('id', OLD.`id`, 'leader_id', OLD.`leader_id`, 'office_id', OLD.`office_id`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'how', OLD.`how`, 'confidence', OLD.`confidence`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_delete` AFTER DELETE ON `term` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term', json_array(OLD.`id`), json_object('id', OLD.`id`, 'leader_id', OLD.`leader_id`, 'office_id', OLD.`office_id`, 'from_edtf', OLD.`from_edtf`, 'to_edtf', OLD.`to_edtf`, 'from_day', OLD.`from_day`, 'to_day', OLD.`to_day`, 'how', OLD.`how`, 'confidence', OLD.`confidence`, 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_source_insert` AFTER INSERT ON `term_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term_source', json_array(NEW.`term_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_source_update` AFTER UPDATE ON `term_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term_source', json_array(OLD.`term_id`, OLD.`position`), json_object('term_id', OLD.`term_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_term_source_delete` AFTER DELETE ON `term_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'term_source', json_array(OLD.`term_id`, OLD.`position`), json_object('term_id', OLD.`term_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_insert` AFTER INSERT ON `agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_update` AFTER UPDATE ON `agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'short_title', OLD.`short_title`, 'aliases', json(OLD.`aliases`), 'kind', OLD.`kind`, 'binding', OLD.`binding`, 'requires_ratification', json(CASE OLD.`requires_ratification` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'duration', OLD.`duration`, 'subject', OLD.`subject`, 'supersedes_id', OLD.`supersedes_id`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'position', OLD.`position`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_delete` AFTER DELETE ON `agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'short_title', OLD.`short_title`, 'aliases', json(OLD.`aliases`), 'kind', OLD.`kind`, 'binding', OLD.`binding`, 'requires_ratification', json(CASE OLD.`requires_ratification` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'duration', OLD.`duration`, 'subject', OLD.`subject`, 'supersedes_id', OLD.`supersedes_id`, 'confidence', OLD.`confidence`, 'note', OLD.`note`, 'position', OLD.`position`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_party_insert` AFTER INSERT ON `agreement_party` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement_party', json_array(NEW.`agreement_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_party_update` AFTER UPDATE ON `agreement_party` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement_party', json_array(OLD.`agreement_id`, OLD.`position`), json_object('agreement_id', OLD.`agreement_id`, 'position', OLD.`position`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'role', OLD.`role`, 'must_ratify', json(CASE OLD.`must_ratify` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_party_delete` AFTER DELETE ON `agreement_party` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement_party', json_array(OLD.`agreement_id`, OLD.`position`), json_object('agreement_id', OLD.`agreement_id`, 'position', OLD.`position`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'role', OLD.`role`, 'must_ratify', json(CASE OLD.`must_ratify` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'note', OLD.`note`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_topic_insert` AFTER INSERT ON `agreement_topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement_topic', json_array(NEW.`agreement_id`, NEW.`topic_id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_topic_update` AFTER UPDATE ON `agreement_topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement_topic', json_array(OLD.`agreement_id`, OLD.`topic_id`), json_object('agreement_id', OLD.`agreement_id`, 'topic_id', OLD.`topic_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_agreement_topic_delete` AFTER DELETE ON `agreement_topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'agreement_topic', json_array(OLD.`agreement_id`, OLD.`topic_id`), json_object('agreement_id', OLD.`agreement_id`, 'topic_id', OLD.`topic_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_insert` AFTER INSERT ON `event` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_update` AFTER UPDATE ON `event` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event', json_array(OLD.`id`), json_object('id', OLD.`id`, 'kind', OLD.`kind`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'summary_known_on', OLD.`summary_known_on`, 'level', OLD.`level`, 'session_id', OLD.`session_id`, 'part_of_id', OLD.`part_of_id`, 'rescheduled_to_id', OLD.`rescheduled_to_id`, 'confidence', OLD.`confidence`, 'date_confidence', OLD.`date_confidence`, 'uncertainty', OLD.`uncertainty`, 'first_known', OLD.`first_known`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_delete` AFTER DELETE ON `event` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event', json_array(OLD.`id`), json_object('id', OLD.`id`, 'kind', OLD.`kind`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'summary_known_on', OLD.`summary_known_on`, 'level', OLD.`level`, 'session_id', OLD.`session_id`, 'part_of_id', OLD.`part_of_id`, 'rescheduled_to_id', OLD.`rescheduled_to_id`, 'confidence', OLD.`confidence`, 'date_confidence', OLD.`date_confidence`, 'uncertainty', OLD.`uncertainty`, 'first_known', OLD.`first_known`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_participant_insert` AFTER INSERT ON `event_participant` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_participant', json_array(NEW.`event_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_participant_update` AFTER UPDATE ON `event_participant` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_participant', json_array(OLD.`event_id`, OLD.`position`), json_object('event_id', OLD.`event_id`, 'position', OLD.`position`, 'role', OLD.`role`, 'leader_id', OLD.`leader_id`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'office_id', OLD.`office_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_participant_delete` AFTER DELETE ON `event_participant` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_participant', json_array(OLD.`event_id`, OLD.`position`), json_object('event_id', OLD.`event_id`, 'position', OLD.`position`, 'role', OLD.`role`, 'leader_id', OLD.`leader_id`, 'country_id', OLD.`country_id`, 'forum_id', OLD.`forum_id`, 'office_id', OLD.`office_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_agreement_insert` AFTER INSERT ON `event_agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_agreement', json_array(NEW.`event_id`, NEW.`agreement_id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_agreement_update` AFTER UPDATE ON `event_agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_agreement', json_array(OLD.`event_id`, OLD.`agreement_id`), json_object('event_id', OLD.`event_id`, 'agreement_id', OLD.`agreement_id`, 'relation', OLD.`relation`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_agreement_delete` AFTER DELETE ON `event_agreement` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_agreement', json_array(OLD.`event_id`, OLD.`agreement_id`), json_object('event_id', OLD.`event_id`, 'agreement_id', OLD.`agreement_id`, 'relation', OLD.`relation`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_topic_insert` AFTER INSERT ON `event_topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_topic', json_array(NEW.`event_id`, NEW.`topic_id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_topic_update` AFTER UPDATE ON `event_topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_topic', json_array(OLD.`event_id`, OLD.`topic_id`), json_object('event_id', OLD.`event_id`, 'topic_id', OLD.`topic_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_event_topic_delete` AFTER DELETE ON `event_topic` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'event_topic', json_array(OLD.`event_id`, OLD.`topic_id`), json_object('event_id', OLD.`event_id`, 'topic_id', OLD.`topic_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_report_insert` AFTER INSERT ON `report` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'report', json_array(NEW.`seq`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_report_source_insert` AFTER INSERT ON `report_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'report_source', json_array(NEW.`report_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_report_party_insert` AFTER INSERT ON `report_party` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'report_party', json_array(NEW.`report_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_insert` AFTER INSERT ON `fact` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_update` AFTER UPDATE ON `fact` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact', json_array(OLD.`id`), json_object('id', OLD.`id`, 'position', OLD.`position`, 'kind', OLD.`kind`, 'statement', OLD.`statement`, 'quote', OLD.`quote`, 'speaker_id', OLD.`speaker_id`, 'attributed_to', OLD.`attributed_to`, 'certainty', OLD.`certainty`, 'uncertainty', OLD.`uncertainty`, 'sentences', json(OLD.`sentences`), 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_delete` AFTER DELETE ON `fact` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact', json_array(OLD.`id`), json_object('id', OLD.`id`, 'position', OLD.`position`, 'kind', OLD.`kind`, 'statement', OLD.`statement`, 'quote', OLD.`quote`, 'speaker_id', OLD.`speaker_id`, 'attributed_to', OLD.`attributed_to`, 'certainty', OLD.`certainty`, 'uncertainty', OLD.`uncertainty`, 'sentences', json(OLD.`sentences`), 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_ref_insert` AFTER INSERT ON `fact_ref` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact_ref', json_array(NEW.`fact_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_ref_update` AFTER UPDATE ON `fact_ref` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact_ref', json_array(OLD.`fact_id`, OLD.`position`), json_object('fact_id', OLD.`fact_id`, 'position', OLD.`position`, 'type', OLD.`type`, 'ref_id', OLD.`ref_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_ref_delete` AFTER DELETE ON `fact_ref` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact_ref', json_array(OLD.`fact_id`, OLD.`position`), json_object('fact_id', OLD.`fact_id`, 'position', OLD.`position`, 'type', OLD.`type`, 'ref_id', OLD.`ref_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_source_insert` AFTER INSERT ON `fact_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact_source', json_array(NEW.`fact_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_source_update` AFTER UPDATE ON `fact_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact_source', json_array(OLD.`fact_id`, OLD.`position`), json_object('fact_id', OLD.`fact_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_fact_source_delete` AFTER DELETE ON `fact_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'fact_source', json_array(OLD.`fact_id`, OLD.`position`), json_object('fact_id', OLD.`fact_id`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_insert` AFTER INSERT ON `story` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story', json_array(NEW.`id`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_update` AFTER UPDATE ON `story` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'quote', OLD.`quote`, 'quote_by', OLD.`quote_by`, 'source_id', OLD.`source_id`, 'featured', json(CASE OLD.`featured` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'view', OLD.`view`, 'position', OLD.`position`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_delete` AFTER DELETE ON `story` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story', json_array(OLD.`id`), json_object('id', OLD.`id`, 'title', OLD.`title`, 'summary', OLD.`summary`, 'quote', OLD.`quote`, 'quote_by', OLD.`quote_by`, 'source_id', OLD.`source_id`, 'featured', json(CASE OLD.`featured` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'view', OLD.`view`, 'position', OLD.`position`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_insert` AFTER INSERT ON `story_step` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step', json_array(NEW.`story_id`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_update` AFTER UPDATE ON `story_step` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step', json_array(OLD.`story_id`, OLD.`position`), json_object('story_id', OLD.`story_id`, 'position', OLD.`position`, 'title', OLD.`title`, 'text', OLD.`text`, 'known_on', OLD.`known_on`, 'view', OLD.`view`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_delete` AFTER DELETE ON `story_step` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step', json_array(OLD.`story_id`, OLD.`position`), json_object('story_id', OLD.`story_id`, 'position', OLD.`position`, 'title', OLD.`title`, 'text', OLD.`text`, 'known_on', OLD.`known_on`, 'view', OLD.`view`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_ref_insert` AFTER INSERT ON `story_step_ref` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step_ref', json_array(NEW.`story_id`, NEW.`step`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_ref_update` AFTER UPDATE ON `story_step_ref` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step_ref', json_array(OLD.`story_id`, OLD.`step`, OLD.`position`), json_object('story_id', OLD.`story_id`, 'step', OLD.`step`, 'position', OLD.`position`, 'type', OLD.`type`, 'ref_id', OLD.`ref_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_ref_delete` AFTER DELETE ON `story_step_ref` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step_ref', json_array(OLD.`story_id`, OLD.`step`, OLD.`position`), json_object('story_id', OLD.`story_id`, 'step', OLD.`step`, 'position', OLD.`position`, 'type', OLD.`type`, 'ref_id', OLD.`ref_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_source_insert` AFTER INSERT ON `story_step_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step_source', json_array(NEW.`story_id`, NEW.`step`, NEW.`position`), NULL FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_source_update` AFTER UPDATE ON `story_step_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step_source', json_array(OLD.`story_id`, OLD.`step`, OLD.`position`), json_object('story_id', OLD.`story_id`, 'step', OLD.`step`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_story_step_source_delete` AFTER DELETE ON `story_step_source` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'story_step_source', json_array(OLD.`story_id`, OLD.`step`, OLD.`position`), json_object('story_id', OLD.`story_id`, 'step', OLD.`step`, 'position', OLD.`position`, 'source_id', OLD.`source_id`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
-- Of what was recorded until now, only the last state is known.
INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`) SELECT max(`revision`), '', '[]', NULL FROM `change` HAVING count(*) > 0;--> statement-breakpoint
CREATE TRIGGER `past_row_no_update` BEFORE UPDATE ON `past_row` BEGIN
	SELECT RAISE(ABORT, 'what stood before a change is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `past_row_no_delete` BEFORE DELETE ON `past_row` BEGIN
	SELECT RAISE(ABORT, 'what stood before a change is append-only');
END;
