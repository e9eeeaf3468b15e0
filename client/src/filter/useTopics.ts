import { useMemo } from "react";
import type { TopicNamesQuery, TopicNamesQueryVariables } from "../app/operations.gen.ts";
import { useAsk } from "../page/useAsk.ts";
import topicNames from "./topics.graphql?raw";

/** The names of topics by slug, in order; empty until they are here. */
export function useTopics(): ReadonlyMap<string, string> {
  const { data } = useAsk<TopicNamesQuery, TopicNamesQueryVariables>(topicNames, {});
  return useMemo(() => new Map((data?.topics ?? []).map(({ slug, name }) => [slug, name])), [data]);
}
