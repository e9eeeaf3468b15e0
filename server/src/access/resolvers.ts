import type { Room } from "../graphql/room.ts";

/** Who sends the request. A token that does not count is said to be so, rather than passed over. */
export const room: Room = {
  queries: {
    viewer: (_reading, _args, _below, context) => {
      if (context.viewer.refused) throw context.viewer.refused;
      return context.viewer;
    },
  },
};
