// What follows the record as it grows; it comes once the facts stand.
export { poll } from "../page/poll.ts";
export { freshOf } from "./fresh.ts";
export { toldOf } from "./news.ts";
