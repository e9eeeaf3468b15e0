import { defineConfig } from "drizzle-kit";

/** Where the migrations of PostgreSQL come from and go to. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/storage/schema.postgres.ts",
  out: "../migrations/postgres",
});
