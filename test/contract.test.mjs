import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { broken, deprecationsIn, hasty } from "./contract.mjs";

const root = join(import.meta.dirname, "..");
const { buildSchema } = createRequire(join(root, "schema/package.json"))("graphql");
const read = (name) => readFileSync(join(root, "schema", name), "utf8");

describe("the contract, since the last release", () => {
  const text = read("released.graphql");
  const released = buildSchema(text);
  const present = buildSchema(read("entente.graphql"));

  it("breaks nothing that was not announced", async () => {
    assert.deepEqual(await broken(released, present, new Date().toISOString().slice(0, 10)), []);
  });

  it("announces removals early enough", () => {
    const releasedOn = /^# Released (\d{4}-\d\d-\d\d) as /.exec(text)?.[1];
    assert.ok(releasedOn, "released.graphql does not say when it was released");
    assert.deepEqual(hasty(released, present, releasedOn), []);
  });
});

describe("the rules of the contract", () => {
  const sdl = (fields) => buildSchema(`type Query { ${fields} }`);
  const going = (day) =>
    sdl(`a: Int b(c: Int): Int @deprecated(reason: "Use \`a\`. Removal on ${day}.")`);
  const TODAY = "2027-03-01";

  it("let nothing go that was not announced", async () => {
    assert.deepEqual(await broken(sdl("a: Int b: Int"), sdl("a: Int"), TODAY), [
      "Field 'b' was removed from object type 'Query'",
    ]);
  });

  it("let go what was announced from its day on, and not the day before", async () => {
    assert.deepEqual(await broken(going("2027-03-01"), sdl("a: Int"), TODAY), []);
    assert.equal((await broken(going("2027-03-02"), sdl("a: Int"), TODAY)).length, 1);
  });

  it("ask the release, not the change, what was announced", async () => {
    const argument = (note) => sdl(`a(b: Int ${note}): Int`);
    const announced = argument('@deprecated(reason: "Removal on 2027-01-01.")');
    assert.deepEqual(await broken(announced, sdl("a: Int"), TODAY), []);
    assert.equal((await broken(argument(""), sdl("a: Int"), TODAY)).length, 1);
  });

  it("let nothing change its type under its name, whatever was announced", async () => {
    const changed = sdl("a: Int b(c: Int): String");
    assert.equal((await broken(going("2027-01-01"), changed, TODAY)).length, 1);
  });

  it("let a type go with the last field that led to it, unless a query can name it below an interface", async () => {
    const part = (type) =>
      buildSchema(`${type} interface I { a: Int }
        type Query { a: Int i: I b: B @deprecated(reason: "Removal on 2027-01-01.") }`);
    const without = buildSchema("interface I { a: Int } type Query { a: Int i: I }");
    assert.deepEqual(await broken(part("type B { a: Int }"), without, TODAY), []);
    assert.deepEqual(await broken(part("type B implements I { a: Int }"), without, TODAY), [
      "Type 'B' was removed",
    ]);
  });

  it("take additions", async () => {
    assert.deepEqual(await broken(sdl("a: Int"), sdl("a(b: Int): Int c: Int"), TODAY), []);
  });

  it("find what is deprecated wherever it stands, and whether its day exists", () => {
    const schema = buildSchema(`
      enum E { A B @deprecated(reason: "Removal on 2027-02-30.") }
      input I { a: Int b: Int @deprecated(reason: "Removal on 2027-06-01.") }
      type Query { a(i: I e: E @deprecated(reason: "Soon.")): Int b: Int @deprecated }`);
    assert.deepEqual(Object.fromEntries(deprecationsIn(schema).map((d) => [d.path, d.removal])), {
      "E.B": null,
      "I.b": "2027-06-01",
      "Query.a.e": null,
      "Query.b": null,
    });
  });

  it("give half a year's notice", () => {
    const soon = "Query.b goes on 2027-06-29, before 2027-06-30";
    assert.deepEqual(hasty(sdl("a: Int b: Int"), going("2027-06-29"), "2027-01-01"), [soon]);
    assert.deepEqual(hasty(sdl("a: Int b: Int"), going("2027-06-30"), "2027-01-01"), []);
    assert.deepEqual(hasty(going("2027-02-01"), going("2027-02-01"), "2027-01-01"), []);
  });
});
