import { expect, test } from "vitest";
import { dateUnder } from "./rowdate.ts";
import type { Row } from "./rows.ts";

const under = (whenText: string, heading: string | null, fixed = true) =>
  dateUnder({ whenText, fixed } as Row, heading);
const text = (...given: Parameters<typeof under>) => under(...given).text;

test("beneath a month only the day is left; a year stays whole", () => {
  expect(text("17 January 2025", "January 2025")).toBe("17");
  expect(text("22–24 October 2024", "October 2024")).toBe("22–24");
  expect(text("17 January 2025 (uncertain)", "January 2025")).toBe("17 (uncertain)");
  expect(text("2025", "2025")).toBe("2025");
  expect(text("about 18 July 2025", "July 2025")).toBe("about 18");
});

test("what the heading does not say is said, cut to fit", () => {
  expect(text("31 August – 1 September 2025", "August 2025")).toBe("31 Aug – 1 Sep");
  expect(text("30 December 2024 – 2 January 2025", "December 2024")).toBe(
    "30 Dec 2024 – 2 Jan 2025",
  );
  expect(text("about December 2024", "December 2024")).toBe("about Dec 2024");
  expect(text("July 2020", "July 2020")).toBe("Jul 2020");
  expect(text("17 January 2025", null)).toBe("17 Jan 2025");
});

test("a plan says that its date is not fixed, or the window that was named", () => {
  expect(under("date not fixed", "Date not fixed", false)).toEqual({
    text: "not fixed",
    loose: false,
  });
  expect(under("2026, date not fixed", "Date not fixed", false)).toEqual({
    text: "2026",
    loose: true,
  });
  expect(text("from 16 February 2023, date not fixed", "Date not fixed", false)).toBe(
    "from 16 Feb 2023",
  );
  expect(text("31 August – 1 September 2025, date not fixed", null, false)).toBe(
    "31 Aug – 1 Sep 2025",
  );
});
