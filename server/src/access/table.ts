import type { Kit } from "../storage/kit.ts";
import { ROLES } from "./role.ts";

/** Tokens that let somebody in. Only their hash is kept. */
export function accessTables(kit: Kit) {
  const token = kit.table(
    "token",
    {
      id: kit.text("id").primaryKey(),
      name: kit.text("name").notNull(),
      role: kit.word("role", ROLES).notNull(),
      hash: kit.text("hash").notNull(),
      prefix: kit.text("prefix").notNull(),
      createdAt: kit.text("created_at").notNull(),
      expiresAt: kit.text("expires_at"),
      revokedAt: kit.text("revoked_at"),
    },
    (t) => [kit.unique("token_hash").on(t.hash), kit.oneOf("token_role", "role", ROLES)],
  );
  return { token };
}
