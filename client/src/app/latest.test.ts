import { expect, test } from "vitest";
import { latestOf } from "./latest.ts";
import type { LandingQuery } from "./operations.gen.ts";

const when = (day: string) => ({ edtf: day, earliest: day, latest: day, text: day });

test("agreements that moved and events that were held stand in one list, the latest first", () => {
  const lines = latestOf(
    {
      agreements: {
        nodes: [
          {
            slug: "t",
            shortTitle: "Treaty",
            status: "IN_FORCE",
            ratified: 2,
            mustRatify: 2,
            when: when("2025-10-02"),
          },
        ],
      },
      events: {
        nodes: [
          { slug: "b", title: "Call", when: when("2025-12-30") },
          { slug: "a", title: "Meeting", when: when("2025-09-02") },
        ],
      },
    } as unknown as LandingQuery,
    2,
  );
  expect(lines.map((line) => `${line.when}: ${line.text}`)).toEqual([
    "30 Dec 2025: Call",
    "2 Oct 2025: Treaty came into force",
  ]);
  expect(lines[1]?.to).toBe("/agreements/t");
});
