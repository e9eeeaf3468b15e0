import { programme } from "./programme.ts";
import { railway } from "./railway.ts";
import type { StoryRecord } from "./shape.ts";
import { tariff } from "./tariff.ts";
import { tehran } from "./tehran.ts";
import { timing } from "./timing.ts";

/** The stories, the featured one first. */
export const STORIES: StoryRecord[] = [timing, railway, programme, tariff, tehran];
