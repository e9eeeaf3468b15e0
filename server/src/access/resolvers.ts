import { ANONYMOUS } from "../graphql/context.ts";
import {
  connectionOf,
  type Order,
  type Paging,
  pageRequest,
  type SortKey,
} from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import { Refusal } from "../refusal.ts";
import {
  ACCESS_CHANGES,
  INVITATIONS,
  type Listed,
  pageOfAccessChanges,
  pageOfInvitations,
  pageOfTokens,
  pageOfUsers,
  TOKENS,
  USERS,
} from "./listing.ts";
import { requireRole } from "./role.ts";

const byAge = ({ createdAt, id }: { createdAt: string; id: string }) => [createdAt, id];

/** A page of a list. */
async function paged<Row>(
  args: Paging,
  order: Order,
  keyOf: (row: Row) => SortKey,
  read: (request: ReturnType<typeof pageRequest>) => Promise<Listed<Row>>,
) {
  const request = pageRequest(args, order);
  const { rows, total } = await read(request);
  return connectionOf(rows, request, keyOf, total);
}

export const room: Room = {
  queries: {
    /** Who sends the request. A token that does not count is said to be so, rather than passed over; a session that is over leaves a reader. */
    viewer: (_reading, _args, _below, { viewer, following }) => {
      if (viewer.refused && viewer.via === "TOKEN") throw viewer.refused;
      const mayReport = viewer.role === "EDITOR" || viewer.role === "ADMIN";
      if (viewer.refused || !mayReport) return viewer.refused ? ANONYMOUS : viewer;
      return { ...viewer, following: following?.() ?? null };
    },

    users: ({ tx }, args: Paging, _below, { viewer }) => {
      requireRole(viewer, "ADMIN");
      return paged(args, USERS, byAge, (request) => pageOfUsers(tx, request));
    },

    invitations: ({ tx }, args: Paging, _below, { viewer }) => {
      requireRole(viewer, "ADMIN");
      return paged(args, INVITATIONS, byAge, (request) => pageOfInvitations(tx, request));
    },

    tokens: ({ tx }, args: Paging & { everybodys?: boolean | null }, _below, { viewer }) => {
      requireRole(viewer, args.everybodys ? "ADMIN" : "VIEWER");
      const userId = args.everybodys ? null : viewer.userId;
      if (!args.everybodys && userId === null) {
        throw new Refusal(
          "FORBIDDEN",
          "This token is nobody's, so it has no tokens of its own. An admin's may ask for `everybodys`.",
        );
      }
      return paged(args, TOKENS, byAge, async (request) => {
        const { rows, total } = await pageOfTokens(tx, request, userId);
        return { rows: rows.map((token) => ({ ...token, hint: token.prefix })), total };
      });
    },

    accessChanges: ({ tx }, args: Paging, _below, { viewer }) => {
      requireRole(viewer, "ADMIN");
      const keyOf = ({ id }: { id: number }) => [id];
      return paged(args, ACCESS_CHANGES, keyOf, (request) => pageOfAccessChanges(tx, request));
    },
  },
};
