import type { Room } from "../graphql/room.ts";
import { createStory, updateStory } from "./tell.ts";

const story = { entity: {}, story: {}, change: {}, errors: {} };

/** What may be done to stories. */
export const storyWrites: Room = {
  mutations: { createStory, updateStory },
  relations: { CreateStoryPayload: story, UpdateStoryPayload: story },
};
