import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isAbstractType } from "graphql";
import { expect, test } from "vitest";
import { possibleTypes } from "./possible.ts";

const sdl = readFileSync(join(import.meta.dirname, "../../../schema/entente.graphql"), "utf8");

test("the types behind Node, Versioned and PartyEntity are those of the schema", () => {
  const schema = buildSchema(sdl);
  for (const [name, types] of Object.entries(possibleTypes)) {
    const type = schema.getType(name);
    if (!isAbstractType(type)) throw new Error(`${name} is neither interface nor union`);
    expect(types.toSorted()).toEqual(
      schema
        .getPossibleTypes(type)
        .map((one) => one.name)
        .toSorted(),
    );
  }
});
