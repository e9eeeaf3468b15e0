import type { Room } from "../graphql/room.ts";
import { wordsOfWhen } from "./when.ts";

/** The one part of a date that no row holds: its words. */
export const room: Room = {
  fields: { When: { text: (row) => wordsOfWhen(row) } },
};
