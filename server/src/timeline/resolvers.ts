import type { Room } from "../graphql/room.ts";
import { densityOf } from "./dense.ts";
import { type TimelineArgs, timelineOf } from "./timeline.ts";

export const room: Room = {
  queries: {
    timeline: (reading, args: TimelineArgs, below) =>
      timelineOf(reading, args, (part) => below.has("Timeline", part)),
    timelineDensity: densityOf,
  },
};
