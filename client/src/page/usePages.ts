import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useState } from "react";
import { failureOf } from "./failure.ts";
import { type Read, useRead } from "./useRead.ts";

interface Connection<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Pages<Node> extends Read<{ nodes: Node[]; totalCount: number }> {
  /** Asks for the next page; undefined when there is none. */
  next: (() => void) | undefined;
}

/** Reads a connection page by page: the first at once, further ones when asked, joined into one list. */
export function usePages<
  Data,
  Variables extends OperationVariables & { after?: string | null | undefined },
  Node,
>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node>,
): Pages<Node> {
  const client = useApolloClient();
  const first = useRead(document, variables);
  const [more, setMore] = useState<Connection<Node>[]>([]);
  const [error, setError] = useState<unknown>();
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins from its first page
  useEffect(() => setMore([]), [key]);
  const pages = first.data === undefined ? [] : [pick(first.data), ...more];
  const last = pages.at(-1);
  const cursor = last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : null;
  const next = useCallback(() => {
    setError(undefined);
    client
      .query({ query: document, variables: { ...variables, after: cursor } } as Parameters<
        typeof client.query
      >[0])
      .then(({ data }) => data && setMore((before) => [...before, pick(data as Data)]), setError);
  }, [client, document, variables, cursor, pick]);
  return {
    ...first,
    look: undefined,
    data: last && { nodes: pages.flatMap((page) => page.nodes), totalCount: last.totalCount },
    failure: first.failure ?? (error === undefined ? undefined : failureOf(error)),
    next: cursor ? next : undefined,
  };
}
