CREATE TABLE "past_row" (
	"revision" bigint NOT NULL,
	"table_name" text collate "C" NOT NULL,
	"row_key" text collate "C" NOT NULL,
	"row" json,
	CONSTRAINT "past_row_revision_table_name_row_key_pk" PRIMARY KEY("revision","table_name","row_key")
);
