// The scalars of the SDL: a day travels as ISO text and lives as an integer, so that no time zone can shift it.
import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { Refusal } from "../refusal.ts";
import { dayOf, isoOf } from "../when/day.ts";

type Behaviour = Pick<GraphQLScalarType, "serialize" | "parseValue" | "parseLiteral">;

/** Thrown at the place in the query, where the value stands there. */
function refuse(message: string, node?: ValueNode): never {
  throw new GraphQLError(message, {
    extensions: { code: "BAD_USER_INPUT" },
    ...(node && { nodes: node }),
  });
}

function scalar(
  serialize: (value: unknown) => unknown,
  parse: (text: string) => unknown,
  example: string,
): Behaviour {
  const parseValue = (value: unknown, node?: ValueNode): unknown => {
    if (typeof value !== "string") refuse(`Write it as text, such as "${example}".`, node);
    try {
      return parse(value);
    } catch (error) {
      if (error instanceof Refusal) refuse(error.message, node);
      throw error;
    }
  };
  return {
    serialize,
    parseValue: (value) => parseValue(value),
    parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined, node),
  };
}

function parseMoment(text: string): string {
  const moment = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(moment.getTime())) {
    refuse(`“${text.slice(0, 80)}” is not a moment. Write it as 2025-01-17T09:30:00Z.`);
  }
  return moment.toISOString();
}

/** Behaviour by scalar name. `Date` serialises days counted from 1970-01-01 (integers) and parses to them. */
export const scalars: Record<string, Behaviour> = {
  Date: scalar((value) => (typeof value === "number" ? isoOf(value) : value), dayOf, "2025-01-17"),
  DateTime: scalar((value) => value, parseMoment, "2025-01-17T09:30:00Z"),
  // What is no address is told where it was given, with its path, like everything else that an input has wrong.
  URL: scalar(
    (value) => value,
    (text) => text,
    "https://example.org/page",
  ),
};
