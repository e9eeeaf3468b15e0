// The door of the room: how sources are recorded and corrected by themselves. Apart from the room of sources, since every edit rests on that one.
export { MERGING_SOURCES } from "./merge.ts";
export { SOURCE } from "./thing.ts";
