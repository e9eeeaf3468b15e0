-- Who and where a thing is about is looked at apart from what is said of it. Everything is indexed anew.
DROP TRIGGER `search_entry_added`;--> statement-breakpoint
DROP TRIGGER `search_entry_removed`;--> statement-breakpoint
DROP TABLE `search_text`;--> statement-breakpoint
DELETE FROM `search_entry`;--> statement-breakpoint
CREATE VIRTUAL TABLE `search_text` USING fts5(
	`names`, `heads`, `words`,
	content='search_entry', content_rowid='key',
	tokenize="ascii tokenchars '_'", prefix='1 2 3', detail=column
);--> statement-breakpoint
CREATE TRIGGER `search_entry_added` AFTER INSERT ON `search_entry` BEGIN
	INSERT INTO `search_text` (`rowid`, `names`, `heads`, `words`) VALUES (NEW.`key`, NEW.`names`, NEW.`heads`, NEW.`words`);
END;--> statement-breakpoint
CREATE TRIGGER `search_entry_removed` AFTER DELETE ON `search_entry` BEGIN
	INSERT INTO `search_text` (`search_text`, `rowid`, `names`, `heads`, `words`) VALUES ('delete', OLD.`key`, OLD.`names`, OLD.`heads`, OLD.`words`);
END;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'COUNTRY', `id` FROM `country` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'LEADER', `id` FROM `leader` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'FORUM', `id` FROM `forum` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'SESSION', `id` FROM `session` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'AGREEMENT', `id` FROM `agreement` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'EVENT', `id` FROM `event` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'SOURCE', `id` FROM `source` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'STORY', `id` FROM `story` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO `search_stale` (`kind`, `ref_id`) SELECT 'TOPIC', `id` FROM `topic` WHERE true ON CONFLICT DO NOTHING;
