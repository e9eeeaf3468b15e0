import { defineConfig } from "drizzle-kit";

/** Where the migrations of SQLite come from and go to. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./src/storage/schema.sqlite.ts",
  out: "../migrations/sqlite",
});
