// The door of the room: publications.
export { knownSources } from "./known.ts";
export { type Publication, slugOfPublication } from "./slug.ts";
export {
  dayOfPublication,
  keepSource,
  type Link,
  type SourceRow,
  sameSource,
  sourcesById,
  sourcesOf,
} from "./store.ts";
