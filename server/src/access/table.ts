import type { Kit } from "../storage/kit.ts";
import { ROLES } from "./role.ts";

/**
 * Who may come in, and by what. `user`, `login`, `account` and `verification` are the tables that better-auth asks for, under its names of
 * columns; `login` is what it calls a session, which here is a sitting of a forum. Of every secret only a hash is kept. Moments are ISO 8601.
 */
export function accessTables(kit: Kit) {
  const user = kit.table(
    "user",
    {
      id: kit.text("id").primaryKey(),
      /** Empty until they have joined: everybody gives their own. */
      name: kit.text("name").notNull(),
      email: kit.text("email").notNull(),
      emailVerified: kit.bool("email_verified").notNull(),
      image: kit.text("image"),
      role: kit.word("role", ROLES).notNull(),
      createdAt: kit.text("created_at").notNull(),
      updatedAt: kit.text("updated_at").notNull(),
      joinedAt: kit.text("joined_at"),
      disabledAt: kit.text("disabled_at"),
    },
    (t) => [kit.uniqueIndex("user_email").on(t.email), kit.oneOf("user_role", "role", ROLES)],
  );
  const ofUser = { onDelete: "cascade" } as const;

  const login = kit.table(
    "login",
    {
      id: kit.text("id").primaryKey(),
      token: kit.text("token").notNull(),
      userId: kit
        .text("user_id")
        .notNull()
        .references(() => user.id, ofUser),
      expiresAt: kit.text("expires_at").notNull(),
      seenAt: kit.text("seen_at"),
      ipAddress: kit.text("ip_address"),
      userAgent: kit.text("user_agent"),
      createdAt: kit.text("created_at").notNull(),
      updatedAt: kit.text("updated_at").notNull(),
    },
    (t) => [kit.uniqueIndex("login_token").on(t.token), kit.index("login_user").on(t.userId)],
  );

  const account = kit.table(
    "account",
    {
      id: kit.text("id").primaryKey(),
      accountId: kit.text("account_id").notNull(),
      providerId: kit.text("provider_id").notNull(),
      userId: kit
        .text("user_id")
        .notNull()
        .references(() => user.id, ofUser),
      accessToken: kit.text("access_token"),
      refreshToken: kit.text("refresh_token"),
      idToken: kit.text("id_token"),
      accessTokenExpiresAt: kit.text("access_token_expires_at"),
      refreshTokenExpiresAt: kit.text("refresh_token_expires_at"),
      scope: kit.text("scope"),
      password: kit.text("password"),
      createdAt: kit.text("created_at").notNull(),
      updatedAt: kit.text("updated_at").notNull(),
    },
    (t) => [
      kit.uniqueIndex("account_of_provider").on(t.providerId, t.accountId),
      kit.index("account_user").on(t.userId),
    ],
  );

  const verification = kit.table(
    "verification",
    {
      id: kit.text("id").primaryKey(),
      identifier: kit.text("identifier").notNull(),
      value: kit.text("value").notNull(),
      expiresAt: kit.text("expires_at").notNull(),
      createdAt: kit.text("created_at").notNull(),
      updatedAt: kit.text("updated_at").notNull(),
    },
    (t) => [kit.index("verification_identifier").on(t.identifier)],
  );

  // A link that lets somebody choose a password, once. Nobody's is the first admin's, whom nobody has invited.
  const joinLink = kit.table(
    "join_link",
    {
      id: kit.text("id").primaryKey(),
      hash: kit.text("hash").notNull(),
      userId: kit.text("user_id").references(() => user.id, ofUser),
      by: kit.text("by").notNull(),
      createdAt: kit.text("created_at").notNull(),
      expiresAt: kit.text("expires_at").notNull(),
    },
    (t) => [kit.uniqueIndex("join_link_hash").on(t.hash), kit.index("join_link_user").on(t.userId)],
  );

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
      /** The hour in which it was last used: noted once in it at most. */
      usedAt: kit.text("used_at"),
      /** Whose it is; nobody's when it was made from a terminal. */
      userId: kit.text("user_id").references(() => user.id),
    },
    (t) => [
      kit.unique("token_hash").on(t.hash),
      kit.index("token_user").on(t.userId),
      kit.oneOf("token_role", "role", ROLES),
    ],
  );

  // What admins read about users and tokens. Apart from the changes of facts, which everybody may read.
  const accessChange = kit.table("access_change", {
    id: kit.long("id").primaryKey(),
    at: kit.text("at").notNull(),
    by: kit.text("by").notNull(),
    action: kit.text("action").notNull(),
    /** Whom or what it was done to, as people know it. */
    subject: kit.text("subject").notNull(),
    detail: kit.text("detail"),
  });

  // What cookies are signed with, unless the environment gives it.
  const secret = kit.table("secret", {
    name: kit.text("name").primaryKey(),
    value: kit.text("value").notNull(),
  });

  return { user, login, account, verification, joinLink, token, accessChange, secret };
}
