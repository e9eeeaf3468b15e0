import { ANONYMOUS } from "../graphql/context.ts";
import type { Room } from "../graphql/room.ts";

/** Who sends the request. A token that does not count is said to be so, rather than passed over; a session that is over leaves a reader. */
export const room: Room = {
  queries: {
    viewer: (_reading, _args, _below, context) => {
      const { viewer } = context;
      if (viewer.refused && viewer.via === "TOKEN") throw viewer.refused;
      return viewer.refused ? ANONYMOUS : viewer;
    },
  },
};
