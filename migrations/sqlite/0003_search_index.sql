-- Words to find things by. The index follows its table; triggers note what a write touched, and the write brings its entries up to date.
CREATE VIRTUAL TABLE `search_text` USING fts5(
	`names`, `words`,
	content='search_entry', content_rowid='key',
	tokenize="ascii tokenchars '_'", prefix='2 3', detail=column
);--> statement-breakpoint
CREATE TRIGGER `search_entry_added` AFTER INSERT ON `search_entry` BEGIN
	INSERT INTO `search_text` (`rowid`, `names`, `words`) VALUES (NEW.`key`, NEW.`names`, NEW.`words`);
END;--> statement-breakpoint
CREATE TRIGGER `search_entry_removed` AFTER DELETE ON `search_entry` BEGIN
	INSERT INTO `search_text` (`search_text`, `rowid`, `names`, `words`) VALUES ('delete', OLD.`key`, OLD.`names`, OLD.`words`);
END;--> statement-breakpoint
CREATE TRIGGER `search_entry_stays` BEFORE UPDATE ON `search_entry` BEGIN
	SELECT RAISE(ABORT, 'search entries are removed and added anew');
END;--> statement-breakpoint
CREATE TRIGGER `search_country_insert` AFTER INSERT ON `country` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('COUNTRY', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_country_update` AFTER UPDATE ON `country` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('COUNTRY', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_country_delete` AFTER DELETE ON `country` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('COUNTRY', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_leader_insert` AFTER INSERT ON `leader` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('LEADER', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_leader_update` AFTER UPDATE ON `leader` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('LEADER', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_leader_delete` AFTER DELETE ON `leader` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('LEADER', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_term_insert` AFTER INSERT ON `term` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('LEADER', NEW.`leader_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_term_update` AFTER UPDATE ON `term` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('LEADER', NEW.`leader_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_term_delete` AFTER DELETE ON `term` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('LEADER', OLD.`leader_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_forum_insert` AFTER INSERT ON `forum` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('FORUM', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_forum_update` AFTER UPDATE ON `forum` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('FORUM', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_forum_delete` AFTER DELETE ON `forum` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('FORUM', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_session_insert` AFTER INSERT ON `session` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('SESSION', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_session_update` AFTER UPDATE ON `session` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('SESSION', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_session_delete` AFTER DELETE ON `session` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('SESSION', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_insert` AFTER INSERT ON `agreement` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_update` AFTER UPDATE ON `agreement` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_delete` AFTER DELETE ON `agreement` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_party_insert` AFTER INSERT ON `agreement_party` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_party_update` AFTER UPDATE ON `agreement_party` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_party_delete` AFTER DELETE ON `agreement_party` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', OLD.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_topic_insert` AFTER INSERT ON `agreement_topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_topic_update` AFTER UPDATE ON `agreement_topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_topic_delete` AFTER DELETE ON `agreement_topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', OLD.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_state_insert` AFTER INSERT ON `agreement_state` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_state_update` AFTER UPDATE ON `agreement_state` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', NEW.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_agreement_state_delete` AFTER DELETE ON `agreement_state` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('AGREEMENT', OLD.`agreement_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_insert` AFTER INSERT ON `event` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_update` AFTER UPDATE ON `event` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_delete` AFTER DELETE ON `event` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_participant_insert` AFTER INSERT ON `event_participant` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_participant_update` AFTER UPDATE ON `event_participant` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_participant_delete` AFTER DELETE ON `event_participant` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', OLD.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_topic_insert` AFTER INSERT ON `event_topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_topic_update` AFTER UPDATE ON `event_topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_topic_delete` AFTER DELETE ON `event_topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', OLD.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_state_insert` AFTER INSERT ON `event_state` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_state_update` AFTER UPDATE ON `event_state` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', NEW.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_event_state_delete` AFTER DELETE ON `event_state` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('EVENT', OLD.`event_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_source_insert` AFTER INSERT ON `source` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('SOURCE', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_source_update` AFTER UPDATE ON `source` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('SOURCE', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_source_delete` AFTER DELETE ON `source` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('SOURCE', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_story_insert` AFTER INSERT ON `story` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('STORY', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_story_update` AFTER UPDATE ON `story` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('STORY', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_story_delete` AFTER DELETE ON `story` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('STORY', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_story_step_insert` AFTER INSERT ON `story_step` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('STORY', NEW.`story_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_story_step_update` AFTER UPDATE ON `story_step` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('STORY', NEW.`story_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_story_step_delete` AFTER DELETE ON `story_step` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('STORY', OLD.`story_id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_topic_insert` AFTER INSERT ON `topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('TOPIC', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_topic_update` AFTER UPDATE ON `topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('TOPIC', NEW.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_topic_delete` AFTER DELETE ON `topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) VALUES ('TOPIC', OLD.`id`) ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_country_renamed` AFTER UPDATE OF `name`, `official_name` ON `country` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'LEADER', `id` FROM `leader` WHERE `country_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'AGREEMENT', `agreement_id` FROM `agreement_party` WHERE `country_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_id` FROM `event_participant` WHERE `country_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_leader_renamed` AFTER UPDATE OF `name`, `also_known_as` ON `leader` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_id` FROM `event_participant` WHERE `leader_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_forum_renamed` AFTER UPDATE OF `name`, `short_name` ON `forum` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'SESSION', `id` FROM `session` WHERE `forum_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'AGREEMENT', `agreement_id` FROM `agreement_party` WHERE `forum_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_id` FROM `event_participant` WHERE `forum_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_place_renamed` AFTER UPDATE OF `name` ON `place` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'COUNTRY', `id` FROM `country` WHERE `capital_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'SESSION', `id` FROM `session` WHERE `place_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_id` FROM `event_state` WHERE `place_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_topic_renamed` AFTER UPDATE OF `name` ON `topic` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'AGREEMENT', `agreement_id` FROM `agreement_topic` WHERE `topic_id` = NEW.`id` ON CONFLICT DO NOTHING;
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'EVENT', `event_id` FROM `event_topic` WHERE `topic_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
CREATE TRIGGER `search_office_renamed` AFTER UPDATE OF `title` ON `office` BEGIN
	INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT DISTINCT 'LEADER', `leader_id` FROM `term` WHERE `office_id` = NEW.`id` ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'COUNTRY', `id` FROM `country`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'LEADER', `id` FROM `leader`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'FORUM', `id` FROM `forum`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'SESSION', `id` FROM `session`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'AGREEMENT', `id` FROM `agreement`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'EVENT', `id` FROM `event`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'SOURCE', `id` FROM `source`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'STORY', `id` FROM `story`;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'TOPIC', `id` FROM `topic`;
