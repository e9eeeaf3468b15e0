import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal.ts";
import { nameIn } from "./name.ts";

const iran = { code: "IR", kind: "STATE", name: "Iran" };
const turkiye = { code: "TR", kind: "STATE", name: "Türkiye" };
const union = { code: "EU", kind: "ORGANISATION", name: "European Union" };
const soviet = { code: "SU", kind: "FORMER_STATE", name: "Soviet Union" };

describe("a country's name", () => {
  it("is its own in English", () => {
    expect(nameIn(turkiye, "en")).toBe("Türkiye");
    expect(nameIn(turkiye, "en-GB")).toBe("Türkiye");
  });

  it("is translated for states of today and for the European Union", () => {
    expect(nameIn(iran, "ru")).toBe("Иран");
    expect(nameIn(iran, "fa")).toBe("ایران");
    expect(nameIn(iran, "zh")).toBe("伊朗");
    expect(nameIn(union, "ru")).toBe("Европейский союз");
  });

  it("stays its own for a state that is no more, never its successor's", () => {
    expect(nameIn(soviet, "ru")).toBe("Soviet Union");
  });

  it("refuses what is not a language, and says what to write", () => {
    expect(() => nameIn(iran, "no language")).toThrow(Refusal);
    expect(() => nameIn(iran, "")).toThrow(/BCP 47/);
  });
});
