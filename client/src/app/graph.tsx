import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { BaseHttpLink } from "@apollo/client/link/http";
import { ApolloProvider } from "@apollo/client/react";
import type { ComponentType } from "react";
import { ask } from "../page/ask.ts";
import { failureOf } from "../page/failure.ts";
import { kept, onRenew } from "../page/renew.ts";
import revisionQuery from "../page/revision.graphql?raw";
import { useKnown } from "../page/route.ts";
import type { RevisionQuery, RevisionQueryVariables } from "./operations.gen.ts";
import { possibleTypes } from "./possible.ts";

/** Sees to it that whatever goes wrong on the way is a `Failure`, with the request's number. */
const calm = new ApolloLink(
  (operation, forward) =>
    new Observable((observer) =>
      forward(operation).subscribe({
        next: (result) => observer.next(result),
        complete: () => observer.complete(),
        error: (error: unknown) => observer.error(failureOf(error)),
      }),
    ),
);

// Asked before all else that is kept: as new as that is everything.
ask<RevisionQuery, RevisionQueryVariables>(revisionQuery, {}).then(
  ({ dataset }) => {
    kept.revision ??= dataset.revision;
  },
  () => {},
);

const graphs = new Map<string, ApolloClient>();
// What is shown is asked for again, the rest when it is next wanted.
onRenew(() => {
  for (const graph of graphs.values()) graph.resetStore().catch(() => {});
});

/**
 * The graph behind the pages, normalised, so that what one page learned the next one shows. There is one for every day of knowledge:
 * the same event has another status on another day, and the two must never be merged.
 */
function graphAsOf(known: string | undefined): ApolloClient {
  const day = known ?? "latest";
  const graph =
    graphs.get(day) ??
    new ApolloClient({
      link: ApolloLink.from([calm, new BaseHttpLink({ uri: "/graphql" })]),
      cache: new InMemoryCache({ possibleTypes }),
    });
  graphs.set(day, graph);
  return graph;
}

/** A component with the graph around it. */
export function withGraph<Props extends object>(Inner: ComponentType<Props>): ComponentType<Props> {
  return function InGraph(props: Props) {
    return (
      <ApolloProvider client={graphAsOf(useKnown())}>
        <Inner {...props} />
      </ApolloProvider>
    );
  };
}
