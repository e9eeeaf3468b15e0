// What cookies are signed with, in the database: servers that share it then know each other's, and it goes where the data go.
import { eq } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";

const NAME = "cookies";

/** The secret that is kept; `made` from now on when there was none. */
export async function secretOf(tx: Tx, made: string): Promise<string> {
  const { secret } = tx.tables;
  const [kept] = await tx.db.select().from(secret).where(eq(secret.name, NAME)).limit(1);
  if (kept) return kept.value;
  await tx.db.insert(secret).values({ name: NAME, value: made });
  return made;
}
