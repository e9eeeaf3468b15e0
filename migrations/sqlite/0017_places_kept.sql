-- The past of a row holds the new columns, too.
DROP TRIGGER `past_place_update`;--> statement-breakpoint
DROP TRIGGER `past_place_delete`;--> statement-breakpoint
CREATE TRIGGER `past_place_update` AFTER UPDATE ON `place` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'place', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'latitude', OLD.`latitude`, 'longitude', OLD.`longitude`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `past_place_delete` AFTER DELETE ON `place` WHEN EXISTS (SELECT 1 FROM `change`) BEGIN
	INSERT INTO `past_row` (`revision`, `table_name`, `row_key`, `row`)
		SELECT max(`revision`) + 1, 'place', json_array(OLD.`id`), json_object('id', OLD.`id`, 'name', OLD.`name`, 'country_id', OLD.`country_id`, 'latitude', OLD.`latitude`, 'longitude', OLD.`longitude`, 'note', OLD.`note`, 'known_on', OLD.`known_on`, 'version', OLD.`version`) FROM `change` WHERE true
		ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
-- What is found by the country that its place lies in.
CREATE TRIGGER `search_place_moved` AFTER UPDATE OF `country_id` ON `place` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'SESSION', `id` FROM `session` WHERE `place_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_id` FROM `event_state` WHERE `place_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_country_of_places_renamed` AFTER UPDATE OF `name`, `official_name` ON `country` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'SESSION', `session`.`id` FROM `session` JOIN `place` ON `place`.`id` = `session`.`place_id` WHERE `place`.`country_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_state`.`event_id` FROM `event_state` JOIN `place` ON `place`.`id` = `event_state`.`place_id` WHERE `place`.`country_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;
