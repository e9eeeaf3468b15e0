// What the client asks is within what anybody may ask.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, type OperationDefinitionNode, parse, typeFromAST, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { admit, isRefused } from "../src/graphql/admit.ts";
import { ANONYMOUS } from "../src/graphql/context.ts";
import { LIMITS } from "../src/limits.ts";
import { schema } from "../src/schema.ts";
import { leastOf } from "./least.ts";

const FOLDER = join(import.meta.dirname, "../../client/src");
const texts = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".graphql"))
  .map((path) => readFileSync(join(FOLDER, path), "utf8"));
const { definitions } = parse(texts.join("\n"));
const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);

/** Something for each variable that an operation cannot do without, and yes wherever a part of it is asked for or not. */
function variablesOf({
  variableDefinitions = [],
}: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ type, variable: { name } }) => {
      const isNeeded = type.kind === Kind.NON_NULL_TYPE;
      const inner = isNeeded ? type.type : type;
      if (inner.kind === Kind.NAMED_TYPE && inner.name.value === "Boolean")
        return [[name.value, true]];
      return isNeeded ? [[name.value, leastOf(typeFromAST(schema, type))]] : [];
    }),
  );
}

describe("an operation of the client", () => {
  it.each(operations.map((one) => [one.name?.value ?? "", one] as const))(
    "%s is within an anonymous reader's limits",
    (operationName, operation) => {
      const document = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
      const unused = /Fragment .* is never used/;
      expect(validate(schema, document).filter(({ message }) => !unused.test(message))).toEqual([]);
      const admitted = admit({
        schema,
        document,
        variables: variablesOf(operation),
        operationName,
        viewer: ANONYMOUS,
      });
      if (isRefused(admitted)) throw admitted[0];
      expect(admitted.cost).toBeGreaterThan(0);
      expect(admitted.cost).toBeLessThan(LIMITS.cost.anonymous);
    },
  );
});
