-- What was reported and what was changed stays: history can be added to, never rewritten.
CREATE TRIGGER `report_no_update` BEFORE UPDATE ON `report` BEGIN
	SELECT RAISE(ABORT, 'reports are append-only: record a retraction or a new claim instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_no_delete` BEFORE DELETE ON `report` BEGIN
	SELECT RAISE(ABORT, 'reports are append-only: record a retraction instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_source_no_update` BEFORE UPDATE ON `report_source` BEGIN
	SELECT RAISE(ABORT, 'the sources of a report are append-only: record a new claim instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_source_no_delete` BEFORE DELETE ON `report_source` BEGIN
	SELECT RAISE(ABORT, 'the sources of a report are append-only: record a retraction instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_party_no_update` BEFORE UPDATE ON `report_party` BEGIN
	SELECT RAISE(ABORT, 'the parties of a report are append-only: record a new claim instead');
END;--> statement-breakpoint
CREATE TRIGGER `report_party_no_delete` BEFORE DELETE ON `report_party` BEGIN
	SELECT RAISE(ABORT, 'the parties of a report are append-only: record a retraction instead');
END;--> statement-breakpoint
CREATE TRIGGER `change_no_update` BEFORE UPDATE ON `change` BEGIN
	SELECT RAISE(ABORT, 'changes are append-only: record another change instead');
END;--> statement-breakpoint
CREATE TRIGGER `change_no_delete` BEFORE DELETE ON `change` BEGIN
	SELECT RAISE(ABORT, 'changes are append-only: record another change instead');
END;
