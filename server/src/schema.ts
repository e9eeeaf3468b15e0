// All SDL and every room's part of the API. The only file that knows all rooms.
import { room as country } from "./country/resolvers.ts";
import { room as forum } from "./forum/resolvers.ts";
import { build } from "./graphql/build.ts";
import type { Room } from "./graphql/room.ts";
import { sdl } from "./graphql/sdl.gen.ts";
import { room as leader } from "./leader/resolvers.ts";
import { room as source } from "./source/resolvers.ts";
import { room as when } from "./when/resolvers.ts";

/** The rooms, in the order of the arrows. */
export const rooms: readonly Room[] = [when, source, country, forum, leader];

/** The executable schema of the whole API. */
export const schema = build(sdl, rooms);
