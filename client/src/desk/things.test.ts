import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isNonNullType,
  parse,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { mutationOf, questionOf } from "./asked.ts";
import type { FieldOf } from "./field.ts";
import { actionOf, fieldsOf, type Name } from "./thing.ts";
import { THINGS } from "./things.ts";

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, "../../../schema/entente.graphql"), "utf8"),
);
const NAMES = Object.keys(THINGS) as Name[];

/** What every input has beside what it says of the thing. */
const COMMON = ["note", "expectedVersion", "idempotencyKey", "dryRun"];
const RESTS = ["knownOn", "sourceId", "source", "claimant"];

const inputOf = (action: string) =>
  (
    schema.getType(
      `${action.charAt(0).toUpperCase()}${action.slice(1)}Input`,
    ) as GraphQLInputObjectType
  ).getFields();

const invalid = (text: string) => validate(schema, parse(text)).map(({ message }) => message);

describe("what things consist of", () => {
  it.each(NAMES)("is asked for as the contract allows: %s", (name) => {
    expect(invalid(questionOf(name))).toEqual([]);
  });

  it.each(NAMES.flatMap((name) => [actionOf(name, true), actionOf(name, false)]))(
    "is told as the contract allows: %s",
    (action) => {
      if (action === "createEvent")
        return expect(schema.getMutationType()?.getFields()[action]).toBe(undefined);
      expect(invalid(mutationOf(action) ?? "")).toEqual([]);
    },
  );

  it("is merged as the contract allows", () => {
    const merges = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) =>
      name.startsWith("merge"),
    );
    expect(merges.length).toBeGreaterThan(0);
    for (const action of merges) expect(invalid(mutationOf(action) ?? ""), action).toEqual([]);
  });

  it.each(NAMES)("has every field of its inputs, with every value of a choice: %s", (name) => {
    const { owner, isOwnSource } = THINGS[name];
    for (const isNew of [false, true]) {
      if (name === "event" && isNew) continue;
      const input = inputOf(actionOf(name, isNew));
      const fields = fieldsOf(THINGS[name], isNew);
      const named = fields.map((field) => field.name);
      const whose = [`${isNew ? owner : name}Id`];
      const known = new Set([...COMMON, ...(isOwnSource ? [] : RESTS), ...whose]);
      const own = Object.keys(input).filter((field) => named.includes(field) || !known.has(field));
      expect(named.toSorted()).toEqual(own.toSorted());
      for (const field of fields) checkAgainst(field, input);
    }
  });
});

function checkAgainst(
  { name, kind, options, needs, among }: FieldOf,
  input: ReturnType<typeof inputOf>,
) {
  const type = input[name]?.type;
  const inner = type && getNamedType(type);
  if (isNonNullType(type) && kind !== "choice" && kind !== "flag") expect(needs, name).toBe(true);
  if (inner && isEnumType(inner)) {
    const values = (options ?? []).map(([value]) => value).filter(Boolean);
    expect(values.toSorted()).toEqual(
      inner
        .getValues()
        .map(({ name: value }) => value)
        .toSorted(),
    );
  }
  if (among) {
    const entry = (inner as GraphQLInputObjectType).getFields();
    expect(among.map((each) => each.name).toSorted()).toEqual(Object.keys(entry).toSorted());
    for (const each of among) checkAgainst(each, entry);
  }
}
