import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundleSchema } from "./shape.ts";

test("the committed schema is that of the shapes", () => {
  expect(
    JSON.parse(
      readFileSync(new URL("../../../docs/templates/bundle.schema.json", import.meta.url), "utf8"),
    ),
  ).toEqual(JSON.parse(JSON.stringify(bundleSchema())));
});
