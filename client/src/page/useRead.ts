import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { useCallback } from "react";
import { type Failure, failureOf } from "./failure.ts";

export interface Read<Data> {
  /** The answer; the one before stays while a new one is on its way. */
  data: Data | undefined;
  failure: Failure | undefined;
  loading: boolean;
  again: () => void;
  /** Reads the same anew, without keeping or showing it; undefined where more than one answer is shown. */
  look: (() => Promise<Data>) | undefined;
}

/** Reads from the graph, and again whenever the variables change. */
export function useRead<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Read<Data> {
  // biome-ignore lint/suspicious/noExplicitAny: the library's options depend on whether variables are needed, which is unknown here
  const result = useQuery<Data, Variables>(document, { variables } as any);
  const { client } = result;
  const key = JSON.stringify(variables);
  const look = useCallback(async () => {
    const asked = { query: document, variables: JSON.parse(key), fetchPolicy: "no-cache" };
    const { data } = await client.query(asked as Parameters<typeof client.query>[0]);
    return data as Data;
  }, [client, document, key]);
  return {
    look,
    data: (result.data ?? result.previousData) as Data | undefined,
    failure: result.error && failureOf(result.error),
    loading: result.loading,
    again: () => void result.refetch(),
  };
}
