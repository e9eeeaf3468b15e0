import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import { type Answer, doneWords, goodIn, statusIn, triedWords } from "./answer.ts";
import { BLANK, check, importWords, usualNote, type Values, wordsOf } from "./draft.ts";
import { LONGEST, MOST_ROWS } from "./file.ts";

const TODAY = dayOf("2026-01-05");
const OWN = "event,status,publisher\nx,HELD,TASS";
const values = (given: Partial<Values>): Values => ({ ...BLANK, text: OWN, ...given });
const fields = (given: Partial<Values>) => check(values(given), TODAY).map(({ field }) => field);
const answer = (made: number, changed: number, unchanged: number, bad: number): Answer => ({
  ...{ new: made, changed, unchanged, bad, replayed: false, change: null },
  rows: Array.from({ length: made + changed + unchanged + bad }) as Answer["rows"],
});

test("a file, and a source unless its rows name their own, are needed", () => {
  expect(fields({})).toEqual([]);
  expect(fields({ text: " " })).toEqual(["text"]);
  expect(fields({ text: "event,status\nx,HELD" })).toEqual(["source"]);
  expect(fields({ source: { of: "none", text: "TAS" } })).toEqual(["source"]);
  expect(fields({ text: `${OWN}${"\n".repeat(LONGEST - OWN.length)}` })).toEqual([]);
  expect(fields({ text: `${OWN}${"\n".repeat(LONGEST - OWN.length + 1)}` })).toEqual(["text"]);
  expect(fields({ note: "x".repeat(1001) })).toEqual(["note"]);
});

test("no more rows than the server takes, and a file that is empty is called that", () => {
  const rows = (count: number, row = "\nx,HELD,TASS") =>
    `event,status,publisher${row.repeat(count)}\n`;
  const told = (given: Partial<Values>) =>
    check(values(given), TODAY).map(({ message }) => message);
  expect(told({ text: rows(MOST_ROWS) })).toEqual([]);
  expect(told({ text: rows(MOST_ROWS + 1) })).toEqual([
    expect.stringMatching(/^This has more than 2,000 rows.*entente import FILE/),
  ]);
  // Blank rows are none, and lines within quotes may be cells: there the server counts.
  expect(told({ text: rows(MOST_ROWS + 1, "\n,, ") + rows(0) })).toEqual([]);
  expect(told({ text: rows(1200, '\nx,HELD,"TA\nSS"') })).toEqual([]);
  expect(told({ name: "empty.csv", text: "" })).toEqual(["empty.csv is empty."]);
  expect(told({ text: "" })).toEqual(["Choose a file, or paste it."]);
});

test("a first try writes nothing; an import goes out under its key, as what was tried", () => {
  const source = {
    of: "recorded",
    id: "U291",
    publisher: "TASS",
    title: null,
    publishedOn: null,
  } as const;
  expect(wordsOf(values({ source, name: "a.csv" }), TODAY, null, null)).toEqual({
    ...{ note: "Imported from a.csv.", mode: "GOOD_ROWS", dryRun: "true", sourceId: "U291" },
  });
  const fresh = {
    of: "new",
    publisher: "IRNA",
    title: "",
    url: "https://irna.ir/1",
    publishedOn: "4 Jan 2026",
    language: "",
  } as const;
  expect(wordsOf(values({ source: fresh, note: "Said." }), TODAY, answer(2, 0, 0, 0), "k")).toEqual(
    {
      ...{ note: "Said.", mode: "ALL_OR_NOTHING", idempotencyKey: "k" },
      ...{ publisher: "IRNA", url: "https://irna.ir/1", publishedOn: "2026-01-04" },
    },
  );
  expect(wordsOf(values({}), TODAY, answer(2, 0, 0, 1), "k").mode).toBe("GOOD_ROWS");
  expect(usualNote(BLANK)).toContain("pasted");
});

test("what came of it is said in counts, and a file that says nothing new is called that", () => {
  expect(triedWords(answer(2, 1, 0, 1))).toBe(
    "2 rows would add something that is not here yet; 1 row would add a report to what is here; 1 row is refused.",
  );
  expect(triedWords(answer(0, 0, 4, 0))).toBe("Nothing new: the record says all of it already.");
  expect(triedWords(answer(0, 0, 1, 2))).toBe("1 row says nothing new; 2 rows are refused.");
  const change = { id: "x", revision: 7 };
  expect(doneWords({ ...answer(2, 1, 3, 1), change })).toBe(
    "Imported: 2 added, 1 changed, 3 unchanged, 1 refused.",
  );
  expect(doneWords(answer(0, 0, 3, 0))).toContain("Nothing was imported");
  const status = (type: "EVENT" | "AGREEMENT", text: string | null) => statusIn({ type }, text);
  expect([
    status("EVENT", "EXPECTED"),
    status("EVENT", "SCHEDULED"),
    status("EVENT", null),
  ]).toEqual(["Planned, date not fixed", "Planned, date fixed", null]);
  expect(status("AGREEMENT", "IN_FORCE")).toBe("In force");
  expect(importWords(answer(2, 1, 0, 1))).toBe("Import the 3 good rows");
  expect(importWords(answer(1, 0, 0, 0))).toBe("Import this row");
  expect(goodIn(answer(2, 1, 5, 5))).toBe(3);
});
