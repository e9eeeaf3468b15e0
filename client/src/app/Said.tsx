import { useAsk } from "../page/useAsk.ts";
import { isoOf } from "../timeline/day.ts";
import type { SaidQuery, SaidQueryVariables } from "./operations.gen.ts";
import saidQuery from "./said.graphql?raw";

/** Names at most: the count beside them tells how many more there are. */
const MOST_NAMES = 2;

/** Who published what an event rests on, as known on a day (null: now); nothing until it is known. */
export default function Said({ slug, known }: { slug: string; known: number | null }) {
  const asOf = known === null ? null : isoOf(known);
  const { data, loading } = useAsk<SaidQuery, SaidQueryVariables>(saidQuery, { slug, asOf });
  const reports = loading ? [] : (data?.event?.reports.nodes ?? []);
  const names = reports.flatMap(({ sources }) => sources.map(({ publisher }) => publisher));
  return <>{[...new Set(names)].slice(0, MOST_NAMES).join(", ")}</>;
}
