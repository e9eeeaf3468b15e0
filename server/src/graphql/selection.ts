// What a query asks for, read ahead: the fields below a point, with fragments, aliases, arguments and @skip/@include worked out.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";

/** What a selection is read against. The variables' values are coerced. */
export interface Query {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variableValues: Record<string, unknown>;
}

/** One selected field of an object type. */
export interface Selected {
  /** The name it has in the answer: its alias, else its own. */
  key: string;
  name: string;
  args: Record<string, unknown>;
  type: GraphQLOutputType;
  sub: Selection;
}

/** The selection sets below one point of a query, for whatever types may stand there. */
export class Selection {
  readonly #query: Query;
  readonly #sets: readonly SelectionSetNode[];
  readonly #known = new Map<string, Selected[]>();

  constructor(query: Query, sets: readonly SelectionSetNode[]) {
    this.#query = query;
    this.#sets = sets;
  }

  /** The selection below the field that a resolver is called for. */
  static below(info: GraphQLResolveInfo): Selection {
    return new Selection(info, setsOf(info.fieldNodes));
  }

  /** Whether the name is that of an object type, not of a scalar or of something that stands for several. */
  isOf(typeName: string): boolean {
    return isObjectType(this.#query.schema.getType(typeName));
  }

  /** The fields selected on an object type, each answer key once. */
  on(typeName: string): Selected[] {
    const known = this.#known.get(typeName);
    if (known) return known;
    const type = this.#query.schema.getType(typeName);
    if (!isObjectType(type)) throw new TypeError(`${typeName} is not an object type`);
    const nodes = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of this.#sets) this.#collect(type, set, nodes, spread);
    const fields = [...nodes].flatMap(([key, group]) => this.#selected(type, key, group));
    this.#known.set(typeName, fields);
    return fields;
  }

  /** Whether the field is selected on the type, under whatever alias. */
  has(typeName: string, field: string): boolean {
    return this.on(typeName).some((selected) => selected.name === field);
  }

  /** The selections below every occurrence of a field, as one. */
  under(typeName: string, ...fields: string[]): Selection {
    const found = this.on(typeName).filter((selected) => fields.includes(selected.name));
    return new Selection(
      this.#query,
      found.flatMap((selected) => selected.sub.#sets),
    );
  }

  /** One selection that asks for what either asks. */
  and(other: Selection): Selection {
    return new Selection(this.#query, [...this.#sets, ...other.#sets]);
  }

  #selected(type: GraphQLObjectType, key: string, nodes: FieldNode[]): Selected[] {
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    if (!field) return []; // __typename and other meta fields ask nothing of us
    return [
      {
        key,
        name: field.name,
        args: getArgumentValues(field, node, this.#query.variableValues),
        type: field.type,
        sub: new Selection(this.#query, setsOf(nodes)),
      },
    ];
  }

  #collect(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void {
    const { fragments, variableValues } = this.#query;
    for (const node of set.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if === false) continue;
      if (node.kind === "Field") {
        const key = node.alias?.value ?? node.name.value;
        const group = into.get(key);
        if (group) group.push(node);
        else into.set(key, [node]);
        continue;
      }
      // Spread a second time, a fragment adds nothing; followed each time, a few that spread each other twice would never end.
      if (node.kind === "FragmentSpread" && spread.has(node.name.value)) continue;
      if (node.kind === "FragmentSpread") spread.add(node.name.value);
      const fragment = node.kind === "FragmentSpread" ? fragments[node.name.value] : node;
      if (fragment && this.#applies(type, fragment.typeCondition?.name.value)) {
        this.#collect(type, fragment.selectionSet, into, spread);
      }
    }
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.#query.schema.getType(condition);
    return isAbstractType(named) && this.#query.schema.isSubType(named, type);
  }
}

function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

/** The name of the type a field leads to, lists and non-null taken off. */
export function namedTypeOf(type: GraphQLOutputType): string {
  return getNamedType(type).name;
}
