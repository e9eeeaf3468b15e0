-- What became of users and tokens stays: it can be added to, never rewritten.
CREATE TRIGGER "access_change_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_change"
	EXECUTE FUNCTION "refuse_rewriting"('what became of users and tokens is append-only');
