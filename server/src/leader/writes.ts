import type { Room } from "../graphql/room.ts";
import { mergeLeaders } from "./merge.ts";
import { createOffice, updateOffice } from "./office.ts";
import { createLeader, updateLeader } from "./person.ts";
import { createTerm, updateTerm } from "./term.ts";

const leader = { entity: {}, leader: {}, change: {}, errors: {} };
const term = { ...leader, term: {} };
const office = { entity: {}, office: {}, change: {}, errors: {} };

/** What may be done to leaders, their terms, and offices. */
export const leaderWrites: Room = {
  mutations: {
    createLeader,
    updateLeader,
    mergeLeaders,
    createTerm,
    updateTerm,
    createOffice,
    updateOffice,
  },
  relations: {
    CreateLeaderPayload: leader,
    UpdateLeaderPayload: leader,
    MergeLeadersPayload: leader,
    CreateTermPayload: term,
    UpdateTermPayload: term,
    CreateOfficePayload: office,
    UpdateOfficePayload: office,
  },
};
