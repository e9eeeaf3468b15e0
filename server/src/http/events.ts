/** Changes as the events of a stream, each worded once for everybody who follows. */
import { type ExecutionResult, execute, type GraphQLSchema, parse } from "graphql";
import type { Context } from "../graphql/context.ts";
import { globalId } from "../graphql/id.ts";
import type { ChangeRecord } from "../history/history.ts";

/** What an event says of a change: the plain fields of `Change`. */
const TOLD = parse(`query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Change {
      revision at by action entityType entitySlug entity { id title } version note statusBefore statusAfter removed
    }
  }
}`);

/** So many events are kept. */
const KEPT = 1_000;

/** The events of at most 100 changes, in their order. */
export async function eventsOf(
  schema: GraphQLSchema,
  contextValue: Context,
  changes: readonly ChangeRecord[],
): Promise<string[]> {
  const ids = changes.map(({ revision }) => globalId("Change", String(revision)));
  const { data, errors }: ExecutionResult = await execute({
    schema,
    document: TOLD,
    variableValues: { ids },
    contextValue,
  });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  const nodes = data?.nodes as { revision: number }[];
  return nodes.map((node) => `id: ${node.revision}\ndata: ${JSON.stringify(node)}\n\n`);
}

/** Events worded lately. They say how an entity stands now, so a newer change makes those before it old. */
export class Events {
  readonly #texts = new Map<number, Promise<string>>();
  #newest = 0;

  /** The events of changes, those that are not kept worded by `make`. */
  async of(
    changes: readonly ChangeRecord[],
    make: (changes: readonly ChangeRecord[]) => Promise<string[]>,
  ): Promise<string[]> {
    const newest = Math.max(...changes.map(({ revision }) => revision));
    if (newest > this.#newest || this.#texts.size > KEPT) this.#texts.clear();
    this.#newest = Math.max(newest, this.#newest);
    const missing = changes.filter(({ revision }) => !this.#texts.has(revision));
    if (missing.length > 0) {
      const made = make(missing);
      for (const [index, { revision }] of missing.entries()) {
        const text = made.then((texts) => texts[index] ?? "");
        text.catch(() => this.#texts.delete(revision));
        this.#texts.set(revision, text);
      }
    }
    return Promise.all(changes.map(({ revision }) => this.#texts.get(revision) ?? ""));
  }
}
