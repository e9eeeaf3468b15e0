import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import {
  BLANK_NEW,
  checkNew,
  likelyRole,
  type NewValues,
  newInput,
  statusBy,
  usualTitle,
} from "./newEvent.ts";

const TODAY = dayOf("2024-12-26");
const date = (text: string) => ({ text, precision: null });
const guest = {
  of: "LEADER" as const,
  key: "masoud-pezeshkian",
  name: "Masoud Pezeshkian",
  aside: null,
  role: "GUEST" as const,
};
const host = {
  of: "COUNTRY" as const,
  key: "RU",
  name: "Russia",
  aside: null,
  role: "HOST" as const,
};
const visit: NewValues = {
  ...BLANK_NEW,
  kind: "VISIT",
  participants: [guest, host],
  date: date("17 Jan 2025"),
  source: { of: "recorded", id: "S", publisher: "IRNA", title: null, publishedOn: "2024-12-26" },
};

test("where it stands is what its date says, unless the editor says otherwise", () => {
  const by = (text: string) => statusBy({ date: date(text), status: null }, TODAY);
  expect(by("25 Dec 2024")).toBe("HELD");
  expect(by("17 Jan 2025")).toBe("SCHEDULED");
  expect(by("17–18 Jan 2025")).toBe("SCHEDULED");
  expect(by("Jan 2025")).toBe("EXPECTED");
  expect(by("")).toBe("EXPECTED");
  expect(statusBy({ date: date("25 Dec 2024"), status: "EXPECTED" }, TODAY)).toBe("EXPECTED");
});

test("a planned visit of one guest to one country is planned as that, and titled by itself", () => {
  expect(checkNew(visit, TODAY)).toEqual([]);
  expect(newInput(visit, TODAY)).toEqual({
    action: "planVisit",
    input: {
      title: "Masoud Pezeshkian to visit Russia",
      level: "LEADERS",
      when: "2025-01-17",
      guest: "masoud-pezeshkian",
      host: "RU",
      sourceId: "S",
      note: "Recorded from IRNA.",
    },
  });
});

test("anything else is recorded as an event, with all that was said of it", () => {
  const agreement = { of: "AGREEMENT" as const, key: "ru-ir-2025", name: "Treaty", aside: null };
  const held = {
    ...visit,
    date: date("20 Dec 2024"),
    agreements: [{ ...agreement, relation: "DISCUSSED" as const }],
    summary: " Talks. ",
  };
  expect(newInput(held, TODAY)).toMatchObject({
    action: "recordEvent",
    input: {
      title: "Masoud Pezeshkian visits Russia",
      kind: "VISIT",
      status: "HELD",
      participants: [
        { role: "GUEST", leader: "masoud-pezeshkian" },
        { role: "HOST", country: "RU" },
      ],
      agreements: [{ agreement: "ru-ir-2025", relation: "DISCUSSED" }],
      summary: "Talks.",
    },
  });
  // A day that is only hoped for fixes nothing.
  expect(newInput({ ...visit, status: "EXPECTED" }, TODAY).action).toBe("recordEvent");
});

test("what is missing is named in the order of the fields", () => {
  expect(checkNew({ ...BLANK_NEW }, TODAY).map(({ field }) => field)).toEqual([
    "participants",
    "title",
    "source",
  ]);
  expect(usualTitle({ ...visit, kind: "MEETING" }, TODAY)).toBe("");
});

test("the role offered fits the kind", () => {
  expect(likelyRole("VISIT", guest, [])).toBe("GUEST");
  expect(likelyRole("VISIT", host, [guest])).toBe("HOST");
  expect(likelyRole("VISIT", host, [])).toBe("HOST");
  expect(likelyRole("MESSAGE", guest, [])).toBe("SENDER");
  expect(likelyRole("MESSAGE", guest, [{ role: "SENDER" }])).toBe("RECIPIENT");
  expect(likelyRole("CALL", guest, [{ role: "PARTICIPANT" }])).toBe("PARTICIPANT");
});
