/** The shape of an operation, measured on the document alone: how deep it nests, and how much it repeats. Fragments count wherever they are spread. */
import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from "graphql";
import { Kind } from "graphql";

/** What is measured. Introspection adds nothing to `depth`: GraphQL bounds it itself, and tools ask deeper for it than readers do for facts. */
export interface Shape {
  /** Fields one inside the other. */
  depth: number;
  /** Fields in all. */
  selections: number;
  /** Fields under another name than their own. */
  aliases: number;
  /** Fields of the first level. */
  rootFields: number;
  /** Directives, wherever they stand. */
  directives: number;
  /** Fields that ask about the API itself. */
  introspections: number;
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** The shape of one operation of a document. A fragment that spreads itself, which validation refuses, ends where it begins again. */
export function shapeOf(
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
): Shape {
  // A fragment measures the same wherever it is spread, so each is walked once, however often it is named.
  const known = new Map<string, Shape>();
  const open = new Set<string>();

  function ofFragment(name: string): Shape {
    const fragment = fragments[name];
    const measured = known.get(name);
    if (measured) return measured;
    if (!fragment || open.has(name)) return EMPTY;
    open.add(name);
    const shape = ofSelections(fragment.selectionSet, fragment.directives?.length ?? 0);
    open.delete(name);
    known.set(name, shape);
    return shape;
  }

  function ofSelections(set: SelectionSetNode, directives: number): Shape {
    const sum: Shape = { ...EMPTY, directives };
    for (const node of set.selections) {
      sum.directives += node.directives?.length ?? 0;
      const below = ofNode(node);
      const isField = node.kind === Kind.FIELD;
      const isMeta = isField && node.name.value.startsWith("__");
      const isAsking = isMeta && node.name.value !== "__typename";
      sum.selections += below.selections + (isField ? 1 : 0);
      sum.aliases += below.aliases + (isField && node.alias ? 1 : 0);
      sum.directives += below.directives;
      sum.introspections += below.introspections + (isAsking ? 1 : 0);
      sum.rootFields += isField ? 1 : below.rootFields;
      if (!isMeta) sum.depth = Math.max(sum.depth, below.depth + (isField ? 1 : 0));
    }
    return sum;
  }

  function ofNode(node: SelectionNode): Shape {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    return node.selectionSet ? ofSelections(node.selectionSet, 0) : EMPTY;
  }

  const own = [operation, ...(operation.variableDefinitions ?? [])];
  return ofSelections(
    operation.selectionSet,
    own.reduce((count, node) => count + (node.directives?.length ?? 0), 0),
  );
}

const EMPTY: Shape = {
  depth: 0,
  selections: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  introspections: 0,
};
