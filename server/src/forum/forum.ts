// The door of the room: forums and their sessions.
export { MERGING_FORUMS } from "./merge.ts";
export { sessionAsOf } from "./session.ts";
export { type ForumRow, forumsById, forumsKnown, type SessionRow, sessionsById } from "./store.ts";
export { FORUM } from "./thing.ts";
export { toldFrom } from "./told.ts";
