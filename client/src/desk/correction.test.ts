import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../when/day.ts";
import {
  BLANK_CORRECTION,
  type Correction,
  checkCorrection,
  correctionChoices,
  correctionInput,
  correctionPreview,
  sidesOf,
  withField,
  withoutTaken,
} from "./correction.ts";
import { inputsOf, standingOf, type Values } from "./field.ts";
import { fieldsOf } from "./thing.ts";
import { THINGS } from "./things.ts";

const TODAY = dayOf("2026-03-01");
const LEADER = THINGS.leader;
const FIELDS = fieldsOf(LEADER, false);
const RAW = {
  name: "Sergey Lavrov",
  alsoKnownAs: ["Сергей Лавров", "Sergei Lavrov"],
  country: { code: "RU", name: "Russia" },
  born: "1950-03-21",
  died: null,
  remark: null,
};
const STANDING = standingOf(FIELDS, RAW);
const field = (name: string) => FIELDS.find((each) => each.name === name) as (typeof FIELDS)[0];
const said = (set: Values, from: Correction = BLANK_CORRECTION): Correction => {
  let values = from;
  for (const [name, value] of Object.entries(set))
    values = { ...values, ...withField(values, field(name), value, STANDING) };
  return values;
};
const check = (values: Correction) =>
  checkCorrection(LEADER, FIELDS, values, STANDING, TODAY, false).map((each) => each.field);

describe("a thing in its form", () => {
  it("says to the API what stood there, as long as nothing is changed", () => {
    expect(inputsOf(FIELDS, STANDING, TODAY)).toEqual({ ...RAW, country: "RU" });
  });

  it("keeps every date that the record can have, whatever its shape", () => {
    const day = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    const iso = day.map((each) => each.toISOString().slice(0, 10));
    const point = fc.tuple(iso, fc.constantFrom(4, 7, 10)).map(([text, to]) => text.slice(0, to));
    const edtf = fc.oneof(
      point,
      point.map((each) => `${each}~`),
      point.map((each) => `../${each}`),
      point.map((each) => `${each}/..`),
    );
    fc.assert(
      fc.property(edtf, (born) => {
        const standing = standingOf(FIELDS, { ...RAW, born });
        expect(inputsOf(FIELDS, standing, TODAY).born).toBe(born);
      }),
    );
  });

  it("keeps whom an event names, in which role, and for which country somebody stands", () => {
    const fields = fieldsOf(THINGS.event, false);
    const lavrov = { slug: "sergey-lavrov", name: "Sergey Lavrov", country: { code: "RU" } };
    const standing = standingOf(fields, {
      topics: [],
      agreements: [{ relation: "SIGNED", agreement: { slug: "ru-ir-2025", shortTitle: "T" } }],
      participants: [
        { role: "GUEST", leader: lavrov, country: { code: "RU", name: "Russia" }, forum: null },
        { role: "CHAIR", leader: lavrov, country: { code: "BY", name: "Belarus" }, forum: null },
        { role: "HOST", leader: null, country: { code: "IR", name: "Iran" }, forum: null },
      ],
    });
    expect(inputsOf(fields, standing, TODAY)).toMatchObject({
      agreements: [{ agreement: "ru-ir-2025", relation: "SIGNED" }],
      participants: [
        { leader: "sergey-lavrov", role: "GUEST" },
        { leader: "sergey-lavrov", country: "BY", role: "CHAIR" },
        { country: "IR", role: "HOST" },
      ],
    });
  });
});

