import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Kit } from "../storage/kit.ts";
import { SOURCE_KINDS } from "./values.ts";

/** Publications that reports rest on. */
export function sourceTables(kit: Kit) {
  const source = kit.table(
    "source",
    {
      id: kit.text("id").primaryKey(),
      publisher: kit.text("publisher").notNull(),
      title: kit.text("title"),
      url: kit.text("url"),
      language: kit.text("language"),
      publishedOn: kit.text("published_on"),
      publishedDay: kit.int("published_day"),
      kind: kit.word("kind", SOURCE_KINDS).notNull(),
      stateMedia: kit.bool("state_media").notNull(),
      description: kit.text("description"),
      version: kit.int("version").notNull().default(1),
      /** What it became part of, to its end; null for what stands by itself. Its row stays, as reports name it for ever. */
      mergedInto: kit.text("merged_into").references((): AnySQLiteColumn => source.id),
    },
    (t) => [
      kit.index("source_by_merged").on(t.mergedInto).where(kit.sql('"merged_into" is not null')),
      kit.index("source_by_publisher").on(t.publisher, t.id),
      kit.index("source_by_kind").on(t.kind, t.id),
      kit.oneOf("source_kind", "kind", SOURCE_KINDS),
      kit.check(
        "source_general_knowledge",
        kit.sql(`"kind" <> 'GENERAL_KNOWLEDGE' or "url" is null`),
      ),
    ],
  );
  return { source };
}
