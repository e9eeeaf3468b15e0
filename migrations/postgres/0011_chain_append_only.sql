-- A change may get its hash once, and with it nothing else of it moves: those that were recorded before there were hashes are sealed so.
DROP TRIGGER "change_no_rewriting" ON "change";--> statement-breakpoint
CREATE TRIGGER "change_no_rewriting" BEFORE DELETE OR TRUNCATE ON "change"
	EXECUTE FUNCTION "refuse_rewriting"('changes are append-only: record another change instead');--> statement-breakpoint
CREATE TRIGGER "change_no_update" BEFORE UPDATE ON "change" FOR EACH ROW WHEN (
	OLD."hash" IS NOT NULL OR NEW."hash" IS NULL
	OR (NEW."revision", NEW."at", NEW."by", NEW."action", NEW."entity_type", NEW."entity_id", NEW."version", NEW."note", NEW."report_id",
		NEW."before"::text, NEW."after"::text)
	IS DISTINCT FROM (OLD."revision", OLD."at", OLD."by", OLD."action", OLD."entity_type", OLD."entity_id", OLD."version", OLD."note",
		OLD."report_id", OLD."before"::text, OLD."after"::text)
) EXECUTE FUNCTION "refuse_rewriting"('changes are append-only: record another change instead');