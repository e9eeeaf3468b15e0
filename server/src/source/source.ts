// The door of the room: publications.
export { knownSources } from "./known.ts";
export type { Publication } from "./slug.ts";
export {
  dayOfPublication,
  keepSource,
  type Link,
  type SourceRow,
  sourcesById,
  sourcesOf,
} from "./store.ts";