describe("a correction", () => {
  it("holds only what is different: what is said back again is none", () => {
    const values = said({ name: "Sergei Lavrov" });
    expect(values.set).toEqual({ name: "Sergei Lavrov" });
    expect(values.was).toEqual({ name: "Sergey Lavrov" });
    expect(said({ name: "Sergey Lavrov" }, values)).toEqual(BLANK_CORRECTION);
  });

  it("sends that alone, and clears what is emptied", () => {
    const values = said({ name: " Sergei Lavrov ", born: { text: "", precision: null } });
    expect(correctionInput(LEADER, FIELDS, values, TODAY, "Why.")).toEqual({
      name: "Sergei Lavrov",
      born: null,
      note: "Why.",
    });
  });

  it("needs something to be different, and a source for more than a spelling", () => {
    expect(check(BLANK_CORRECTION)).toEqual([""]);
    expect(check(said({ name: "Sergei Lavrov" }))).toEqual([]);
    expect(check(said({ born: { text: "1951", precision: null } }))).toEqual(["source"]);
    expect(check(said({ name: " " }))).toEqual(["name"]);
    expect(check(said({ died: { text: "once", precision: null } }))).toEqual(["died", "source"]);
  });

  it("is told by what the API says would differ", () => {
    const change = {
      id: "1",
      version: 2,
      differences: [{ field: "terms.x.to", before: null, after: "2026" }],
    };
    const payload = { entity: null, change, replayed: false, errors: [] };
    const fields = fieldsOf(THINGS.term, false);
    const sentences = correctionPreview(THINGS.term, fields, { set: {} }, {}, payload, null);
    expect(sentences[0]).toBe("Until: 2026. Nothing stood there.");
  });

  it("tells of a list by the names in it, and of steps by which of them", () => {
    const fields = fieldsOf(THINGS.event, false);
    const row = (name: string, role: string) => ({
      ...({ of: "LEADER", key: name, name, aside: null } as const),
      said: { role, remark: "" },
    });
    const payload = {
      ...{ entity: null, replayed: false, errors: [] },
      change: {
        ...{ id: "1", version: 2 },
        differences: [{ field: "participants.0.role", before: "guest", after: "chair" }],
      },
    };
    const set = { participants: [row("Ann", "CHAIR"), row("Bob", "HOST")] };
    const standing = { participants: [row("Ann", "GUEST")] };
    const sentences = correctionPreview(THINGS.event, fields, { set }, standing, payload, null);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toBe("Who takes part: Ann (chair); Bob (host), in place of Ann (guest).");
    const steps = { steps: [{ title: "One" }, { title: "Two" }] };
    const other = { steps: [{ title: "One" }, { title: "Zwei" }] };
    const story = fieldsOf(THINGS.story, false);
    const quiet = { ...payload, change: null };
    expect(correctionPreview(THINGS.story, story, { set: other }, steps, quiet, null)[0]).toBe(
      "Step 2 says something else.",
    );
  });
});

describe("where somebody was faster", () => {
  const values = said({ name: "Sergei Lavrov", remark: "Mine." });

  it("what only one changed is kept with the other's", () => {
    const theirs = { ...STANDING, born: { text: "1951", precision: null } };
    const sides = sidesOf(FIELDS, values, theirs, TODAY);
    expect(sides.map(({ differs }) => differs)).toEqual([false, false]);
    expect(correctionChoices(sides, 2).map(({ way }) => way)).toEqual(["add", "discard"]);
    expect(withoutTaken(FIELDS, values, theirs, TODAY)).toEqual(values);
  });

  it("what both changed is marked, and stays theirs unless mine replaces it", () => {
    const theirs = { ...STANDING, name: "S. Lavrov" };
    const sides = sidesOf(FIELDS, values, theirs, TODAY);
    expect(sides[0]).toEqual({
      name: "Name",
      theirs: "S. Lavrov",
      mine: "Sergei Lavrov",
      differs: true,
    });
    expect(correctionChoices(sides, 2).map(({ way }) => way)).toEqual([
      "add",
      "replace",
      "discard",
    ]);
    expect(withoutTaken(FIELDS, values, theirs, TODAY).set).toEqual({ remark: "Mine." });
  });

  it("the same said twice is nothing to decide", () => {
    const sides = sidesOf(FIELDS, values, { ...STANDING, name: "Sergei Lavrov" }, TODAY);
    expect(sides.some(({ differs }) => differs)).toBe(false);
  });
});
