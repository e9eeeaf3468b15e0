// The door of the room: stories, topics, and whatever a step can be about.
export { stepsKnown, summaryKnown } from "./known.ts";
export { refsTo } from "./named.ts";
export { nodesOf, type Ref } from "./node.ts";
export { STORY } from "./thing.ts";
export { storiesTold } from "./told.ts";
