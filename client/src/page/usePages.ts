import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
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
  const of = useRef(pick);
  of.current = pick;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins from its first page
  useEffect(() => setMore([]), [key]);
  const count = 1 + more.length;
  const ask = useCallback(
    async (after: string | null, fetchPolicy: "no-cache" | "cache-first") => {
      const asked = { query: document, variables: { ...JSON.parse(key), after }, fetchPolicy };
      const { data } = await client.query(asked as Parameters<typeof client.query>[0]);
      return of.current(data as Data);
    },
    [client, document, key],
  );
  /** As many pages as are shown, as they are by now. */
  const anew = useCallback(async () => {
    const pages = [await ask(null, "no-cache")];
    for (let end = endOf(pages[0]); end && pages.length < count; end = endOf(pages.at(-1)))
      pages.push(await ask(end, "no-cache"));
    return pages;
  }, [ask, count]);
  // The first is read again by itself.
  useEffect(
    () =>
      client.onResetStore(async () => {
        if (count > 1) void anew().then(([, ...others]) => setMore(others), setError);
      }),
    [client, anew, count],
  );
  const look = useCallback(async () => joined(await anew()), [anew]);
  const pages = first.data === undefined ? [] : [pick(first.data), ...more];
  const cursor = endOf(pages.at(-1));
  const next = () => {
    setError(undefined);
    ask(cursor, "cache-first").then((page) => setMore((before) => [...before, page]), setError);
  };
  return {
    ...first,
    look,
    data: pages.length > 0 ? joined(pages) : undefined,
    failure: first.failure ?? (error === undefined ? undefined : failureOf(error)),
    next: cursor ? next : undefined,
  };
}

function endOf(page: Connection<unknown> | undefined): string | null {
  return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
}

function joined<Node>(pages: Connection<Node>[]) {
  return {
    nodes: pages.flatMap((page) => page.nodes),
    totalCount: pages.at(-1)?.totalCount ?? 0,
  };
}
