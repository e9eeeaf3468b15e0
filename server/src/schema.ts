// All SDL and every room's part of the API. The only file that knows all rooms.
import { build } from "./graphql/build.ts";
import type { Room } from "./graphql/room.ts";
import { sdl } from "./graphql/sdl.gen.ts";

/** The rooms, in the order of the arrows. */
export const rooms: readonly Room[] = [];

/** The executable schema of the whole API. */
export const schema = build(sdl, rooms);
