import { useEffect, useState } from "react";
import type { DeskSourcesQuery, DeskSourcesQueryVariables } from "../app/operations.gen.ts";
import { tell } from "../page/ask.ts";
import question from "./sources.graphql?raw";

/** How long typing must rest before sources are looked for, ms. */
const REST_MS = 180;

export type Source = Extract<DeskSourcesQuery["search"]["nodes"][number], { __typename: "Source" }>;

/** Recorded sources that have the words of a text, general knowledge left out. Rejects when the search does not answer. */
export async function findSources(text: string, signal?: AbortSignal): Promise<Source[]> {
  const variables = { text };
  const { search } = await tell<DeskSourcesQuery, DeskSourcesQueryVariables>(
    question,
    variables,
    signal,
  );
  return search.nodes.flatMap((node) =>
    node.__typename === "Source" && node.kind !== "GENERAL_KNOWLEDGE" ? [node] : [],
  );
}

/** Looks for recorded sources while one types; null while nothing is asked or known. */
export function useSources(text: string): Source[] | null {
  const [found, setFound] = useState<Source[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (text.trim().length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      findSources(text, stop.signal).then(setFound, () => {});
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return found;
}
