import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.ts";

const sdl = readFileSync(join(import.meta.dirname, "../../../schema/entente.graphql"), "utf8");
const schema = buildSchema(sdl);

describe("a worked example", () => {
  it.each(examples.map((example) => [example.text.match(/(query|mutation) (\w+)/)?.[2], example]))(
    "asks only for what the API has: %s",
    (_name, { text, variables }) => {
      expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
      expect(() => JSON.parse(variables ?? "null")).not.toThrow();
    },
  );

  it("comes with a dozen questions and a write, each with a name of its own and a comment", () => {
    const names = examples.map(({ text }) => text.match(/(query|mutation) (\w+)/)?.[2]);
    expect(new Set(names).size).toBe(13);
    expect(examples.every(({ text }) => text.startsWith("# "))).toBe(true);
  });
});
