import type { Thing } from "../edit/edit.ts";
import { dropStory, keepStory, keptStory } from "./kept.ts";
import { storiesTold } from "./told.ts";

/** Stories with their steps, as corrections see them. Each step has its own sources, so a story needs no other. */
export const STORY: Thing = {
  type: "Story",
  noun: "story",
  table: "story",
  parts: {},
  sources: ["storyStep", "storyStepRef", "storyStepSource"],
  points: { publication: "source", sources: "source" },
  sourced: new Set(),
  read: keptStory,
  write: keepStory,
  remove: dropStory,
  rows: (reading, ids) => storiesTold({ ...reading, asOf: null }, ids),
};
