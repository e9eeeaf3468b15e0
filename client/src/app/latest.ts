import { standingDeed } from "../agreement/status.ts";
import { edtfWords } from "../when/words.ts";
import type { LandingQuery } from "./operations.gen.ts";

type Standing = Pick<
  LandingQuery["agreements"]["nodes"][number],
  "status" | "ratified" | "mustRatify"
>;

/** One line of the latest changes. */
export interface Latest {
  to: string;
  text: string;
  when: string;
  standing: Standing | null;
}

/** What happened last: agreements that moved and events that were held, the latest first. */
export function latestOf({ agreements, events }: LandingQuery, count: number): Latest[] {
  const moved = agreements.nodes.map((one) => ({
    day: one.when.earliest ?? "",
    to: `/agreements/${one.slug}`,
    text: `${one.shortTitle} ${standingDeed(one)}`,
    when: one.when.edtf === null ? "" : edtfWords(one.when.edtf, "short"),
    standing: one as Standing | null,
  }));
  const held = events.nodes.map((one) => ({
    day: one.when.earliest ?? "",
    to: `/events/${one.slug}`,
    text: one.title,
    when: one.when.edtf === null ? "" : edtfWords(one.when.edtf, "short"),
    standing: null,
  }));
  return [...moved, ...held]
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, count)
    .map(({ day: _, ...line }) => line);
}
