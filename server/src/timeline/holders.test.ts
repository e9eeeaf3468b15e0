import { expect, it } from "vitest";
import { dayOf } from "../when/day.ts";
import { type HeadTerm, holdersOf } from "./holders.ts";

function term(office: string, name: string, from: string, to: string | null, events = 0): HeadTerm {
  return {
    countryId: "iran",
    officeId: office,
    officeKind: office,
    title: office,
    leaderId: name.toLowerCase(),
    name,
    fromDay: dayOf(from),
    toDay: to === null ? null : dayOf(to),
    events,
  };
}

const shown = (terms: HeadTerm[]) => holdersOf(terms).map((holder) => holder.name);

const raisi = term("head-of-government", "Raisi", "2021-08-03", "2024-05-19", 40);
const pezeshkian = term("head-of-government", "Pezeshkian", "2024-07-28", null, 40);
const mokhber = term("acting-head-of-government", "Mokhber", "2024-05-20", "2024-07-27", 2);
const khamenei = term("head-of-state", "Khamenei", "1989-06-04", null, 9);

it("shows the office whose holders meet abroad, and who acts for it", () => {
  expect(shown([pezeshkian, mokhber, raisi])).toEqual(["Raisi", "Mokhber", "Pezeshkian"]);
});

it("lets another office of the first rank stand only where the first was long empty", () => {
  const holders = holdersOf([khamenei, raisi, mokhber, pezeshkian]);
  expect(holders.map((holder) => holder.name)).toEqual([
    "Khamenei",
    "Raisi",
    "Mokhber",
    "Pezeshkian",
  ]);
  expect(holders[0]).toMatchObject({ from: dayOf("1989-06-04"), until: dayOf("2021-08-03") });
});

it("does not fill a handover of a few weeks with another office", () => {
  expect(shown([khamenei, raisi, pezeshkian])).toEqual(["Khamenei", "Raisi", "Pezeshkian"]);
});

it("shows the successor on the day of a handover", () => {
  const rouhani = term("head-of-government", "Rouhani", "2013-08-03", "2021-08-03", 40);
  const [first, second] = holdersOf([rouhani, raisi]);
  expect(first?.until).toBe(dayOf("2021-08-03"));
  expect(second).toMatchObject({ from: dayOf("2021-08-03"), takesOffice: true });
});

it("ends a term on the day after its last, and leaves the present one open", () => {
  const [first, , last] = holdersOf([raisi, mokhber, pezeshkian]);
  expect(first).toMatchObject({ until: dayOf("2024-05-20"), takesOffice: true });
  expect(last?.until).toBeNull();
});
