import type { Room } from "../graphql/room.ts";
import { createSource, updateSource } from "./record.ts";

const source = { entity: {}, source: {}, change: {}, errors: {} };

/** What may be done to sources by themselves. */
export const publicationWrites: Room = {
  mutations: { createSource, updateSource },
  relations: {
    CreateSourcePayload: source,
    UpdateSourcePayload: source,
    StaleSourceError: { current: {} },
  },
};
