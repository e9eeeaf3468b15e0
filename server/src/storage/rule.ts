import { DrizzleQueryError } from "drizzle-orm/errors";

/** A rule of the tables that a write can break. */
export type Rule = "unique" | "foreign-key" | "check" | "not-null" | "append-only";

const RULES: Record<string, Rule> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreign-key",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "not-null",
  SQLITE_CONSTRAINT_TRIGGER: "append-only",
  "23505": "unique",
  "23503": "foreign-key",
  "23514": "check",
  "23502": "not-null",
  "23001": "append-only",
};

/** Which rule of the tables an error reports as broken; null when it reports something else. */
export function brokenRule(error: unknown): Rule | null {
  const code = codeOf(causeOf(error));
  return code === undefined ? null : (RULES[code] ?? null);
}

/** The engine's own error, out of the query builder's wrapping. */
export function causeOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? error) : error;
}

/** The engine's code for an error: `SQLITE_…`, five characters of PostgreSQL, or the system's. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}
