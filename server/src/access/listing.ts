// Pages of users, invitations, tokens and what was done about them.
import { and, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Order, type PageRequest, TEXT, under } from "../graphql/page.ts";
import { type By, between, inOrder } from "../storage/keyset.ts";
import type { Tx } from "../storage/storage.ts";
import type { AccessAction } from "./log.ts";
import type { UserRecord } from "./people.ts";
import type { Role } from "./role.ts";
import type { TokenRecord } from "./store.ts";

/** How each list is ordered. */
export const USERS: Order = { of: "Query.users", parts: [TEXT, TEXT] };
export const INVITATIONS: Order = { of: "Query.invitations", parts: [TEXT, TEXT] };
export const TOKENS: Order = { of: "Query.tokens", parts: [TEXT, TEXT] };
export const ACCESS_CHANGES: Order = { of: "Query.accessChanges", parts: [under(2 ** 53)] };

/** Rows of a page, with one more if there are more; and how many there are in all, if that is wanted. */
export interface Listed<Row> {
  rows: Row[];
  total: number;
}

/** Somebody invited, with the link they have. */
export interface InvitedRecord {
  id: string;
  email: string;
  role: Role;
  createdAt: string;
  by: string | null;
  expiresAt: string | null;
}

/** A token, with the name of its owner. */
export type OwnedToken = TokenRecord & { owner: string | null };

/** Users who have joined. */
export async function pageOfUsers(tx: Tx, request: PageRequest): Promise<Listed<UserRecord>> {
  const { user } = tx.tables;
  const order: By[] = [
    { value: user.createdAt, way: "ASC" },
    { value: user.id, way: "ASC" },
  ];
  const isWanted = isNotNull(user.joinedAt);
  const rows = await tx.db
    .select()
    .from(user)
    .where(and(isWanted, between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  return { rows, total: await count(tx, user, isWanted) };
}

/** Users who have yet to join. */
export async function pageOfInvitations(
  tx: Tx,
  request: PageRequest,
): Promise<Listed<InvitedRecord>> {
  const { user, joinLink } = tx.tables;
  const order: By[] = [
    { value: user.createdAt, way: "ASC" },
    { value: user.id, way: "ASC" },
  ];
  const isWanted = isNull(user.joinedAt);
  const { id, email, role, createdAt } = user;
  const { by, expiresAt } = joinLink;
  const rows = await tx.db
    .select({ id, email, role, createdAt, by, expiresAt })
    .from(user)
    .leftJoin(joinLink, eq(joinLink.userId, user.id))
    .where(and(isWanted, between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  return { rows, total: await count(tx, user, isWanted) };
}

/** Tokens of a user; of everybody when null. */
export async function pageOfTokens(
  tx: Tx,
  request: PageRequest,
  userId: string | null,
): Promise<Listed<OwnedToken>> {
  const { token, user } = tx.tables;
  const order: By[] = [
    { value: token.createdAt, way: "DESC" },
    { value: token.id, way: "ASC" },
  ];
  const isWanted = userId === null ? undefined : eq(token.userId, userId);
  const found = await tx.db
    .select({ token, owner: user.name })
    .from(token)
    .leftJoin(user, eq(user.id, token.userId))
    .where(and(isWanted, between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  const rows = found.map((each) => ({ ...each.token, owner: each.owner }));
  return { rows, total: await count(tx, token, isWanted) };
}

/** What was done, the newest first. */
export async function pageOfAccessChanges(tx: Tx, request: PageRequest) {
  const { accessChange } = tx.tables;
  const order: By[] = [{ value: accessChange.id, way: "DESC" }];
  const found = await tx.db
    .select()
    .from(accessChange)
    .where(between(order, request))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  const rows = found.map((each) => ({ ...each, action: each.action as AccessAction }));
  return { rows, total: await count(tx, accessChange) };
}

function count(tx: Tx, table: unknown, where?: SQL): Promise<number> {
  return tx.db.$count(table as SQLiteTable, where);
}
