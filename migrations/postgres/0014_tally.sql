CREATE TABLE "tally" (
	"lane_kind" text collate "C" NOT NULL,
	"exponent" integer NOT NULL,
	"cell" integer NOT NULL,
	"lane" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"count" integer NOT NULL,
	"held" integer NOT NULL,
	"planned" integer NOT NULL,
	CONSTRAINT "tally_lane_kind_exponent_cell_lane_kind_pk" PRIMARY KEY("lane_kind","exponent","cell","lane","kind"),
	CONSTRAINT "tally_lane_kind" CHECK ("lane_kind" in ('ALL', 'COUNTRY', 'FORUM', 'AGREEMENT'))
);
--> statement-breakpoint
CREATE TABLE "tally_stale" (
	"day" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "tally_empty" ON "tally" USING btree ("count") WHERE "count" = 0;