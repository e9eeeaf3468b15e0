import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { deprecationsIn } from "./contract.mjs";

const root = join(import.meta.dirname, "..");
const {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} = createRequire(join(root, "schema/package.json"))("graphql");
const read = (path) => readFileSync(join(root, path), "utf8");

describe("the SDL", () => {
  const schema = buildSchema(read("schema/entente.graphql"));
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
  );
  const hasFields = (type) =>
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  const fields = types
    .filter(hasFields)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

  it("describes every type", () => {
    assert.deepEqual(
      types.filter((type) => !type.description).map((type) => type.name),
      [],
    );
  });

  it("describes every field and input field", () => {
    const bare = fields.filter(({ field }) => !field.description);
    assert.deepEqual(
      bare.map(({ type, field }) => `${type.name}.${field.name}`),
      [],
    );
  });

  it("describes every argument", () => {
    const bare = fields.flatMap(({ type, field }) =>
      (field.args ?? [])
        .filter((arg) => !arg.description)
        .map((arg) => `${type.name}.${field.name}(${arg.name})`),
    );
    assert.deepEqual(bare, []);
  });

  it("describes every enum value", () => {
    const bare = types.filter(isEnumType).flatMap((type) =>
      type
        .getValues()
        .filter((value) => !value.description)
        .map((value) => `${type.name}.${value.name}`),
    );
    assert.deepEqual(bare, []);
  });

  it("says of everything deprecated on which day it goes", () => {
    assert.deepEqual(
      deprecationsIn(schema)
        .filter(({ removal }) => removal === null)
        .map(({ path }) => path),
      [],
    );
  });

  it("gives every root field asOf, unless it speaks of what is recorded rather than known", () => {
    const timeless = [
      "dataset",
      "viewer",
      "changes",
      // Who may come in, which is no knowledge of the world.
      "users",
      "invitations",
      "tokens",
      "accessChanges",
    ];
    const without = Object.values(schema.getQueryType().getFields()).filter(
      (field) => !timeless.includes(field.name) && !field.args.some((arg) => arg.name === "asOf"),
    );
    assert.deepEqual(
      without.map((field) => field.name),
      [],
    );
  });
});

describe("the lockfile", () => {
  it("names no host, so that any registry can serve it", () => {
    assert.doesNotMatch(read("pnpm-lock.yaml"), /https?:\/\/|^\s*tarball:/m);
  });
});

describe("the migrations", () => {
  it("have the same names on both engines", () => {
    const names = (engine) =>
      readdirSync(join(root, "migrations", engine))
        .filter((name) => name.endsWith(".sql"))
        .sort();
    assert.ok(names("sqlite").length > 0);
    assert.deepEqual(names("sqlite"), names("postgres"));
  });
});
