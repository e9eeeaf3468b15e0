import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { type Failure, failureOf } from "./failure.ts";

export interface Read<Data> {
  /** The answer; the one before stays while a new one is on its way. */
  data: Data | undefined;
  failure: Failure | undefined;
  loading: boolean;
  again: () => void;
}

/** Reads from the graph, and again whenever the variables change. */
export function useRead<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Read<Data> {
  // biome-ignore lint/suspicious/noExplicitAny: the library's options depend on whether variables are needed, which is unknown here
  const result = useQuery<Data, Variables>(document, { variables } as any);
  return {
    data: (result.data ?? result.previousData) as Data | undefined,
    failure: result.error && failureOf(result.error),
    loading: result.loading,
    again: () => void result.refetch(),
  };
}
