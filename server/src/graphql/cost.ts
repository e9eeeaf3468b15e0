/**
 * What a request costs: one point for each object that its answer can hold, with the request's own variables. Scalars are free. A page is
 * charged what `first` allows, whether or not so much is there; pages inside pages multiply.
 */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  type OperationDefinitionNode,
} from "graphql";
import { type Query, type Selected, Selection } from "./selection.ts";
import { USUAL, USUALS } from "./usual.ts";

/** Objects charged for a short list that has no pages, such as the participants of an event. */
const LIST = 5;
/** Lists that are shorter than most: a fact rests on 1.6 sources in the mean. */
const LISTS: Readonly<Record<string, number>> = { sources: 2 };
/** Points for asking for the description of the API itself, by `__schema` or `__type`, however much of it. */
export const INTROSPECTION = 200;
/** Points of a write, beside what its answer holds. */
const WRITE = 10;

/** Fields that cost the same whatever is selected below them. */
const FLAT: Readonly<Record<string, number>> = {
  // Columns: thousands of marks, read in a few statements and never made into objects.
  "Query.timeline": 1000,
  "Query.timelineDensity": 100,
  // Counts, a statement each.
  "Query.eventFacets": 100,
  "Query.agreementFacets": 100,
};

/** Types that are a part of the object that holds them, as a date is of its event. */
const PARTS: ReadonlySet<string> = new Set(["When", "PageInfo"]);

/**
 * The points of an operation. `mostNodes` is the largest page there is: whoever asks for more is refused, so no more is charged.
 * @throws GraphQLError when an argument has no usable value.
 */
export function costOf(
  query: Query,
  operation: OperationDefinitionNode,
  mostNodes: number,
): number {
  const { schema } = query;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;

  /** Of what is selected on whatever may stand here: the dearest, where types differ. */
  function ofType(name: string, selection: Selection): number {
    const type = schema.getType(name);
    const types = isAbstractType(type)
      ? schema.getPossibleTypes(type).map((one) => one.name)
      : [name];
    return Math.max(0, ...types.map((one) => ofFields(one, selection)));
  }

  function ofFields(typeName: string, selection: Selection): number {
    return selection.on(typeName).reduce((sum, field) => sum + ofField(typeName, field), 0);
  }

  function ofField(parent: string, field: Selected): number {
    const flat = FLAT[`${parent}.${field.name}`];
    if (flat !== undefined) return flat;
    const { name } = getNamedType(field.type);
    if (name.endsWith("Connection")) {
      const nodes = field.sub.on(name).reduce((sum, each) => sum + ofOne(each), 0);
      return 1 + nodesOf(parent, field, mostNodes) * nodes;
    }
    const write = operation.operation === "mutation" && parent === root?.name ? WRITE : 0;
    return write + lengthOf(field, mostNodes) * ofOne(field);
  }

  /** Of one object in the place of a field, with what is selected below it. */
  function ofOne({ type, sub }: Selected): number {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return 0;
    return (isPart(named.name) ? 0 : 1) + ofType(named.name, sub);
  }

  return ofType(root.name, new Selection(query, [operation.selectionSet]));
}

function isPart(typeName: string): boolean {
  return PARTS.has(typeName) || typeName.endsWith("Edge");
}

/** Nodes that a connection holds at most. */
function nodesOf(parent: string, { name, args }: Selected, mostNodes: number): number {
  const asked = args.first ?? args.last ?? USUALS[`${parent}.${name}`] ?? USUAL;
  return Math.max(0, Math.min(typeof asked === "number" ? asked : USUAL, mostNodes));
}

/** Objects that a field without pages holds. */
function lengthOf({ name, type, args: { ids } }: Selected, mostNodes: number): number {
  if (!isListType(getNullableType(type))) return 1;
  return Array.isArray(ids) ? Math.min(ids.length, mostNodes) : (LISTS[name] ?? LIST);
}
