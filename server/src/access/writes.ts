// The mutations of the room.
import { randomBytes, randomUUID } from "node:crypto";
import type { Viewer } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import { problemRow } from "../graphql/problem.ts";
import type { Room, Write } from "../graphql/room.ts";
import { isRefusal, Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { createToken } from "./access.ts";
import { LINK_BYTES, pathOfLink } from "./joining.ts";
import { noteAccess } from "./log.ts";
import {
  changeRole,
  type Doing,
  type GivenLink,
  giveUserLink,
  invite,
  memberOf,
  revokeInvitation,
  shutOut,
} from "./members.ts";
import { emailOf } from "./password.ts";
import { userOf } from "./people.ts";
import { atMost, type Role, requireRole } from "./role.ts";
import { revokeToken, tokenOf } from "./store.ts";
import { hashOfToken, idOfHash, MOST_DAYS, RANDOM_BYTES } from "./token.ts";

/** One thing to do, in a transaction; answers the payload's fields. */
type Act<Input> = (tx: Tx, input: Input, doing: Doing & { viewer: Viewer }) => Promise<Row>;

/** Does it for whoever has the role; an expected "no" comes back as data, and then nothing is written. */
function doing<Input>(needed: Role, act: Act<Input>): Write<{ input: Input }> {
  return async ({ input }, { viewer, clock, storage }, complete) => {
    const by = requireRole(viewer, needed);
    const random = randomBytes(Math.max(LINK_BYTES, RANDOM_BYTES));
    const with_ = { by, now: clock(), random, id: randomUUID(), viewer };
    try {
      return await storage.write(async (tx) =>
        complete(tx, { errors: [], ...(await act(tx, input, with_)) }),
      );
    } catch (error) {
      if (!isRefusal(error) || !["INVALID_INPUT", "NOT_FOUND"].includes(error.code)) throw error;
      const errors = [problemRow(error.within("input"))];
      return storage.read((tx) => complete(tx, { errors }));
    }
  };
}

const linked = ({ token, expiresAt }: GivenLink) => ({ path: pathOfLink(token), expiresAt });

export const accessWrites: Room = {
  mutations: {
    inviteUser: doing<{ email: string; role: Role }>("ADMIN", async (tx, { email, role }, how) =>
      linked(await invite(tx, { email: emailOf(email), role }, how)),
    ),

    revokeInvitation: doing<{ invitationId: string }>("ADMIN", async (tx, input, how) => ({
      email: await revokeInvitation(tx, input.invitationId, how),
    })),

    giveLink: doing<{ userId: string }>("ADMIN", async (tx, { userId }, how) =>
      linked(await giveUserLink(tx, await memberOf(tx, userId), how)),
    ),

    setUserRole: doing<{ userId: string; role: Role }>("ADMIN", async (tx, input, how) => {
      await changeRole(tx, await memberOf(tx, input.userId), input.role, how);
      return { user: await userOf(tx, input.userId) };
    }),

    disableUser: doing<{ userId: string }>("ADMIN", async (tx, { userId }, how) => {
      await shutOut(tx, await memberOf(tx, userId), how);
      return { user: await userOf(tx, userId) };
    }),

    createToken: doing<{ name: string; role: Role; days: number | null }>(
      "VIEWER",
      async (tx, { name, role, days }, { viewer, by, now, random }) => {
        const { userId } = viewer;
        if (userId === null) throw new Error("Somebody without a user got past the gate");
        if (viewer.role && !atMost(role, viewer.role)) {
          throw new Refusal(
            "INVALID_INPUT",
            `Your role is ${viewer.role.toLowerCase()}: a token of yours can do no more.`,
            { path: ["role"] },
          );
        }
        if (days !== null && (days < 1 || days > MOST_DAYS)) {
          throw new Refusal(
            "INVALID_INPUT",
            `\`days\` must be from 1 to ${MOST_DAYS}, or null for a token that does not end.`,
            { path: ["days"] },
          );
        }
        const secret = await createToken(tx, { name, role, days, userId }, now, random);
        const token = await tokenOf(tx, idOfHash(hashOfToken(secret)));
        await noteToken(tx, "CREATE_TOKEN", by, now, name.trim(), role.toLowerCase());
        return { secret, token: token && { ...token, hint: token.prefix, owner: viewer.name } };
      },
    ),

    revokeToken: doing<{ tokenId: string }>("VIEWER", async (tx, { tokenId }, how) => {
      const { viewer, by, now } = how;
      const token = await tokenOf(tx, tokenId);
      const isOwn = token !== null && token.userId !== null && token.userId === viewer.userId;
      if (!token || !(isOwn || viewer.role === "ADMIN")) {
        throw new Refusal("NOT_FOUND", "There is no such token among yours. `tokens` lists them.", {
          path: ["tokenId"],
        });
      }
      if (token.revokedAt === null) {
        await revokeToken(tx, tokenId, now.toISOString());
        await noteToken(tx, "REVOKE_TOKEN", by, now, token.name, null);
      }
      const owner = token.userId === null ? null : await userOf(tx, token.userId);
      const after = await tokenOf(tx, tokenId);
      return { token: after && { ...after, hint: after.prefix, owner: owner?.name ?? null } };
    }),
  },
};

function noteToken(
  tx: Tx,
  action: "CREATE_TOKEN" | "REVOKE_TOKEN",
  by: string,
  now: Date,
  subject: string,
  detail: string | null,
): Promise<void> {
  return noteAccess(tx, { at: now.toISOString(), by, action, subject, detail });
}
