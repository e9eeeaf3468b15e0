// What has to be sent for a document to be taken at all.
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from "graphql";

/** The least that a type of input takes. */
export function leastOf(type: unknown): unknown {
  const named = getNullableType(type as GraphQLInputType);
  if (isListType(named)) return [];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const needed = Object.values(named.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(needed.map(({ name, type }) => [name, leastOf(type)]));
  }
  return LEAST[String(named)] ?? "x";
}

const LEAST: Record<string, unknown> = { Int: 1, Boolean: true, Date: "2025-01-17" };
