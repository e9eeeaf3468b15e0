-- A change may get its hash once, and with it nothing else of it moves: those that were recorded before there were hashes are sealed so.
DROP TRIGGER `change_no_update`;--> statement-breakpoint
CREATE TRIGGER `change_no_update` BEFORE UPDATE ON `change` WHEN OLD.`hash` IS NOT NULL OR NEW.`hash` IS NULL
	OR NEW.`revision` IS NOT OLD.`revision` OR NEW.`at` IS NOT OLD.`at` OR NEW.`by` IS NOT OLD.`by` OR NEW.`action` IS NOT OLD.`action`
	OR NEW.`entity_type` IS NOT OLD.`entity_type` OR NEW.`entity_id` IS NOT OLD.`entity_id` OR NEW.`version` IS NOT OLD.`version`
	OR NEW.`note` IS NOT OLD.`note` OR NEW.`report_id` IS NOT OLD.`report_id`
	OR NEW.`before` IS NOT OLD.`before` OR NEW.`after` IS NOT OLD.`after` BEGIN
	SELECT RAISE(ABORT, 'changes are append-only: record another change instead');
END;--> statement-breakpoint
-- INSERT OR REPLACE removes a row without asking the triggers that refuse it.
CREATE TRIGGER `change_no_replace` BEFORE INSERT ON `change` WHEN EXISTS (SELECT 1 FROM `change` WHERE `revision` = NEW.`revision`) BEGIN
	SELECT RAISE(ABORT, 'changes are append-only: record another change instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_no_replace` BEFORE INSERT ON `report` WHEN EXISTS (SELECT 1 FROM `report` WHERE `seq` = NEW.`seq` OR `id` = NEW.`id`) BEGIN
	SELECT RAISE(ABORT, 'reports are append-only: record a retraction or a new claim instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_source_no_replace` BEFORE INSERT ON `report_source`
	WHEN EXISTS (SELECT 1 FROM `report_source` WHERE `report_id` = NEW.`report_id` AND (`position` = NEW.`position` OR `source_id` = NEW.`source_id`)) BEGIN
	SELECT RAISE(ABORT, 'the sources of a report are append-only: record a new claim instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_party_no_replace` BEFORE INSERT ON `report_party`
	WHEN EXISTS (SELECT 1 FROM `report_party` WHERE `report_id` = NEW.`report_id` AND `position` = NEW.`position`) BEGIN
	SELECT RAISE(ABORT, 'the parties of a report are append-only: record a new claim instead');
END;