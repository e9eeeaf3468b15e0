-- What was reported and what was changed stays: history can be added to, never rewritten.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "report_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report"
	EXECUTE FUNCTION "refuse_rewriting"('reports are append-only: record a retraction or a new claim instead');--> statement-breakpoint
CREATE TRIGGER "report_source_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_source"
	EXECUTE FUNCTION "refuse_rewriting"('the sources of a report are append-only: record a retraction or a new claim instead');--> statement-breakpoint
CREATE TRIGGER "report_party_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_party"
	EXECUTE FUNCTION "refuse_rewriting"('the parties of a report are append-only: record a retraction or a new claim instead');--> statement-breakpoint
CREATE TRIGGER "change_no_rewriting" BEFORE UPDATE OR DELETE OR TRUNCATE ON "change"
	EXECUTE FUNCTION "refuse_rewriting"('changes are append-only: record another change instead');
