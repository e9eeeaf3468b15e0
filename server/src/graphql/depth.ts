/** How deep a query may nest. The graph has cycles, so without a bound one short query could ask for the whole world. */
import type {
  ASTVisitor,
  FragmentDefinitionNode,
  SelectionSetNode,
  ValidationContext,
} from "graphql";
import { GraphQLError, Kind } from "graphql";

/**
 * A validation rule that refuses operations with more than `limit` fields one inside the other. Introspection does not
 * count: GraphQL bounds it itself, and tools ask for it deeper than any reader asks for facts.
 */
export function depthRule(limit: number): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    // Depth below a fragment is the same wherever it is spread, so each is measured once.
    const measured = new Map<string, number>();
    const open = new Set<string>();

    function ofFragment(name: string): number {
      const known = measured.get(name);
      if (known !== undefined) return known;
      const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(name);
      // Cycles and unknown names are for GraphQL's own rules to report.
      if (!fragment || open.has(name)) return 0;
      open.add(name);
      const depth = ofSelections(fragment.selectionSet);
      open.delete(name);
      measured.set(name, depth);
      return depth;
    }

    function ofSelections(set: SelectionSetNode): number {
      let deepest = 0;
      for (const selection of set.selections) {
        let depth = 0;
        if (selection.kind === Kind.FRAGMENT_SPREAD) depth = ofFragment(selection.name.value);
        else if (selection.kind === Kind.INLINE_FRAGMENT)
          depth = ofSelections(selection.selectionSet);
        else if (!selection.name.value.startsWith("__"))
          depth = 1 + (selection.selectionSet ? ofSelections(selection.selectionSet) : 0);
        deepest = Math.max(deepest, depth);
      }
      return deepest;
    }

    return {
      OperationDefinition(operation) {
        const depth = ofSelections(operation.selectionSet);
        if (depth <= limit) return;
        context.reportError(
          new GraphQLError(
            `The query nests ${depth} fields; at most ${limit} are allowed. Ask in several queries.`,
            { nodes: operation, extensions: { code: "TOO_COSTLY" } },
          ),
        );
      },
    };
  };
}
