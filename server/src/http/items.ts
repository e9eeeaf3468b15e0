/** The shape of what a document answers, as JSON Schema: made from the document and the API's own schema, with its descriptions. */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import type { Shape } from "../feeds/feeds.ts";

const SCALARS: Readonly<Record<string, Shape>> = {
  Int: { type: "integer" },
  Float: { type: "number" },
  Boolean: { type: "boolean" },
  Date: { type: "string", format: "date" },
  DateTime: { type: "string", format: "date-time" },
  URL: { type: "string", format: "uri" },
};

/** The shape of one node of the document's field `page`, as files hold it: connections as lists, and the address of its page. */
export function shapeOfItems(schema: GraphQLSchema, document: DocumentNode): Shape {
  const page = fieldsOf(getOperationAST(document)?.selectionSet).find(
    ({ alias }) => alias?.value === "page",
  );
  const field = page && schema.getQueryType()?.getFields()[page.name.value];
  if (!field) throw new Error("A document of a file has no field called page");
  const { items } = shapeOf(field.type, page.selectionSet) as { items: Item };
  const url = { type: "string", format: "uri", description: "Its page." };
  return {
    ...items,
    required: [...items.required, "url"],
    properties: { ...items.properties, url },
  };
}

type Item = Shape & { required: string[]; properties: Record<string, Shape> };

function shapeOf(type: GraphQLOutputType, selection: SelectionSetNode | undefined): Shape {
  if (isNonNullType(type)) return sureShape(type.ofType, selection);
  const shape = sureShape(type, selection);
  return typeof shape.type === "string" && !("enum" in shape)
    ? { ...shape, type: [shape.type, "null"] }
    : { anyOf: [shape, { type: "null" }] };
}

function sureShape(type: GraphQLOutputType, selection: SelectionSetNode | undefined): Shape {
  if (isListType(type)) return { type: "array", items: shapeOf(type.ofType, selection) };
  const named = getNamedType(type);
  if (isEnumType(named)) return { type: "string", enum: named.getValues().map(({ name }) => name) };
  if (!isObjectType(named)) return SCALARS[named.name] ?? { type: "string" };
  const fields = fieldsOf(selection).filter(({ name }) => name.value !== "__typename");
  const shapes = fields.map(({ name, selectionSet }) => {
    const field = named.getFields()[name.value];
    if (!field) throw new Error(`${named.name} has no field ${name.value}`);
    const { description } = field;
    const shape = shapeOf(field.type, selectionSet);
    return [name.value, { ...shape, ...(description && { description }) }] as const;
  });
  const properties: Record<string, Shape> = Object.fromEntries(shapes);
  if (named.name.endsWith("Connection")) return properties.nodes as Shape;
  return { type: "object", required: Object.keys(properties), properties };
}

function fieldsOf(selection: SelectionSetNode | undefined): FieldNode[] {
  return (
    (selection?.selections ?? [])
      .filter((each) => each.kind === "Field")
      // What is there on a condition is asked for by other files than those of JSON.
      .filter(({ directives = [] }) => directives.length === 0)
  );
}
