import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import type { Agreement } from "./statusForm.ts";
import { BLANK_STEP, bodiesOf, checkStep, stepInput, stepSaid, usualStepNote } from "./steps.ts";

const TODAY = dayOf("2025-05-22");
const agreement = {
  id: "A",
  when: { edtf: "2025-01-17", text: "17 January 2025", earliest: "2025-01-17", latest: null },
  parties: [
    { key: "RU", name: "Russia", mustRatify: true },
    { key: "IR", name: "Iran", mustRatify: true },
  ],
  reports: {
    nodes: [
      { id: "1", body: "Majlis", step: "SUBMITTED", retracted: false, parties: [{ key: "IR" }] },
      { id: "2", body: "Majlis", step: "RATIFIED", retracted: false, parties: [{ key: "IR" }] },
      { id: "3", body: "State Duma", step: "RATIFIED", retracted: false, parties: [{ key: "RU" }] },
    ],
  },
} as unknown as Agreement;
const values = {
  ...BLANK_STEP,
  step: "RATIFIED" as const,
  parties: ["IR"],
  body: "Majlis",
  date: { text: "21 May 2025", precision: null },
  source: {
    of: "recorded" as const,
    id: "S",
    publisher: "IRNA",
    title: null,
    publishedOn: "2025-05-21",
  },
};

test("a party's own act needs its party; the text's does not", () => {
  const fields = (patch: object) =>
    checkStep({ ...values, ...patch }, agreement, TODAY).map(({ field }) => field);
  expect(fields({})).toEqual([]);
  expect(fields({ parties: [] })).toEqual(["parties"]);
  expect(fields({ parties: [], step: "SIGNING_PLANNED" })).toEqual([]);
  expect(fields({ ...BLANK_STEP })).toEqual(["parties", "step", "date", "source"]);
  expect(fields({ date: { text: "23 May 2025", precision: null } })).toEqual(["date"]);
});

test("a step is sent with its party, its body and the day, and says so in the history", () => {
  expect(usualStepNote(values, agreement, TODAY)).toBe(
    "Iran, Majlis: ratified 21 May 2025, says IRNA.",
  );
  expect(stepInput(values, agreement, TODAY)).toEqual({
    action: "reportPartyStep",
    input: {
      agreementId: "A",
      step: "RATIFIED",
      parties: ["IR"],
      body: "Majlis",
      when: "2025-05-21",
      sourceId: "S",
      note: "Iran, Majlis: ratified 21 May 2025, says IRNA.",
    },
  });
  expect(stepSaid(values, agreement)).toBe("Ratified, Iran");
});

test("a day that is not known lies between when it came to stand there and the source's day", () => {
  const unknown = { ...values, date: { text: "", precision: "NONE" as const } };
  expect(stepInput(unknown, agreement, TODAY).input.when).toBe("2025-01-17/2025-05-21");
});

test("the bodies offered are those of the parties chosen", () => {
  expect(bodiesOf(agreement, ["IR"])).toEqual(["Majlis"]);
  expect(bodiesOf(agreement, ["IR", "RU"])).toEqual(["Majlis", "State Duma"]);
  expect(bodiesOf(agreement, [])).toEqual([]);
});
