import { describe, expect, it } from "vitest";
import { dayOf } from "../when/day.ts";
import { notFixed, parseWhen } from "../when/when.ts";
import { membersAt, type SessionFacts } from "./session.ts";

const session = (detail: Partial<SessionFacts> = {}): SessionFacts => ({
  id: "summit-3",
  forumId: "forum",
  name: "3rd summit",
  status: "HELD",
  theme: null,
  when: parseWhen("2024-10-22/2024-10-24"),
  knownOn: dayOf("2023-08-24"),
  place: null,
  sources: 1,
  summitKnown: null,
  members: [
    { countryId: "first", fromDay: null, toDay: null },
    { countryId: "joined", fromDay: dayOf("2024-01-01"), toDay: null },
    { countryId: "left", fromDay: null, toDay: dayOf("2024-05-31") },
    { countryId: "later", fromDay: dayOf("2025-01-01"), toDay: null },
    { countryId: "first", fromDay: dayOf("2024-01-01"), toDay: null },
  ],
  ...detail,
});

describe("the members that a session of leaders stands for", () => {
  it("are those of its first day, each once", () => {
    expect(membersAt(session(), dayOf("2024-10-22"))).toEqual(["first", "joined"]);
  });

  it("are, before it met, those known to belong: not who was yet to join, and still who was yet to leave", () => {
    expect(membersAt(session(), dayOf("2023-08-24"))).toEqual(["first", "left"]);
  });

  it("are none of a session of ministers, nor of one without any date", () => {
    const on = dayOf("2024-10-22");
    expect(membersAt(session({ name: "Foreign ministers' meeting" }), on)).toEqual([]);
    expect(membersAt(session({ when: notFixed() }), on)).toEqual([]);
  });
});
