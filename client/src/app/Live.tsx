// What follows the record as it grows; it comes once the facts stand, and all at once.
export { FreshButton } from "../page/FreshButton.tsx";
export { follow } from "../page/follow.ts";
export { freshOf } from "./fresh.ts";
export { JustNow } from "./JustNow.tsx";
export { toldOf } from "./news.ts";
