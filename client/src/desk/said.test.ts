import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import {
  BLANK_SAID,
  edtfOf,
  inputOfSaid,
  knownFrom,
  problemsOfKnownOn,
  problemsOfSource,
  repeated,
  type SourceValue,
  voiceOf,
  withText,
} from "./said.ts";

const TODAY = dayOf("2025-10-23");
const source = (patch: object = {}): SourceValue => ({
  of: "new",
  publisher: "TASS",
  title: "",
  url: "",
  publishedOn: "21 Oct 2025",
  language: "",
  ...patch,
});

test("a precision chosen stays while one types, as long as the text can have it", () => {
  const month = { text: "20 Oct 2025", precision: "MONTH" } as const;
  expect(edtfOf(month, TODAY)).toEqual({ edtf: "2025-10" });
  expect(withText(month, "21 Oct 2025", TODAY).precision).toBe("MONTH");
  expect(withText(month, "21 Oct", TODAY).precision).toBe("MONTH");
  expect(withText(month, "2025", TODAY).precision).toBe(null);
  expect(withText(month, "20–24 Oct 2025", TODAY).precision).toBe(null);
  expect(edtfOf({ text: "", precision: "NONE" }, TODAY)).toEqual({ edtf: null });
  expect(edtfOf({ text: "", precision: null }, TODAY)).toHaveProperty("problem");
});

test("a source needs a publisher, and what else is given must be readable", () => {
  const fields = (value: SourceValue) => problemsOfSource(value, TODAY).map(({ field }) => field);
  expect(fields(source())).toEqual([]);
  expect(fields({ of: "none", text: "" })).toEqual(["source"]);
  expect(fields(source({ publisher: " ", publishedOn: "soon", url: "tass.com/a" }))).toEqual([
    "source.publisher",
    "source.publishedOn",
    "source.url",
  ]);
});

test("it is known from the day given, else the source's, else today; never before it happened", () => {
  const from = (knownOn: string, publishedOn: string, happened: string | null) =>
    knownFrom(
      { knownOn, source: source({ publishedOn }) },
      happened === null ? null : dayOf(happened),
      TODAY,
    );
  expect(from("20 Oct 2025", "21 Oct 2025", null)).toEqual({
    day: dayOf("2025-10-20"),
    why: "given",
  });
  expect(from("", "21 Oct 2025", "2025-10-20").why).toBe("source");
  expect(from("", "21 Oct 2025", "2025-10-22")).toEqual({ day: TODAY, why: "today" });
  expect(from("", "Oct 2025", null).why).toBe("today");
  expect(from("", "24 Oct 2025", null).why).toBe("today");
  expect(problemsOfKnownOn("24 Oct 2025", TODAY)).toHaveLength(1);
  expect(problemsOfKnownOn("Oct 2025", TODAY)).toHaveLength(1);
  expect(problemsOfKnownOn("", TODAY)).toEqual([]);
});

test("only what was given is sent; without a note the usual one is", () => {
  const said = { ...BLANK_SAID, source: source({ url: " https://tass.com/a " }), claimant: " " };
  expect(inputOfSaid(said, TODAY, "Usual.")).toEqual({
    source: { publisher: "TASS", url: "https://tass.com/a", publishedOn: "2025-10-21" },
    note: "Usual.",
  });
  const recorded: SourceValue = {
    of: "recorded",
    id: "S",
    publisher: "Vedomosti",
    title: null,
    publishedOn: null,
  };
  const full = {
    ...said,
    source: recorded,
    claimant: "Jalali",
    knownOn: "20 Oct 2025",
    note: " Own. ",
  };
  expect(inputOfSaid(full, TODAY, "Usual.")).toEqual({
    sourceId: "S",
    claimant: "Jalali",
    knownOn: "2025-10-20",
    note: "Own.",
  });
  expect(voiceOf(full)).toBe("Jalali");
  expect(voiceOf({ ...full, claimant: "" })).toBe("Vedomosti");
});

test("what stands is said once more with its own date, and without one that cannot be read back", () => {
  for (const edtf of [
    "2025-08-20",
    "2025-08",
    "2025",
    "2025-08-18/2025-08-19",
    "2025-07-18~",
    "2024-12-05/..",
  ]) {
    const { status, date } = repeated({ status: "HELD", when: { edtf } }, TODAY);
    expect([status, edtfOf(date, TODAY)]).toEqual(["HELD", { edtf }]);
  }
  for (const edtf of [null, "2025-02-30"])
    expect(repeated({ status: "HELD", when: { edtf } }, TODAY).date.text).toBe("");
});
