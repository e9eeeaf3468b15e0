// The door of the room: what comes in from files and goes out to them.
export { type Dataset, datasetOf } from "./dataset.ts";
export { isOutdated, type Loaded, loadShipped } from "./load.ts";
