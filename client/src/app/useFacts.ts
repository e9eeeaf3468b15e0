import { useEffect, useMemo, useRef } from "react";
import { onSaved } from "../page/renew.ts";
import { type Asked, useAsk } from "../page/useAsk.ts";
import { arrange, bundlesOf, orderAs, orderByTies } from "../timeline/order.ts";
import type { Address, Lanes } from "./address.ts";
import columnsQuery from "./columns.graphql?raw";
import type { ColumnsQuery, ColumnsQueryVariables } from "./operations.gen.ts";

type Lane = ColumnsQuery["timeline"]["lanes"][number];

/** What the address names lanes by, in its three lists. */
export function keysOf({ countries, forums, agreements }: Lanes): string[] {
  return [...countries, ...forums, ...agreements];
}

/** Lanes as the address writes them, in the order they come. */
export function lanesOf(lanes: Pick<Lane, "kind" | "key">[]): Lanes {
  const of = (kind: Lane["kind"]) =>
    lanes.filter((lane) => lane.kind === kind).map(({ key }) => key);
  return { countries: of("COUNTRY"), forums: of("FORUM"), agreements: of("AGREEMENT") };
}

/** The facts of the lanes, in order; `came` is the answer as it came, to the question for the lanes `wanted`. */
type Facts = Asked<ColumnsQuery> & {
  given: Lane[] | undefined;
  came: ColumnsQuery | undefined;
  wanted: Lanes | null;
};

/**
 * Asks for the facts of the lanes in the address, which come in the order that it says; `given` are the lanes as they would stand if
 * not ordered by ties. The same lanes in another order are not asked for again.
 */
export function useFacts({ lanes, order }: Address): Facts {
  const shown = useRef<{ asked: Lanes | null; keys: string } | null>(null);
  const stands = lanes !== null && shown.current?.keys === sorted(keysOf(lanes));
  const wanted = stands && shown.current ? shown.current.asked : lanes;
  const asked = useAsk<ColumnsQuery, ColumnsQueryVariables>(columnsQuery, { lanes: wanted });
  useEffect(() => onSaved(asked.again), [asked.again]);
  const came = asked.data?.timeline;
  if (came && !asked.loading)
    shown.current = { asked: wanted, keys: sorted(keysOf(lanesOf(came.lanes))) };
  // By what it says: the address is read anew at every pan.
  const keys = lanes && keysOf(lanes).join(",");
  const given = useMemo(
    () => (came && keys !== null ? arrange(came, orderAs(came.lanes, keys.split(","))) : came),
    [came, keys],
  );
  const timeline = useMemo(
    () =>
      given && order === "ties"
        ? arrange(given, orderByTies(given.lanes, bundlesOf(given)))
        : given,
    [given, order],
  );
  return {
    ...asked,
    data: asked.data && timeline && { ...asked.data, timeline },
    given: given?.lanes,
    came: asked.data,
    wanted,
  };
}

function sorted(keys: string[]): string {
  return keys
    .map((key) => key.toLowerCase())
    .sort()
    .join(",");
}
