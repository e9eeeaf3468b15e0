import { expect, test } from "vitest";
import type { SourceLineFragment } from "../app/operations.gen.ts";
import { numberSources } from "./numbers.ts";

const source = (slug: string, kind = "NEWS_AGENCY") => ({ slug, kind }) as SourceLineFragment;

test("sources are numbered as the page first names them, each once", () => {
  const numbers = numberSources(
    [source("kremlin"), source("irna")],
    [source("irna"), source("tass")],
  );
  expect(numbers.list.map((one) => one.slug)).toEqual(["kremlin", "irna", "tass"]);
  expect(numbers.of(source("tass"))).toBe(3);
});

test("general knowledge never gets a number", () => {
  const numbers = numberSources([source("gk-brics", "GENERAL_KNOWLEDGE"), source("kremlin")]);
  expect(numbers.of(source("kremlin"))).toBe(1);
  expect(numbers.of(source("gk-brics"))).toBeUndefined();
  expect(numbers.general.map((one) => one.slug)).toEqual(["gk-brics"]);
});
