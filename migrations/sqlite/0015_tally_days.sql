-- Notes the days on which a write moves what the tally counts: those of the latest states that come, go or change, and of the events whose kind,
-- countries, forums or agreements do. The write ends by counting them anew.
CREATE TRIGGER `tally_state_insert` AFTER INSERT ON `event_state` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT NEW.`sort_day` WHERE NEW.`known_to` = 2147483647 AND NEW.`sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_state_update` AFTER UPDATE ON `event_state` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT OLD.`sort_day` WHERE OLD.`known_to` = 2147483647 AND OLD.`sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
	INSERT INTO `tally_stale` (`day`) SELECT NEW.`sort_day` WHERE NEW.`known_to` = 2147483647 AND NEW.`sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_state_delete` AFTER DELETE ON `event_state` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT OLD.`sort_day` WHERE OLD.`known_to` = 2147483647 AND OLD.`sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_participant_insert` AFTER INSERT ON `event_participant` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = NEW.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_participant_update` AFTER UPDATE ON `event_participant` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = OLD.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = NEW.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_participant_delete` AFTER DELETE ON `event_participant` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = OLD.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_agreement_insert` AFTER INSERT ON `event_agreement` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = NEW.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_agreement_update` AFTER UPDATE ON `event_agreement` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = OLD.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = NEW.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_agreement_delete` AFTER DELETE ON `event_agreement` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = OLD.`event_id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_event_update` AFTER UPDATE OF `kind`, `session_id` ON `event` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` = NEW.`id` AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `tally_session_update` AFTER UPDATE OF `forum_id` ON `session` BEGIN
	INSERT INTO `tally_stale` (`day`) SELECT `sort_day` FROM `event_state` WHERE `event_id` IN (SELECT `id` FROM `event` WHERE `session_id` = NEW.`id`) AND `known_to` = 2147483647 AND `sort_day` IS NOT NULL ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
INSERT INTO `tally_stale` (`day`) SELECT DISTINCT `sort_day` FROM `event_state` WHERE `known_to` = 2147483647 AND `sort_day` IS NOT NULL;
