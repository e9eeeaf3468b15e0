-- What became of users and tokens stays: it can be added to, never rewritten.
CREATE TRIGGER `access_change_no_update` BEFORE UPDATE ON `access_change` BEGIN
	SELECT RAISE(ABORT, 'what became of users and tokens is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `access_change_no_delete` BEFORE DELETE ON `access_change` BEGIN
	SELECT RAISE(ABORT, 'what became of users and tokens is append-only');
END;
