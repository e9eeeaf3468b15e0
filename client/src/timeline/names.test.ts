import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn, rowsById } from "./columns.ts";
import { dayOf } from "./day.ts";
import { nameOfKnown, nameOfMark, nameOfSegment, nameOfWindow, valueOfRail } from "./names.ts";

/** What the visit to Moscow and the treaty are called on a day. */
function called(iso: string): { visit: string; treaty: string } {
  const known = asKnownOn(founding, dayOf(iso));
  const row = rowsById(founding.marks, known).get("event:pezeshkian-moscow");
  const treaty = known.bars.find(({ slug }) => slug === "csp");
  if (row === undefined || !treaty) throw new Error(`not known on ${iso}`);
  return {
    visit: nameOfMark(founding, row),
    treaty: nameOfSegment(treaty, treaty.segments.length - 1),
  };
}

describe("the founding case, as it is read out", () => {
  it("on 5 December 2024: a visit without a date, an agreed text", () => {
    expect(called("2024-12-05")).toEqual({
      visit:
        "Planned visit, date not fixed. Pezeshkian to visit Moscow. Known since 3 December 2024.",
      treaty:
        "Strategic Partnership Treaty, text agreed since 23 October 2024, after negotiating 19 January 2022.",
    });
  });

  it("on 23 December 2024: a window", () => {
    expect(called("2024-12-23").visit).toBe(
      "Planned visit, by 19 January 2025, date not fixed. Pezeshkian to visit Moscow. Known since 3 December 2024.",
    );
  });

  it("on 26 December 2024: a day", () => {
    expect(called("2024-12-26").visit).toBe(
      "Visit, planned. Pezeshkian to visit Moscow. 17 January 2025. Iran to Russia. 1 source.",
    );
  });

  it("on 18 January 2025: held, and signed", () => {
    expect(called("2025-01-18")).toEqual({
      visit:
        "Visit, held. Pezeshkian in Moscow; treaty signed. 17 January 2025. Iran to Russia. 5 sources.",
      treaty:
        "Strategic Partnership Treaty, signed since 17 January 2025, after text agreed 23 October 2024.",
    });
  });

  it("on 1 August 2025: in force by one claim, undisputed", () => {
    expect(called("2025-08-01").treaty).toBe(
      "Strategic Partnership Treaty, in force since 18 July 2025, after ratified 21 May 2025.",
    );
  });

  it("today: in force by another, and disputed", () => {
    expect(called("2025-10-20").treaty).toBe(
      "Strategic Partnership Treaty, in force since 2 October 2025, after ratified 21 May 2025. Sources disagree about the date.",
    );
  });
});

describe("the timeline in words", () => {
  const known = asKnownOn(founding, dayOf("2024-12-05"));

  it("counts its facts, lanes and months", () => {
    expect(nameOfWindow(known, 13, dayOf("2024-06-01"), dayOf("2026-04-01"))).toMatch(
      /^\d+ facts in 13 lanes, June 2024 to March 2026\.$/,
    );
  });

  it("says what a past day knew", () => {
    expect(nameOfKnown(founding, known, false)).toMatch(
      /^As known on 5 December 2024\. \d+ facts\. Strategic Partnership Treaty: text agreed\. .+: planned, no date\.$/,
    );
    const { day } = known;
    expect(valueOfRail(day, false, known)).toMatch(/^As known on 5 December 2024, \d+ facts$/);
    expect(valueOfRail(day, true, known)).toMatch(/^As known today, \d+ facts$/);
    expect(valueOfRail(day, true, null)).toBe("As known today");
  });
});
