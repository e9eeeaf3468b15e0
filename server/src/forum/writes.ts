import type { Room } from "../graphql/room.ts";
import { createSession, updateSession } from "./convene.ts";
import { createForum, updateForum } from "./found.ts";
import { createMembership, updateMembership } from "./join.ts";
import { mergeForums } from "./merge.ts";

const forum = { entity: {}, forum: {}, change: {}, errors: {} };
const membership = { ...forum, membership: {} };
const session = { ...forum, session: {} };

/** What may be done to forums, their memberships and sessions. */
export const forumWrites: Room = {
  mutations: {
    createForum,
    updateForum,
    mergeForums,
    createMembership,
    updateMembership,
    createSession,
    updateSession,
  },
  relations: {
    CreateForumPayload: forum,
    UpdateForumPayload: forum,
    MergeForumsPayload: forum,
    CreateMembershipPayload: membership,
    UpdateMembershipPayload: membership,
    CreateSessionPayload: session,
    UpdateSessionPayload: session,
  },
};
