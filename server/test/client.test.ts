// What the client asks is within what anybody may ask.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Kind,
  type NonNullTypeNode,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from "graphql";
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

/** Something for each variable that an operation cannot do without. */
function variablesOf({
  variableDefinitions = [],
}: OperationDefinitionNode): Record<string, unknown> {
  const needed = variableDefinitions.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
  return Object.fromEntries(
    needed.map(({ type, variable }) => [
      variable.name.value,
      leastOf(typeFromAST(schema, type as NonNullTypeNode)),
    ]),
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
