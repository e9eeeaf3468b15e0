// All SDL and every room's part of the API. The only file that knows all rooms.
import { gateTo } from "./access/access.ts";
import { room as access } from "./access/resolvers.ts";
import { accessWrites } from "./access/writes.ts";
import { room as agreement } from "./agreement/resolvers.ts";
import { agreementWrites } from "./agreement/writes.ts";
import { room as bundle } from "./bundle/resolvers.ts";
import { room as country } from "./country/resolvers.ts";
import { countryWrites } from "./country/writes.ts";
import { room as desk } from "./desk/resolvers.ts";
import { room as event } from "./event/resolvers.ts";
import { eventWrites } from "./event/writes.ts";
import { room as forum } from "./forum/resolvers.ts";
import { forumWrites } from "./forum/writes.ts";
import { build } from "./graphql/build.ts";
import type { Room } from "./graphql/room.ts";
import { sdl } from "./graphql/sdl.gen.ts";
import { room as history } from "./history/resolvers.ts";
import { room as leader } from "./leader/resolvers.ts";
import { leaderWrites } from "./leader/writes.ts";
import { room as ledger } from "./ledger/resolvers.ts";
import { publicationWrites } from "./publication/writes.ts";
import { room as search } from "./search/resolvers.ts";
import { room as source } from "./source/resolvers.ts";
import { room as story } from "./story/resolvers.ts";
import { storyWrites } from "./story/writes.ts";
import { room as timeline } from "./timeline/resolvers.ts";
import { room as transfer } from "./transfer/resolvers.ts";
import { room as when } from "./when/resolvers.ts";

/** The rooms, in the order of the arrows. */
export const rooms: readonly Room[] = [
  when,
  ledger,
  history,
  source,
  access,
  accessWrites,
  publicationWrites,
  country,
  countryWrites,
  forum,
  forumWrites,
  leader,
  leaderWrites,
  agreement,
  agreementWrites,
  event,
  eventWrites,
  story,
  storyWrites,
  desk,
  timeline,
  search,
  bundle,
  transfer,
];

/** The executable schema of the whole API. */
export const schema = build(sdl, rooms, gateTo);
